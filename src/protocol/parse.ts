/**
 * Raw socket data in, a frame or a refusal out. Total: whatever arrives is a value, never a throw.
 */
import * as z from 'zod/mini';
import type { AgentFrame, RefusalCode, VisitorFrame } from './frames.ts';
import { identifyFrame, pageFrame, pageIn, partsOf } from './introduction.ts';
import {
  MAX_EMAIL_CHARS,
  MAX_FRAME_BYTES,
  MAX_NAME_CHARS,
  MAX_NOTE_CHARS,
  MAX_REF_CHARS,
  MAX_TEXT_CHARS,
  PROTOCOL,
} from './limits.ts';
import type { MonitorClientFrame } from './monitor.ts';

/** Why a frame was not accepted; `ref` is echoed when one could be read. */
interface Rejected {
  ok: false;
  code: RefusalCode;
  message: string;
  ref?: string;
}

export type Parsed<F> = { ok: true; frame: F } | Rejected;

/** Reads a visitor's frame. */
export function parseVisitorFrame(raw: string | ArrayBuffer): Parsed<VisitorFrame> {
  const parsed = parse(raw, visitorFrames);
  if (!parsed.ok) return parsed;
  const { frame } = parsed;
  if (frame.type === 'page') return { ok: true, frame: { ...frame, page: pageIn(frame.page) } };
  if (frame.type !== 'hello') return { ok: true, frame };
  const { type, protocol, lastSeq = 0, page, locale } = frame;
  return {
    ok: true,
    frame: {
      type,
      protocol,
      lastSeq,
      ...(isObject(page) && { page: partsOf(page) }),
      ...(typeof locale === 'string' && { locale: locale.slice(0, MAX_LOCALE_CHARS) }),
    },
  };
}

/** Reads an agent's frame. */
export function parseAgentFrame(raw: string | ArrayBuffer): Parsed<AgentFrame> {
  const parsed = parse(raw, agentFrames);
  if (!parsed.ok) return parsed;
  const { frame } = parsed;
  if (frame.type !== 'hello') return { ok: true, frame };
  return { ok: true, frame: { ...frame, lastSeq: frame.lastSeq ?? 0 } };
}

/** Reads a frame of somebody who watches a website live. */
export function parseMonitorFrame(raw: string | ArrayBuffer): Parsed<MonitorClientFrame> {
  return parse(raw, monitorFrames);
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
// The two limits of `text` that deserve their own refusal are checked in `parse`.
const say = z.object({ type: z.literal('say'), ref, text: z.string().check(z.trim()) });
const typing = z.object({ type: z.literal('typing') });
const end = z.object({ type: z.literal('end'), ref });
const greeting = {
  type: z.literal('hello'),
  protocol: z.literal(PROTOCOL),
  lastSeq: z.exactOptional(seq),
};

const visitorFrames = z.discriminatedUnion('type', [
  say,
  typing,
  z.object({
    ...greeting,
    page: z.exactOptional(z.unknown()),
    locale: z.exactOptional(z.unknown()),
  }),
  pageFrame,
  identifyFrame,
  z.object({ type: z.literal('ask_human'), ref }),
  z.object({ type: z.literal('answer_offer'), ref, accept: z.boolean() }),
  z.object({ type: z.literal('cancel_wait'), ref }),
  z.object({
    type: z.literal('leave_contact'),
    ref,
    email: z.string().check(z.trim(), z.maxLength(MAX_EMAIL_CHARS), z.email()),
  }),
  end,
  z.object({ type: z.literal('erase'), ref }),
]);

const agentFrames = z.discriminatedUnion('type', [
  say,
  typing,
  z.object(greeting),
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

const monitorFrames = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.literal(PROTOCOL) }),
]);

/** What each side may send, for whoever wants to know every field of it. */
export const FRAMES = { visitor: visitorFrames, agent: agentFrames, monitor: monitorFrames };

const MAX_LOCALE_CHARS = 35;

const BAD_FRAME = 'That frame is not in the protocol.';
/** What a visitor reads beside the form. */
const BAD_CONTACT = 'That does not look like an email address.';

const encoder = new TextEncoder();

function parse<F extends { type: string }>(
  raw: string | ArrayBuffer,
  frames: { safeParse(value: unknown): { success: true; data: F } | { success: false } },
): Parsed<F> {
  if (typeof raw !== 'string') return rejected('bad_frame', 'Frames are JSON text, not binary.');
  if (!isShortEnough(raw)) {
    return rejected('too_long', `A frame is at most ${MAX_FRAME_BYTES} bytes.`, refNear(raw));
  }
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return rejected('bad_frame', 'That is not JSON.');
  }
  // Another protocol's greeting may look like anything else.
  if (isObject(value) && value['type'] === 'hello' && value['protocol'] !== PROTOCOL) {
    return rejected('unsupported_protocol', `This server speaks protocol ${PROTOCOL}.`);
  }
  const result = frames.safeParse(value);
  if (!result.success) {
    const isContact = isObject(value) && value['type'] === 'leave_contact';
    return rejected('bad_frame', isContact ? BAD_CONTACT : BAD_FRAME, refOf(value));
  }
  const frame = result.data;
  if ('text' in frame && typeof frame.text === 'string') {
    if (frame.text === '') return rejected('bad_frame', 'A message needs some text.', refOf(value));
    if (!fits(frame.text, MAX_TEXT_CHARS)) {
      return rejected(
        'too_long',
        `A message is at most ${MAX_TEXT_CHARS} characters.`,
        refOf(value),
      );
    }
  }
  return { ok: true, frame };
}

/** The stamp of a frame that is not worth parsing, where clients put it: at one end or the other. */
export function refNear(raw: string | ArrayBuffer): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const ends = `${raw.slice(0, 200)} ${raw.slice(-200)}`;
  return /"ref"\s*:\s*"([^"\\]{1,64})"/u.exec(ends)?.[1];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Counts bytes only where UTF-16 units leave it open: each takes one to three. */
function isShortEnough(raw: string): boolean {
  if (raw.length * 3 <= MAX_FRAME_BYTES) return true;
  return raw.length <= MAX_FRAME_BYTES && encoder.encode(raw).length <= MAX_FRAME_BYTES;
}

/** Counts code points only where UTF-16 units leave it open. */
function fits(text: string, max: number): boolean {
  if (text.length <= max) return true;
  if (text.length > 2 * max) return false;
  return [...text].length <= max;
}

function refOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const stamp = value['ref'];
  return typeof stamp === 'string' && fits(stamp, MAX_REF_CHARS) ? stamp : undefined;
}

function rejected(code: RefusalCode, message: string, ref?: string): Rejected {
  return { ok: false, code, message, ...(ref === undefined ? {} : { ref }) };
}
