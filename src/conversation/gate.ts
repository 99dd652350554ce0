/** What every frame must pass before anybody looks at what it asks: rate, form, and a greeting first. */
import { floodKey, refusedFor, rememberRefusal } from '../limits/refusals.ts';
import { POLICY_VIOLATION } from '../protocol/close-codes.ts';
import type { Millis } from '../protocol/entry.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import { type Parsed, refNear } from '../protocol/parse.ts';
import { attach } from '../objects/attachments.ts';
import { take } from '../objects/rate.ts';
import { type Attachment, rateOf, refuse } from './sockets.ts';

/** A client that keeps flooding gets this many refusals before it is disconnected. */
export const MAX_UNHEEDED = 100;

/** The same for whoever shares a network with somebody who was just hung up on: mostly it is them again. */
export const MAX_UNHEEDED_AGAIN = 10;

/** A frame that comes in time makes up for so many that did not: only a flood is never made up for. */
const FORGIVEN = 10;

/**
 * The frame, or null when the sender has been refused. Keeps the attachment up to date. Whoever is too
 * fast is not even read: a flood costs as little as can be.
 */
export function admitFrame<F extends VisitorFrame | AgentFrame>(
  socket: WebSocket,
  attachment: Attachment,
  raw: string | ArrayBuffer,
  parse: (raw: string | ArrayBuffer) => Parsed<F>,
  now: Millis,
): F | null {
  const taken = take(attachment.bucket, rateOf(attachment.side), now);
  if (!taken.ok) {
    const { retryAfterMs } = taken;
    attachment.unheeded += 1;
    if (isFlooding(attachment, now)) {
      socket.close(POLICY_VIOLATION, 'too fast');
      return null;
    }
    attach(socket, attachment);
    const why = { code: 'too_fast', message: 'Please slow down a little.', retryAfterMs } as const;
    refuse(socket, why, refNear(raw));
    return null;
  }
  const parsed = parse(raw);
  const ref = parsed.ok ? refOf(parsed.frame) : parsed.ref;
  attachment.bucket = taken.bucket;
  attachment.unheeded = Math.max(0, attachment.unheeded - FORGIVEN);
  if (parsed.ok && parsed.frame.type === 'hello') attachment.greeted = true;
  attach(socket, attachment);
  if (!parsed.ok) {
    refuse(socket, { code: parsed.code, message: parsed.message }, ref);
    return null;
  }
  if (!attachment.greeted) {
    refuse(socket, { code: 'not_allowed', message: 'Say hello first.' }, ref);
    return null;
  }
  return parsed.frame;
}

/** Whether that was too much: it is noticed once, and then there is no socket any more. */
export function isFlooding(attachment: Attachment, now: Millis): boolean {
  const { side, unheeded } = attachment;
  if (unheeded <= MAX_UNHEEDED_AGAIN) return false;
  return (
    unheeded > MAX_UNHEEDED ||
    (side === 'visitor' && refusedFor(floodKey(attachment.network), now) !== null)
  );
}

/** Remembers, in this isolate, that somebody from a network floods. */
export function rememberFlood(network: string, until: Millis): void {
  rememberRefusal(floodKey(network), until);
}

function refOf(frame: VisitorFrame | AgentFrame): string | undefined {
  return 'ref' in frame ? frame.ref : undefined;
}
