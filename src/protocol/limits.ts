/** Bounds of the wire, shared by the server that enforces them and the clients that respect them. */

/** The one version of the frames this code speaks. */
export const PROTOCOL = 1;

/** The WebSocket subprotocol that goes with {@link PROTOCOL}. */
export const SUBPROTOCOL = 'baton.v1';

/** A frame longer than this, in UTF-8 bytes, is refused before it is parsed. */
export const MAX_FRAME_BYTES = 16_384;

/** The longest message, in Unicode code points after trimming. */
export const MAX_TEXT_CHARS = 4_000;

/** The longest `ref`, in Unicode code points. */
export const MAX_REF_CHARS = 64;

/** The longest name an agent may go by, in UTF-16 units. */
export const MAX_NAME_CHARS = 60;

/** The longest note left for the assistant at a hand back, in UTF-16 units. */
export const MAX_NOTE_CHARS = 1_000;

/** What a website knows a visitor by, in UTF-16 units. */
export const MAX_ID_CHARS = 128;

/** The longest email address (RFC 5321, 4.5.3.1.3). */
export const MAX_EMAIL_CHARS = 254;

/** The longest name of a visitor, in UTF-16 units. */
export const MAX_VISITOR_NAME_CHARS = 100;

/** So many attributes of a visitor are kept. */
export const MAX_ATTRIBUTES = 20;

/** The longest name of an attribute, and the longest value, in UTF-16 units. */
export const MAX_ATTRIBUTE_NAME_CHARS = 40;
export const MAX_ATTRIBUTE_CHARS = 200;

/** A page that changes without a new socket is worth telling this often. */
export const PAGE_EVERY_MS = 2_000;

/** A typing notice is worth sending this often and fades after twice as long. */
export const TYPING_EVERY_MS = 2_500;
