/** What every frame must pass before anybody looks at what it asks: rate, form, and a greeting first. */
import type { Millis } from '../protocol/entry.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import { type Parsed, refNear } from '../protocol/parse.ts';
import { take } from '../objects/rate.ts';
import { type Attachment, rateOf, refuse } from './sockets.ts';

/** So many refusals are told to somebody who goes on as fast as before. Then we hang up. */
export const MAX_UNHEEDED = 200;

/** A frame that comes in time makes up for so many that did not: only a flood is never made up for. */
const FORGIVEN = 10;

/** RFC 6455's code for whoever breaks the rules. Coming back is allowed, a while later. */
const POLICY_VIOLATION = 1008;

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
    if (isFlooding(attachment)) {
      socket.close(POLICY_VIOLATION, 'too fast');
      return null;
    }
    socket.serializeAttachment(attachment);
    const why = { code: 'too_fast', message: 'Please slow down a little.', retryAfterMs } as const;
    refuse(socket, why, refNear(raw));
    return null;
  }
  const parsed = parse(raw);
  const ref = parsed.ok ? refOf(parsed.frame) : parsed.ref;
  attachment.bucket = taken.bucket;
  attachment.unheeded = Math.max(0, attachment.unheeded - FORGIVEN);
  if (parsed.ok && parsed.frame.type === 'hello') attachment.greeted = true;
  socket.serializeAttachment(attachment);
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
export function isFlooding({ unheeded }: Attachment): boolean {
  return unheeded > MAX_UNHEEDED;
}

function refOf(frame: VisitorFrame | AgentFrame): string | undefined {
  return 'ref' in frame ? frame.ref : undefined;
}
