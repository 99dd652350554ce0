/** Who watches. What must outlive hibernation is in the attachment. */
import { attach, attached } from '../objects/attachments.ts';
import { type Bucket, type Rate, take } from '../objects/rate.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Refusal } from '../protocol/frames.ts';
import type { MonitorClientFrame, MonitorFrame } from '../protocol/monitor.ts';
import type { Parsed } from '../protocol/parse.ts';
import { heardAt, longestSilent, openSockets, sendText } from '../objects/open-sockets.ts';
import type { WatcherAdmission } from './admission.ts';
import type { Watcher } from './ended-sessions.ts';
import type { Dismissal } from './report.ts';

/** More than this is no team. */
export const MAX_WATCHERS = 200;

/** A watcher only ever says hello, and is then sent everything there is. */
const WATCHER_RATE: Rate = { burst: 10, perSecond: 0.5 };

/** A socket without any sign of life for this long is not there any more: its client pings more often. */
export const SILENT_AFTER_MS = 180_000;

export interface Attachment extends Omit<WatcherAdmission, 'checkedAt'> {
  /** Whether the socket has said hello, and was not hung up on. */
  greeted: boolean;
  bucket: Bucket;
}

/** Takes in a socket that was just introduced, in place of the one longest silent if there are too many. */
export function accept(
  ctx: DurableObjectState,
  socket: WebSocket,
  { member, session }: WatcherAdmission,
  now: Millis,
): void {
  const open = openSockets(ctx);
  if (open.length >= MAX_WATCHERS) {
    const stalest = longestSilent(ctx, open);
    if (stalest) hangUp(stalest, CLOSE.crowded, 'too many connections');
  }
  ctx.acceptWebSocket(socket);
  const bucket = { tokens: WATCHER_RATE.burst, at: now };
  write(socket, { member, session, greeted: false, bucket });
}

/** The frame, or null when the sender has been refused. Keeps the attachment up to date. */
export function admitFrame(
  socket: WebSocket,
  parsed: Parsed<MonitorClientFrame>,
  now: Millis,
): MonitorClientFrame | null {
  const attachment = attachmentOf(socket);
  const taken = take(attachment.bucket, WATCHER_RATE, now);
  if (!taken.ok) {
    const { retryAfterMs } = taken;
    refuse(socket, { code: 'too_fast', message: 'Please slow down a little.', retryAfterMs });
    return null;
  }
  const greeted = attachment.greeted || parsed.ok;
  write(socket, { ...attachment, greeted, bucket: taken.bucket });
  if (parsed.ok) return parsed.frame;
  const { code, message, ref } = parsed;
  refuse(socket, { code, message, ...(ref !== undefined && { ref }) });
  return null;
}

/** Every greeted socket. Closing ones are listed by the platform and left out here. */
export function watchers(ctx: DurableObjectState): WebSocket[] {
  return openSockets(ctx).filter((socket) => attachmentOf(socket).greeted);
}

/** Whether anybody watches. With no sockets at all that is answered without reading a thing. */
export function isWatched(ctx: DurableObjectState): boolean {
  return openSockets(ctx).some((socket) => attachmentOf(socket).greeted);
}

/** Sends one frame, put into words once, to everybody who watches. */
export function broadcast(ctx: DurableObjectState, frame: MonitorFrame): void {
  const audience = watchers(ctx);
  if (audience.length === 0) return;
  const text = JSON.stringify(frame);
  for (const socket of audience) sendText(socket, text);
}

/** Sends one frame. */
export function send(socket: WebSocket, frame: MonitorFrame): void {
  sendText(socket, JSON.stringify(frame));
}

/** Says no to a frame. */
export function refuse(socket: WebSocket, why: Omit<Refusal, 'type'>): void {
  send(socket, { type: 'refused', ...why });
}

/** Every session that a socket was introduced with, once. */
export function sessions(ctx: DurableObjectState): Watcher[] {
  const found = new Map<string, Watcher>();
  for (const socket of openSockets(ctx)) {
    const { member, session } = attachmentOf(socket);
    found.set(`${member} ${session}`, { member, session });
  }
  return [...found.values()];
}

/** Hangs up on everybody. */
export function hangUpOnAll(ctx: DurableObjectState, code: number, reason: string): void {
  for (const socket of openSockets(ctx)) hangUp(socket, code, reason);
}

/** Hangs up on the sockets of one member, or of one of their sessions. */
export function hangUpOn(ctx: DurableObjectState, { member, session }: Dismissal): void {
  for (const socket of openSockets(ctx)) {
    const its = attachmentOf(socket);
    if (its.member !== member || (session !== undefined && its.session !== session)) continue;
    hangUp(socket, CLOSE.dismissed, 'signed out');
  }
}

/** Hangs up on sockets that have given no sign of life for too long: their clients, if any, come back. */
export function hangUpOnSilent(ctx: DurableObjectState, now: Millis): void {
  for (const socket of openSockets(ctx)) {
    if (now - heardAt(ctx, socket) > SILENT_AFTER_MS) hangUp(socket, 1000, 'no sign of life');
  }
}

/** Whether a socket that closed was one that watched until then. */
export function wasWatching(socket: WebSocket): boolean {
  return attachmentOf(socket).greeted;
}

/** A socket that we hung up on has left: its close, when it comes, is no news. */
function hangUp(socket: WebSocket, code: number, reason: string): void {
  write(socket, { ...attachmentOf(socket), greeted: false });
  socket.close(code, reason);
}

function attachmentOf(socket: WebSocket): Attachment {
  const attachment: Attachment = attached(socket);
  return attachment;
}

function write(socket: WebSocket, attachment: Attachment): void {
  attach(socket, attachment);
}
