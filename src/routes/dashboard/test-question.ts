/** Puts a question to the real assistant of a website, outside of any conversation. */
import { createAnswerer } from '../../assistant/answer.ts';
import type { Answerer, Attempt, Question, ResortReason } from '../../assistant/answerer.ts';
import { type ModelChoice, type ModelEnv, modelsOf } from '../../assistant/models/choice.ts';
import type { Passage } from '../../assistant/retrieval/passage.ts';
import type { Retrieval } from '../../assistant/retrieval/retrieve.ts';
import { safeUrl } from '../../assistant/safe-url.ts';
import { tellable } from '../../assistant/models/tellable.ts';
import type { ModelTrouble } from '../../assistant/models/trouble.ts';
import { RESORT_LIMIT_MS, TURN_LIMIT_MS } from '../../conversation/turn.ts';
import type { TestAnswer } from '../../dashboard/test-question.tsx';
import { logEvent } from '../../log.ts';
import { assertNever } from '../../protocol/assert-never.ts';
import type { Source } from '../../protocol/entry.ts';
import { findArticles } from '../../site/knowledge.ts';
import { createNearest } from '../../site/nearest.ts';
import type { SiteSettings } from '../../site/settings.ts';

/** How a conversation asks: see its turns. */
const ATTEMPTS: readonly Attempt[] = ['first', 'again', 'resort'];

type Reply =
  | { type: 'said'; text: string; answered: boolean; sources: Source[]; resort?: ResortReason }
  | ({ type: 'failed' } & ModelTrouble);

/** Asks by the website's current settings, the same way a conversation does. Never rejects. */
export async function askTest(
  env: ModelEnv & { DB: D1Database },
  settings: SiteSettings,
  asked: string,
): Promise<TestAnswer> {
  const { choice } = modelsOf(env);
  let found: Retrieval = { passages: [], answer: [] };
  const answerer = createAnswerer({
    choice,
    findArticles: (site, text, limit) => findArticles(env.DB, site, text, limit),
    findNearest: createNearest(env.DB, choice),
    onRetrieved: (retrieval) => {
      found = retrieval;
    },
  });
  const question: Question = {
    settings,
    lines: [{ role: 'visitor', text: asked }],
    asked: [asked],
    team: settings.escalation.enabled ? 'available' : 'off',
  };
  const { reply, trouble } = await askInTurn(answerer, question, ({ reason, detail }) => {
    logEvent('test_question.failed', { site: settings.site, reason, detail: tell(choice, detail) });
  });
  const before = trouble && { ...trouble, detail: tell(choice, trouble.detail) };
  if (!reply) {
    return {
      outcome: 'failed',
      text: '',
      sources: [],
      passages: [],
      ...(before && { trouble: before }),
    };
  }
  const { text, answered, sources, resort } = reply;
  const isEmbedded = choice.provider === 'embedded' || resort !== undefined;
  const passages = found.passages.map((passage) => ({
    passage,
    // What needs no source, such as a greeting, was made of no passage either.
    isUsed:
      answered &&
      sources.length > 0 &&
      (isEmbedded ? found.answer.includes(passage) : isNamed(passage, sources)),
  }));
  return {
    outcome: answered ? 'answered' : 'unanswered',
    text,
    sources,
    passages,
    ...(before && { trouble: before }),
    ...(resort && { resort }),
  };
}

/** Asks until there is a reply. `trouble` is what went wrong last before it. */
async function askInTurn(
  answerer: Answerer,
  question: Question,
  onTrouble: (trouble: ModelTrouble) => void,
): Promise<{ reply?: Extract<Reply, { type: 'said' }>; trouble?: ModelTrouble }> {
  const patience = AbortSignal.timeout(TURN_LIMIT_MS);
  let before: { trouble?: ModelTrouble } = {};
  for (const attempt of ATTEMPTS) {
    const isLast = attempt === 'resort';
    if (patience.aborted && !isLast) continue;
    const signal = isLast ? AbortSignal.timeout(RESORT_LIMIT_MS) : patience;
    const reply = await askOnce(answerer, question, signal, attempt);
    if (reply.type === 'said') return { reply, ...before };
    const { reason, detail } = reply;
    before = { trouble: { reason, detail } };
    onTrouble({ reason, detail });
  }
  return before;
}

async function askOnce(
  answerer: Answerer,
  question: Question,
  signal: AbortSignal,
  attempt: Attempt,
): Promise<Reply> {
  let text = '';
  for await (const part of answerer(question, signal, attempt)) {
    switch (part.type) {
      case 'text':
        text += part.delta;
        break;
      case 'rewritten':
        ({ text } = part);
        break;
      case 'truth':
        // Nothing changes here while it is said.
        break;
      case 'failed':
        return part;
      case 'done': {
        const { answered, sources, resort } = part;
        const words = text.trim();
        return words === ''
          ? { type: 'failed', reason: 'silent', detail: '' }
          : { type: 'said', text: words, answered, sources, ...(resort && { resort }) };
      }
      default:
        assertNever(part);
    }
  }
  return { type: 'failed', reason: 'too_slow', detail: 'There was no answer in time.' };
}

function isNamed({ title, url }: Passage, sources: readonly Source[]): boolean {
  const address = url === undefined ? null : safeUrl(url);
  return sources.some((source) => source.title === title && (source.url ?? null) === address);
}

function tell(choice: ModelChoice, detail: string): string {
  return tellable(detail, choice.provider === 'openai-compatible' ? choice.apiKey : undefined);
}
