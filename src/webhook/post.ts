/** Posts one message, and says how that went. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import { type HookFormat, type HookMessage, jsonBody, typeOf } from './message.ts';
import { signatureOf } from './sign.ts';
import { slackBody } from './slack.ts';
import { hookTarget } from './target.ts';
import { unlessAborted } from '../unless-aborted.ts';

/** Everything together takes no longer: connecting, sending, the answer. */
const POST_MS = 10_000;

/** As much of an answer is read. */
const READ_BYTES = 2_000;

/** As much of a refusal is kept, in characters. */
const SAID_CHARS = 200;

/** Where to post, and how. */
interface Receiver {
  url: string;
  secret: string;
  format: HookFormat;
}

/** Why no answer came, or none that counts. `not_looked_up`: nothing was sent, for we did not know where to. */
export const UNREACHED = ['too_slow', 'unreachable', 'not_allowed', 'not_looked_up'] as const;
export type Unreached = (typeof UNREACHED)[number];

export type Posted =
  | { is: 'delivered'; code: number }
  /** It answered with something else than a success. `said`: the beginning of the answer, as text. */
  | { is: 'refused'; code: number; said: string }
  | { is: 'unreached'; reason: Unreached };

/** What posting needs of the world. */
export interface World {
  /** The one way out to the web, so that tests can stand in for it. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  now(): Millis;
  /** Everything together takes no longer. */
  patienceMs: Millis;
  /** Whether receivers on this machine are allowed. */
  isDevelopment: boolean;
}

/** The world as it is. */
export function theWorld({ BATON_ENV }: { BATON_ENV: string }): World {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    patienceMs: POST_MS,
    isDevelopment: BATON_ENV === 'development',
  };
}

/** Posts a message, signed at this moment. Redirects are not followed: they would lead past the check. Never rejects. */
export async function post(
  receiver: Receiver,
  message: HookMessage,
  world: World,
): Promise<Posted> {
  const { fetch, now, patienceMs, isDevelopment } = world;
  const target = hookTarget(receiver.url, isDevelopment);
  if (!target.ok) return { is: 'unreached', reason: 'not_allowed' };
  const abort = new AbortController();
  const { signal } = abort;
  // One that is not cleared would keep the conversation's object awake.
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const body = bodyOf(receiver.format, message);
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Baton',
      'Baton-Event': typeOf(message),
      'Baton-Delivery': message.id,
      'Baton-Signature': await signatureOf(receiver.secret, body, now()),
    };
    const init = { method: 'POST', redirect: 'manual', headers, body, signal } as const;
    const response = await unlessAborted(signal, fetch(target.url.href, init));
    const code = response.status;
    if (!response.ok) return { is: 'refused', code, said: await beginning(response, signal) };
    void response.body?.cancel().catch(() => undefined);
    return { is: 'delivered', code };
  } catch {
    return { is: 'unreached', reason: signal.aborted ? 'too_slow' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf(format: HookFormat, message: HookMessage): string {
  switch (format) {
    case 'json':
      return jsonBody(message);
    case 'slack':
      return slackBody(message);
    default:
      return assertNever(format);
  }
}

/** The beginning of an answer as one line; of one that breaks off, as much as came. */
async function beginning(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    while (size < READ_BYTES) {
      const { done, value } = await unlessAborted(signal, reader.read());
      if (done) break;
      size += value.byteLength;
      text += decoder.decode(value.subarray(0, READ_BYTES), { stream: true });
    }
  } catch {
    // It has answered: how is known, and why matters less.
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, SAID_CHARS)
    .toWellFormed();
}
