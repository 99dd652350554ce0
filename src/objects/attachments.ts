/**
 * What must outlive an object's sleep is attached to its sockets, as bytes. While the object is awake it is
 * read once: every message asks for it several times, of several sockets.
 */

/** Whatever an object attaches: each knows its own, and reads nothing but what it wrote. */
type Attachment = ReturnType<WebSocket['deserializeAttachment']>;

const known = new WeakMap<WebSocket, Attachment>();

/** What was attached last. Whoever changes it attaches it anew. */
export function attached(socket: WebSocket): Attachment {
  let attachment: Attachment = known.get(socket);
  if (attachment === undefined) {
    attachment = socket.deserializeAttachment();
    known.set(socket, attachment);
  }
  return attachment;
}

/** Attaches what structured cloning can carry. */
export function attach(socket: WebSocket, attachment: object): void {
  socket.serializeAttachment(attachment);
  known.set(socket, attachment);
}
