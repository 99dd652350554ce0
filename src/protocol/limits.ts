/** Bounds of the wire, shared by the server that enforces them and the clients that respect them. */

/** The one version of the frames this code speaks. */
export const PROTOCOL = 1;

/** The WebSocket subprotocol that goes with {@link PROTOCOL}. */
export const SUBPROTOCOL = 'baton.v1';

/** A frame longer than this, in UTF-8 bytes, is refused before it is parsed. */
export const MAX_FRAME_BYTES = 16_384;

/** The longest message, in Unicode code points after trimming. */
export const MAX_TEXT_CHARS = 4_000;

/** The longest `ref`, in UTF-16 units. */
export const MAX_REF_CHARS = 64;

/** The longest name an agent may go by, in UTF-16 units. */
export const MAX_NAME_CHARS = 60;

/** The longest note left for the assistant at a hand back, in UTF-16 units. */
export const MAX_NOTE_CHARS = 1_000;

/** A typing notice is worth sending this often and fades after twice as long. */
export const TYPING_EVERY_MS = 2_500;
