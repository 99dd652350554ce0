/** What every object with hibernating sockets does with them, whatever they are for. */
import type { Millis } from '../protocol/entry.ts';
import { attached } from './attachments.ts';

/** What every attachment has. */
interface Metered {
  bucket: { at: Millis };
}

/** The sockets with a tag, or all. Closing ones are listed by the platform and left out here. */
export function openSockets(ctx: DurableObjectState, tag?: string): WebSocket[] {
  return ctx.getWebSockets(tag).filter((socket) => socket.readyState === WebSocket.OPEN);
}

/** When a socket last showed life, by a frame or by a ping that did not even wake the object. */
export function heardAt(ctx: DurableObjectState, socket: WebSocket): Millis {
  const { bucket }: Metered = attached(socket);
  return Math.max(bucket.at, pingedAt(ctx, socket) ?? 0);
}

/** When a socket last sent a ping; null for one that never did. */
export function pingedAt(ctx: DurableObjectState, socket: WebSocket): Millis | null {
  return ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? null;
}

/** The one of which nothing was heard for the longest time. */
export function longestSilent(
  ctx: DurableObjectState,
  sockets: readonly WebSocket[],
): WebSocket | undefined {
  return sockets.toSorted((one, other) => heardAt(ctx, one) - heardAt(ctx, other))[0];
}

/** Sends a frame that was put into words. One that dies under our hands is no error: its owner comes back. */
export function sendText(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    // Closed between the check and the send.
  }
}
