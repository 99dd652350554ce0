/** Which passages answer a question, if any do. Pure: articles and words in, ranked passages out. */
import { kindOf } from './concepts.ts';
import { forModel, keyOf, MAX_PASSAGES, type Nearest } from './for-model.ts';
import { indexOf } from './passage-index.ts';
import type { Article, Passage } from './passage.ts';
import { termsOf, type Asked } from './question.ts';
import { rank, weigh, type Ranked, type Sought } from './rank.ts';
import { spell, tongueOf } from './spell.ts';
import { wordCount } from './split.ts';
import { isNamedAfter } from './title.ts';
import { isLanguage, type Tongue } from './tongues.ts';

export { MAX_PASSAGES, MAX_TOKENS, type Nearest } from './for-model.ts';

/** What retrieval found. */
export interface Retrieval {
  /** The best passages for a model to read, best first. */
  passages: Passage[];
  /** The one or two that answer the question as they stand, of those above; none if nothing known does. */
  answer: Passage[];
}

/**
 * How much of a question a passage must speak of to be its answer, 0 to 1. This and the bounds below
 * were set by the question set in `test/unit/assistant`.
 */
const ANSWERS_FROM = 0.6;
/** A long story need not be covered whole: this much weight is enough to measure by. */
const ENOUGH_WEIGHT = 3.5;
/** Where the title names the matter asked after: "Returns", whatever the thing to be returned. */
const ANSWERS_ON_MATTER_FROM = 0.45;
/** There, all that no article speaks of weighs no more than this together. */
const MAX_UNKNOWN_WEIGHT = 1;
/** For two passages that share a question of two parts. */
const TOGETHER_FROM = 0.75;
/** Two passages in one answer hold no more than this. */
const MAX_ANSWER_WORDS = 120;

/** A passage further down than this is not the answer even where those above are none. */
const CONTENDERS = 3;

/** A question that may ask two things: joined by "and" in one of our languages, or more than one sentence. */
const HAS_TWO_PARTS = /\b(?:and|also|plus|y|et|und|e)\b|[?.!;,\n]\s*\S|[。！？،؛؟।]\s*\S/iu;

/** From here on a passage speaks of a term. */
const SPEAKS_OF = 0.7;
/** Below this it does not, and neither does the rest of its article. */
const IS_SILENT = 0.3;
/**
 * Ranks the passages of `articles` for what was asked. `siteName` is the website's own name, which
 * says nothing in a question put to it. What was found by its meaning, nearest first, has a say in what
 * a model reads and in which order; what is an answer by itself is decided by words alone.
 */
export function retrieve(
  articles: readonly Article[],
  asked: Asked,
  siteName = '',
  nearest: readonly Nearest[] = [],
): Retrieval {
  const index = articles.flatMap(indexOf);
  const tongue = tongueOf(asked, articles);
  const sought = spell(termsOf(asked, siteName), index, tongue);
  const ranked = weigh(sought) === 0 || index.length === 0 ? [] : rank(index, sought);
  const chosen = choose(ranked, { sought, tongue, hasTwoParts: HAS_TWO_PARTS.test(asked.text) });
  const byWords = ranked.map(({ passage }) => passage);
  const answer = chosen.map(({ passage }) => passage);
  const passages = forModel(byWords, answer, nearest);
  const given = new Map(passages.map((passage) => [keyOf(passage), passage]));
  return { passages, answer: answer.map((passage) => given.get(keyOf(passage)) ?? passage) };
}

/** What was asked, as far as it decides what is an answer. */
interface Wanted {
  sought: readonly Sought[];
  tongue: Tongue;
  hasTwoParts: boolean;
}

function choose(ranked: readonly Ranked[], wanted: Wanted): Ranked[] {
  const { sought, hasTwoParts } = wanted;
  const [best, ...others] = ranked.slice(0, MAX_PASSAGES);
  if (!best) return [];
  const second = hasTwoParts ? others.find((other) => complements(other, best, sought)) : undefined;
  if (second && wordCount(`${best.passage.text} ${second.passage.text}`) <= MAX_ANSWER_WORDS) {
    const together = best.found.map((value, at) => Math.max(value, second.found[at] ?? 0));
    if (covers(together, sought) >= TOGETHER_FROM) return [best, second];
  }
  const answer = ranked.slice(0, CONTENDERS).find((one) => answers(one, ranked, wanted));
  return answer ? [answer] : [];
}

function answers(one: Ranked, ranked: readonly Ranked[], { sought, tongue }: Wanted): boolean {
  if (!isOnTopic(one, sought)) return false;
  if (covers(one.found, sought) >= ANSWERS_FROM) return true;
  return (
    isOnMatter(one, sought, tongue) && coversKnown(one, ranked, sought) >= ANSWERS_ON_MATTER_FROM
  );
}

function covers(found: readonly number[], sought: readonly Sought[]): number {
  return weigh(sought, found) / Math.min(weigh(sought), ENOUGH_WEIGHT);
}

function coversKnown(
  { found }: Ranked,
  ranked: readonly Ranked[],
  sought: readonly Sought[],
): number {
  const unknown = sought.filter((_, at) => ranked.every((other) => other.found[at] === 0));
  const known = weigh(sought) - weigh(unknown);
  return weigh(sought, found) / (known + Math.min(weigh(unknown), MAX_UNKNOWN_WEIGHT));
}

/** Whether a passage speaks of anything topical in the question, or its title of anything at all. */
function isOnTopic({ found, titled }: Ranked, sought: readonly Sought[]): boolean {
  return sought.some(
    ({ isTopic }, at) =>
      (isTopic && (found[at] ?? 0) >= SPEAKS_OF) || (titled[at] ?? 0) >= SPEAKS_OF,
  );
}

/** Whether the title names a matter that the question is about. */
function isOnMatter(
  { titled, passage }: Ranked,
  sought: readonly Sought[],
  tongue: Tongue,
): boolean {
  return sought.some((term, at) => {
    if ((titled[at] ?? 0) < SPEAKS_OF) return false;
    if (term.concepts.some((concept) => kindOf(concept) === 'matter')) return true;
    return !isLanguage(tongue) && term.isTopic && isNamedAfter(passage.title, term, tongue);
  });
}

/** Whether an article is about a whole part of the question on which the best passage is silent. */
function complements(other: Ranked, best: Ranked, sought: readonly Sought[]): boolean {
  return sought.some(
    ({ weight }, at) =>
      weight >= 1 && (other.titled[at] ?? 0) >= SPEAKS_OF && (best.found[at] ?? 0) < IS_SILENT,
  );
}
