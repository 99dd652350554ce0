/** Asks a deployment's model one short question, so that its owner sees whether it works. */
import type { TroubleReason } from '../../assistant/answerer.ts';
import { createEmbeddedModel } from '../../assistant/embedded/embedded.ts';
import type { Limits } from '../../assistant/models/limits.ts';
import { remoteModel } from '../../assistant/models/create-model.ts';
import type { ModelChoice } from '../../assistant/models/choice.ts';
import type { Prompt } from '../../assistant/prompt/prompt.ts';
import { tellable } from '../../assistant/models/tellable.ts';
import { type ModelTrouble, troubleOf } from '../../assistant/models/trouble.ts';
import type { Trial } from '../../dashboard/model-panel.tsx';
import type { Env } from '../../env.ts';
import { allow } from '../../limits/rate-limiter.ts';
import { assertNever } from '../../protocol/assert-never.ts';
import type { Millis } from '../../protocol/entry.ts';

/** Trials that a member may make in a minute. */
export const TRIES_PER_MINUTE = 6;

/** A model that is not done by then has failed. */
const TRY_LIMIT_MS = 10_000;

/** As much as one page needs of a model that goes on and on, in UTF-16 units. */
const MAX_TEXT_CHARS = 500;

/** Small talk, so that the built-in assistant has an answer as well. */
const PROMPT: Prompt = {
  instructions: 'You are the assistant in the chat of a website. Reply in one short sentence.',
  messages: [{ role: 'user', content: 'Hello' }],
};

/** Counts one trial of a member's, and says whether it is still within bounds. */
export async function mayTry(env: Env, member: string, now: Millis): Promise<boolean> {
  const limit = { key: `try:${member}`, perWindow: TRIES_PER_MINUTE, windowMs: 60_000 };
  return (await allow(env.RATE_LIMITER, limit, now)).ok;
}

/** Asks once, with neither a second attempt nor a substitute. Never rejects. */
export async function tryModel(choice: ModelChoice, limitMs = TRY_LIMIT_MS): Promise<Trial> {
  const startedAt = Date.now();
  const reply = await ask(choice, limitMs);
  const wholeMs = Date.now() - startedAt;
  if (reply.type === 'failed') {
    const { reason } = reply;
    const secret = choice.provider === 'openai-compatible' ? choice.apiKey : undefined;
    return { is: 'failed', reason, detail: tellable(reply.detail, secret), afterMs: wholeMs };
  }
  const text = reply.text.slice(0, MAX_TEXT_CHARS).trim();
  return choice.provider === 'embedded'
    ? { is: 'built_in', text }
    : { is: 'works', text, firstMs: reply.firstAt - startedAt, wholeMs };
}

type Reply = { type: 'said'; text: string; firstAt: Millis } | ({ type: 'failed' } & ModelTrouble);

async function ask(choice: ModelChoice, limitMs: number): Promise<Reply> {
  const limits: Limits = { firstWordMs: limitMs, stallMs: limitMs, totalMs: limitMs, retryMs: 0 };
  let text = '';
  let firstAt: Millis | null = null;
  try {
    const [{ ask: put }, model] = await Promise.all([
      import('../../assistant/models/ask.ts'),
      modelOf(choice),
    ]);
    for await (const part of put(model, PROMPT, new AbortController().signal, limits)) {
      switch (part.type) {
        case 'text':
          text += part.delta;
          if (text.trim() !== '') firstAt ??= Date.now();
          break;
        case 'end':
          if (firstAt !== null) return { type: 'said', text, firstAt };
          break;
        case 'trouble': {
          const { reason, detail } = part;
          return { type: 'failed', reason: lateOr(reason, text), detail };
        }
        default:
          assertNever(part);
      }
    }
  } catch (error) {
    return { type: 'failed', ...troubleOf(error) };
  }
  return { type: 'failed', reason: 'silent', detail: '' };
}

/** Of limits that are all the same, chance tells which is met first: what was said tells more. */
function lateOr(reason: TroubleReason, text: string): TroubleReason {
  if (reason !== 'stalled' && reason !== 'too_slow') return reason;
  return text.trim() === '' ? 'stalled' : 'too_slow';
}

function modelOf(choice: ModelChoice) {
  return choice.provider === 'embedded'
    ? createEmbeddedModel({ passages: [], chunkDelayMs: 0 })
    : remoteModel(choice, choice.answer);
}
