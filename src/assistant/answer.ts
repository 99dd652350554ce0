/** One answer, from question to streamed parts: retrieval, prompt, model. The same path for every model. */
import { assertNever } from '../protocol/assert-never.ts';
import type { AnswerPart, Answerer, Attempt, Question, ResortReason } from './answerer.ts';
import { type Limits, LIMITS } from './models/limits.ts';
import { createModel } from './models/create-model.ts';
import type { Embedded, ModelChoice, Remote } from './models/choice.ts';
import type { Article } from './retrieval/passage.ts';
import { pause } from './pause.ts';
import { loadSpeech, saidIn } from '../language/speech.ts';
import { preambleFor } from './embedded/preamble.ts';
import { smallTalkOf } from './embedded/small-talk.ts';
import { buildPrompt } from './prompt/prompt.ts';
import { guessLanguage } from './retrieval/language.ts';
import { type Asked, meantBy } from './retrieval/question.ts';
import { type Nearest, retrieve, type Retrieval } from './retrieval/retrieve.ts';
import { troubleOf } from './models/trouble.ts';

interface AnswererParts {
  /** The articles of a site that may answer a question, likeliest first. May reject. */
  findArticles: (site: string, question: string, limit: number) => Promise<Article[]>;
  /** The passages that are nearest to a question in meaning, where that is known. Never rejects. */
  findNearest?: (
    site: string,
    question: string,
    signal: AbortSignal,
  ) => Promise<readonly Nearest[]>;
  /** The embedded model unless told otherwise. */
  choice?: ModelChoice;
  /** Whether a model may be asked once more. Asked once per question, while its articles are looked up. */
  isPaid?: (question: Question) => Promise<boolean>;
  /** Told what an answer is made from, before its first part. */
  onRetrieved?: (found: Retrieval) => void;
  limits?: Partial<Limits>;
}

/** Of several messages that want an answer together, the last ones tell what about. In UTF-16 units. */
const MAX_ASKED_CHARS = 4_000;

/** Articles looked at for one answer. */
const MAX_ARTICLES = 12;

const EMBEDDED: Embedded = { provider: 'embedded' };

/** The assistant of a deployment. What it yields and when is told at {@link Answerer}. */
export function createAnswerer(parts: AnswererParts): Answerer {
  return async function* answer(question, signal, attempt = 'first') {
    try {
      const asked = askedIn(question);
      if (!asked) {
        yield { type: 'failed', reason: 'internal', detail: 'no visitor line to answer' };
        return;
      }
      const told = await partsOf(question, asked, signal, attempt, parts);
      for await (const part of told) {
        if (signal.aborted) return;
        yield part;
      }
    } catch (error) {
      if (signal.aborted) return;
      yield { type: 'failed', reason: 'internal', detail: troubleOf(error).detail };
    }
  };
}

/** What one answer is made from. */
interface Occasion {
  question: Question;
  asked: Asked;
  found: Retrieval;
  signal: AbortSignal;
}

/** Who answers, about to. Each piece of an answer passes from hand to hand, so there are no more than needed. */
async function partsOf(
  question: Question,
  asked: Asked,
  signal: AbortSignal,
  attempt: Attempt,
  parts: AnswererParts,
): Promise<AsyncIterable<AnswerPart>> {
  const { choice = EMBEDDED } = parts;
  if (choice.provider === 'embedded') {
    return fromArticles(await occasionFor(question, asked, signal, parts), choice);
  }
  const limits = { ...LIMITS, ...parts.limits };
  if (attempt === 'again') await pause(limits.retryMs, signal);
  // What is said in the articles' own words is found by words alone.
  const findNearest = attempt === 'resort' ? undefined : parts.findNearest;
  const [occasion, isPaid] = await Promise.all([
    occasionFor(question, asked, signal, parts, findNearest),
    attempt === 'first' ? (parts.isPaid?.(question) ?? true) : true,
    // Loaded at the first answer, while its articles are looked up: opening a conversation never pays for it.
    import('./models/ask.ts'),
  ]);
  if (attempt === 'resort') return fromArticles(occasion, EMBEDDED, 'trouble');
  return isPaid ? fromModel(occasion, choice, limits) : fromArticles(occasion, EMBEDDED, 'spent');
}

async function occasionFor(
  question: Question,
  asked: Asked,
  signal: AbortSignal,
  { findArticles, onRetrieved }: AnswererParts,
  findNearest?: AnswererParts['findNearest'],
): Promise<Occasion> {
  const { site, name } = question.settings;
  const search = [asked.text, asked.before ?? ''].join('\n');
  const [articles, nearest] = await Promise.all([
    findArticles(site, search, MAX_ARTICLES),
    findNearest?.(site, meantBy(asked), signal) ?? [],
  ]);
  const found = retrieve(articles, asked, name, nearest);
  onRetrieved?.(found);
  return { question, asked, found, signal };
}

/** A model's own words, once they have been looked at. */
async function fromModel(
  { question, found, signal }: Occasion,
  choice: Remote,
  limits: Limits,
): Promise<AsyncIterable<AnswerPart>> {
  const [{ ask }, { guardedAnswer }, model] = await Promise.all([
    import('./models/ask.ts'),
    import('./words/model-words.ts'),
    createModel(choice, { answer: [] }),
  ]);
  const heard = ask(model, buildPrompt(question, found.passages), signal, limits);
  return guardedAnswer(heard, question, found.passages);
}

/** The articles' words; with `resort`, after an honest one why it is these. */
async function* fromArticles(
  { question, asked, found, signal }: Occasion,
  choice: Embedded,
  resort?: ResortReason,
): AsyncGenerator<AnswerPart, void, undefined> {
  const { locale, tongue } = question;
  await loadSpeech();
  const said = saidIn(tongue ?? guessLanguage(asked.text, locale));
  // Small talk is as good from the one as from the other.
  const isOwed = resort !== undefined && smallTalkOf(asked.text, locale) === null;
  const preamble = isOwed ? preambleFor(resort, found.answer.length > 0, said) : null;
  const why = isOwed ? { resort } : {};
  if (preamble) yield { type: 'text', delta: preamble.text };
  if (preamble?.isAll) {
    yield { type: 'done', answered: false, sources: [], ...why };
    return;
  }
  const occasion = { answer: found.answer, said, ...(locale !== undefined && { locale }) };
  const [{ ask }, model] = await Promise.all([
    import('./models/ask.ts'),
    createModel(choice, occasion),
  ]);
  for await (const heard of ask(model, buildPrompt(question, found.passages), signal)) {
    switch (heard.type) {
      case 'text':
        yield heard;
        break;
      case 'end':
        yield { type: 'done', answered: heard.knows, sources: heard.sources, ...why };
        break;
      case 'trouble':
        yield { type: 'failed', reason: heard.reason, detail: heard.detail };
        break;
      default:
        assertNever(heard);
    }
  }
}

/** What wants an answer, and what the visitor said before that. */
function askedIn({ asked, lines }: Question): Asked | null {
  if (asked.length === 0) return null;
  const text = asked.join('\n').slice(-MAX_ASKED_CHARS);
  const said = lines.filter(({ role }) => role === 'visitor');
  const before = said.at(-1 - asked.length);
  return before ? { text, before: before.text } : { text };
}
