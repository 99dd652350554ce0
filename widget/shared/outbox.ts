/**
 * What a client has said and the server has not yet confirmed. Pure: the socket client keeps the
 * list, storage and page read it.
 *
 * Something *spoken* (it carries words of the visitor or agent) holds back everything behind it until
 * it is confirmed. Sent all at once, the second message could be accepted after the first was refused
 * for speed, and the log would have them the wrong way round for good.
 */
import type { Millis } from '../../src/protocol/entry.ts';

/** A frame that the server answers by its `ref`, with an entry or a refusal. */
export interface RefFrame {
  readonly type: string;
  readonly ref: string;
}

interface Pending<F> {
  readonly frame: F;
  /** When it was said. */
  readonly at: Millis;
  /** On the wire of the present connection, answer outstanding. */
  readonly isSent: boolean;
  /** Why the server refused it for good. It then waits for a retry by hand. */
  readonly failure?: string;
}

export type Outbox<F> = readonly Pending<F>[];

/** Whether losing the frame would lose somebody's words. Only these outlive the page. */
export function isSpoken(frame: RefFrame): boolean {
  return 'text' in frame || 'email' in frame;
}

/** Appends a frame, unless one with its `ref` is there already. */
export function enqueue<F extends RefFrame>(outbox: Outbox<F>, frame: F, at: Millis): Outbox<F> {
  if (outbox.some((item) => item.frame.ref === frame.ref)) return outbox;
  return [...outbox, { frame, at, isSent: false }];
}

/** The server has it, or nobody wants it any more. */
export function settle<F extends RefFrame>(outbox: Outbox<F>, ref: string | undefined): Outbox<F> {
  return outbox.some((item) => item.frame.ref === ref)
    ? outbox.filter((item) => item.frame.ref !== ref)
    : outbox;
}

/** The server will never take it: words stay, marked, for a retry by hand; a mere action is dropped. */
export function refuse<F extends RefFrame>(
  outbox: Outbox<F>,
  ref: string,
  failure: string,
): Outbox<F> {
  return outbox.flatMap((item) => {
    if (item.frame.ref !== ref) return [item];
    return isSpoken(item.frame) ? [{ ...item, isSent: false, failure }] : [];
  });
}

/** Queues a refused frame again, behind everything said since. */
export function retry<F extends RefFrame>(outbox: Outbox<F>, ref: string): Outbox<F> {
  const item = outbox.find((item) => item.frame.ref === ref);
  if (item?.failure === undefined) return outbox;
  return [...settle(outbox, ref), { frame: item.frame, at: item.at, isSent: false }];
}

/** The given frames, as {@link ready} named them, are on the wire. */
export function markSent<F extends RefFrame>(outbox: Outbox<F>, frames: readonly F[]): Outbox<F> {
  return outbox.map((item) => (frames.includes(item.frame) ? { ...item, isSent: true } : item));
}

/** The connection is gone, or asked to slow down: what was on the wire has to go again. */
export function unsend<F>(outbox: Outbox<F>): Outbox<F> {
  return outbox.some((item) => item.isSent)
    ? outbox.map((item) => ({ ...item, isSent: false }))
    : outbox;
}

/** The frames to send now, in order: up to and including the first that waits for its answer. */
export function ready<F extends RefFrame>(outbox: Outbox<F>): F[] {
  const frames: F[] = [];
  for (const item of outbox) {
    if (item.failure !== undefined) continue;
    if (!item.isSent) frames.push(item.frame);
    if (isSpoken(item.frame)) break;
  }
  return frames;
}

/** Whether something spoken is on the wire and its answer outstanding. */
export function isAwaited<F extends RefFrame>(outbox: Outbox<F>): boolean {
  return outbox.some((item) => item.isSent && isSpoken(item.frame));
}
