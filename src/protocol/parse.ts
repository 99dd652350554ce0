/**
 * Raw socket data in, a frame or a refusal out. Total: whatever arrives is a value, never a throw.
 */
import * as z from 'zod/mini';
import type { AgentFrame, RefusalCode, VisitorFrame } from './frames.ts';
import {
  MAX_FRAME_BYTES,
  MAX_NAME_CHARS,
  MAX_NOTE_CHARS,
  MAX_REF_CHARS,
  MAX_TEXT_CHARS,
  PROTOCOL,
} from './limits.ts';

/** Why a frame was not accepted; `ref` is echoed when one could be read. */
export interface Rejected {
  ok: false;
  code: RefusalCode;
  message: string;
  ref?: string;
}

export type Parsed<F> = { ok: true; frame: F } | Rejected;

/** Reads a visitor's frame. */
export function parseVisitorFrame(raw: string | ArrayBuffer): Parsed<VisitorFrame> {
  return parse(raw, visitorFrames);
}

/** Reads an agent's frame. */
export function parseAgentFrame(raw: string | ArrayBuffer): Parsed<AgentFrame> {
  return parse(raw, agentFrames);
}

/** The stamp of a raw frame, for an answer to one that could not be handled. */
export function refIn(raw: string | ArrayBuffer): string | undefined {
  try {
    return typeof raw === 'string' ? refOf(JSON.parse(raw)) : undefined;
  } catch {
    return undefined;
  }
}

const ref = z.string().check(z.minLength(1), z.maxLength(MAX_REF_CHARS));
const seq = z.int().check(z.nonnegative());
const trimmed = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** Facts a browser volunteers about itself: never worth a refusal, so cut to size instead. */
const volunteered = (max: number) =>
  z.exactOptional(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.slice(0, max)),
    ),
  );

const page = z.object({
  url: volunteered(2_000),
  title: volunteered(300),
  referrer: volunteered(2_000),
});

// The two limits of `text` that deserve their own refusal are checked in `parse`.
const say = z.object({ type: z.literal('say'), ref, text: z.string().check(z.trim()) });
const typing = z.object({ type: z.literal('typing') });
const end = z.object({ type: z.literal('end'), ref });

const visitorFrames = z.discriminatedUnion('type', [
  say,
  typing,
  z.object({
    type: z.literal('hello'),
    protocol: z.number(),
    lastSeq: seq,
    page: z.exactOptional(page),
    locale: volunteered(35),
  }),
  z.object({ type: z.literal('ask_human'), ref }),
  z.object({ type: z.literal('answer_offer'), ref, accept: z.boolean() }),
  z.object({ type: z.literal('cancel_wait'), ref }),
  z.object({
    type: z.literal('leave_contact'),
    ref,
    email: z.string().check(z.trim(), z.maxLength(254), z.email()),
  }),
  end,
]);

const agentFrames = z.discriminatedUnion('type', [
  say,
  typing,
  z.object({ type: z.literal('hello'), protocol: z.number(), lastSeq: seq }),
  z.object({
    type: z.literal('take_over'),
    ref,
    name: trimmed(MAX_NAME_CHARS),
    force: z.exactOptional(z.boolean()),
  }),
  z.object({
    type: z.literal('hand_back'),
    ref,
    note: z.exactOptional(z.string().check(z.trim(), z.maxLength(MAX_NOTE_CHARS))),
  }),
  end,
]);

const encoder = new TextEncoder();

function parse<F extends { type: string }>(
  raw: string | ArrayBuffer,
  frames: { safeParse(value: unknown): { success: true; data: F } | { success: false } },
): Parsed<F> {
  if (typeof raw !== 'string') return rejected('bad_frame', 'Frames are JSON text, not binary.');
  if (raw.length > MAX_FRAME_BYTES || encoder.encode(raw).length > MAX_FRAME_BYTES) {
    return rejected('too_long', `A frame is at most ${MAX_FRAME_BYTES} bytes.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return rejected('bad_frame', 'That is not JSON.');
  }
  const result = frames.safeParse(value);
  if (!result.success)
    return rejected('bad_frame', 'That frame is not in the protocol.', refOf(value));
  const frame = result.data;
  if ('text' in frame && typeof frame.text === 'string') {
    if (frame.text === '') return rejected('bad_frame', 'A message needs some text.', refOf(value));
    if (!fits(frame.text)) {
      return rejected(
        'too_long',
        `A message is at most ${MAX_TEXT_CHARS} characters.`,
        refOf(value),
      );
    }
  }
  if ('protocol' in frame && frame.protocol !== PROTOCOL) {
    return rejected('unsupported_protocol', `This server speaks protocol ${PROTOCOL}.`);
  }
  return { ok: true, frame };
}

/** Counts code points only where UTF-16 units leave it open. */
function fits(text: string): boolean {
  if (text.length <= MAX_TEXT_CHARS) return true;
  if (text.length > 2 * MAX_TEXT_CHARS) return false;
  return [...text].length <= MAX_TEXT_CHARS;
}

function refOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('ref' in value)) return undefined;
  return typeof value.ref === 'string' && value.ref.length <= MAX_REF_CHARS ? value.ref : undefined;
}

function rejected(code: RefusalCode, message: string, ref?: string): Rejected {
  return { ok: false, code, message, ...(ref === undefined ? {} : { ref }) };
}
