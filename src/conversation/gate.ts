/** What every frame must pass before anybody looks at what it asks: rate, form, and a greeting first. */
import type { Millis } from '../protocol/entry.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import type { Parsed } from '../protocol/parse.ts';
import { take } from '../objects/rate.ts';
import { type Attachment, rateOf, refuse } from './sockets.ts';

/** The frame, or null when the sender has been refused. Keeps the attachment up to date. */
export function admitFrame<F extends VisitorFrame | AgentFrame>(
  socket: WebSocket,
  attachment: Attachment,
  parsed: Parsed<F>,
  now: Millis,
): F | null {
  const ref = parsed.ok ? refOf(parsed.frame) : parsed.ref;
  const taken = take(attachment.bucket, rateOf(attachment.side), now);
  if (!taken.ok) {
    const { retryAfterMs } = taken;
    refuse(socket, { code: 'too_fast', message: 'Please slow down a little.', retryAfterMs }, ref);
    return null;
  }
  attachment.bucket = taken.bucket;
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

function refOf(frame: VisitorFrame | AgentFrame): string | undefined {
  return 'ref' in frame ? frame.ref : undefined;
}
