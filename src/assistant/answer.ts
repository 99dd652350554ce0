/** One answer, from question to streamed parts: retrieval, prompt, model. The same path for every model. */
import type { TextStreamPart, ToolSet } from 'ai';
import type { Source } from '../protocol/entry.ts';
import { saysUnanswered } from './answered.ts';
import type { AnswerPart, Answerer, Question } from './answerer.ts';
import { createModel, type ModelChoice } from './model.ts';
import type { Article } from './passage.ts';
import { buildPrompt } from './prompt.ts';
import type { Asked } from './question.ts';
import { retrieve, type Retrieval } from './retrieve.ts';
import { safeUrl } from './safe-url.ts';

export interface AnswererParts {
  /** The articles of a site that may answer a question, likeliest first. May reject. */
  findArticles: (site: string, question: string, limit: number) => Promise<Article[]>;
  /** The embedded model unless told otherwise. */
  choice?: ModelChoice;
  /** Told what an answer is made from, before its first part. */
  onRetrieved?: (found: Retrieval) => void;
}

/** Of several messages that want an answer together, the last ones tell what about. In UTF-16 units. */
const MAX_ASKED_CHARS = 4_000;

/** Articles looked at for one answer. */
const MAX_ARTICLES = 12;

/** Reasons to stop that leave no answer behind. */
const UNFINISHED: ReadonlySet<string> = new Set(['error', 'interrupted']);

/** The assistant of a deployment. What it yields and when is told at {@link Answerer}. */
export function createAnswerer(parts: AnswererParts): Answerer {
  return async function* answer(question, signal) {
    try {
      for await (const part of modelParts(question, signal, parts)) {
        if (signal.aborted) return;
        yield part;
      }
    } catch (error) {
      if (!signal.aborted) yield failed(error);
    }
  };
}

async function* modelParts(
  question: Question,
  signal: AbortSignal,
  { findArticles, choice = { provider: 'embedded' }, onRetrieved }: AnswererParts,
): AsyncGenerator<AnswerPart, void, undefined> {
  const asked = askedIn(question);
  if (!asked) {
    yield failed('no visitor line to answer');
    return;
  }
  // Loaded at the first answer: opening a conversation never pays for it.
  const loading = import('./model-call.ts');
  const { site, name } = question.settings;
  const search = [asked.text, asked.before ?? ''].join('\n');
  const [{ streamText }, articles] = await Promise.all([
    loading,
    findArticles(site, search, MAX_ARTICLES),
  ]);
  if (signal.aborted) return;
  const found = retrieve(articles, asked, name);
  onRetrieved?.(found);
  const { passages, answer } = found;
  const { locale } = question;
  const { stream } = streamText({
    model: createModel(choice, { answer, ...(locale === undefined ? {} : { locale }) }),
    ...buildPrompt(question, passages),
    abortSignal: signal,
    // Whoever asked decides whether to ask again, and reads the error as a part of the stream.
    maxRetries: 0,
    onError: () => undefined,
  });
  yield* answerParts(stream, signal);
}

async function* answerParts(
  stream: ReadableStream<TextStreamPart<ToolSet>>,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart, void, undefined> {
  const sources: Source[] = [];
  for await (const part of until(signal, stream)) {
    switch (part.type) {
      case 'text-delta':
        if (part.text !== '') yield { type: 'text', delta: part.text };
        break;
      case 'source':
        addSource(sources, part);
        break;
      case 'error':
        yield failed(part.error);
        return;
      case 'finish-step':
        yield UNFINISHED.has(part.finishReason)
          ? failed(`the model stopped: ${part.finishReason}`)
          : { type: 'done', answered: !saysUnanswered(part.providerMetadata), sources };
        return;
      default:
        // Reasoning, files and tool calls are no part of an answer.
        break;
    }
  }
  yield failed('the model ended without finishing');
}

/** Reads a stream; ends, and has its source stop, as soon as `signal` fires, even in mid-wait. */
async function* until<T>(signal: AbortSignal, stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  // A source that fails on being stopped has still stopped.
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function addSource(sources: Source[], part: TextStreamPart<ToolSet> & { type: 'source' }): void {
  const url = part.sourceType === 'url' ? safeUrl(part.url) : null;
  const title = part.title ?? url;
  if (title === null) return;
  if (sources.some((source) => source.title === title && (source.url ?? null) === url)) return;
  sources.push({ title, ...(url === null ? {} : { url }) });
}

/** What wants an answer, and what the visitor said before that. */
function askedIn({ asked, lines }: Question): Asked | null {
  if (asked.length === 0) return null;
  const text = asked.join('\n').slice(-MAX_ASKED_CHARS);
  const said = lines.filter(({ role }) => role === 'visitor');
  const before = said.at(-1 - asked.length);
  return before ? { text, before: before.text } : { text };
}

function failed(error: unknown): AnswerPart {
  return {
    type: 'failed',
    error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
