/** How well each passage fits what is sought. Pure arithmetic over indexed articles. */
import type { Passage } from './passage.ts';
import type { Counts, Indexed } from './passage-index.ts';
import type { Term } from './question.ts';

/** A term, and how sure it is that this word was meant: 1, or less when it had to be guessed. */
export interface Sought extends Term {
  trust: number;
}

/** A passage with what there is to judge it by. */
export interface Ranked {
  passage: Passage;
  /** Per sought term, how well the passage speaks of it, 0 to 1. */
  found: readonly number[];
  /** The same for the article's title. */
  titled: readonly number[];
}

const EXACT = 1;
const SAME_CONCEPT = 0.9;
/** A loose term is found in part where this much of its spelling is, */
const LOOSE_FROM = 0.5;
/** and all but found where that much is. */
const MOSTLY_FROM = 0.65;
const MOSTLY = 0.8;
/** For a word that the article holds, but in another passage. */
const ELSEWHERE = 0.4;

/** Of a word that only means the same, counted beside one that is the same. */
const SAME_CONCEPT_TIMES = 0.5;
const BM25_K1 = 1;
const BM25_B = 0.5;
/** A score is how much of the question is spoken of, plus these shares for how often and how rare, */
const BM25_SHARE = 0.3;
/** for how much of it the title names, */
const TITLE_SHARE = 0.3;
/** and for opening the article, where the rule stands before its exceptions. */
const OPENING_SHARE = 0.07;

/** The passages that speak of anything sought, best first. Scores are 0 to 1.7. */
export function rank(index: readonly Indexed[], sought: readonly Sought[]): Ranked[] {
  const total = weigh(sought);
  const averageLength = index.reduce((sum, { length }) => sum + length, 0) / index.length;
  const rarity = sought.map((term) => rarityOf(term, index));
  const rows = index.map((entry) => {
    const titled = sought.map((term) => term.trust * holds(entry.title, term));
    const found = sought.map((term, at) =>
      Math.max(
        titled[at] ?? 0,
        term.trust * holds(entry.passage, term),
        term.trust * ELSEWHERE * holds(entry.article, term),
      ),
    );
    const bm25 = sought.reduce((sum, term, at) => {
      const times = timesIn(entry.passage, term);
      const norm = BM25_K1 * (1 - BM25_B + (BM25_B * entry.length) / averageLength);
      const saturated = (times * (BM25_K1 + 1)) / (times + norm);
      return sum + term.weight * term.trust * (rarity[at] ?? 0) * saturated;
    }, 0);
    return { entry, found, titled, bm25 };
  });
  const most = Math.max(Number.MIN_VALUE, ...rows.map(({ bm25 }) => bm25));
  return rows
    .filter(({ bm25, found }) => bm25 > 0 || weigh(sought, found) > 0)
    .map(({ entry, found, titled, bm25 }) => {
      const share = (values: readonly number[]) => weigh(sought, values) / total;
      const opening = entry.isOpening ? OPENING_SHARE : 0;
      const score =
        share(found) + (BM25_SHARE * bm25) / most + TITLE_SHARE * share(titled) + opening;
      return { passage: { ...entry.source, text: entry.text, score }, found, titled };
    })
    .sort((a, b) => b.passage.score - a.passage.score);
}

/** The weight of all terms together, each times its value if `values` are given. */
export function weigh(terms: readonly Term[], values?: readonly number[]): number {
  return terms.reduce((sum, { weight }, at) => sum + weight * (values ? (values[at] ?? 0) : 1), 0);
}

function holds(part: Counts, { spellings, concepts, isLoose = false }: Term): number {
  const shares = spellings.map(
    (stems) => stems.filter((word) => part.stems.has(word)).length / stems.length,
  );
  const share = Math.max(0, ...shares);
  if (share === EXACT) return EXACT;
  if (isLoose && share >= LOOSE_FROM) return share >= MOSTLY_FROM ? MOSTLY : share;
  return concepts.some((concept) => part.concepts.has(concept)) ? SAME_CONCEPT : 0;
}

function timesIn(part: Counts, { spellings, concepts }: Term): number {
  const exact = spellings.reduce(
    (sum, stems) => sum + Math.min(...stems.map((word) => part.stems.get(word) ?? 0)),
    0,
  );
  const alike = Math.max(0, ...concepts.map((concept) => part.concepts.get(concept) ?? 0));
  return exact + SAME_CONCEPT_TIMES * Math.max(0, alike - exact);
}

/** The usual BM25 rarity of a term among the passages, never below zero. */
function rarityOf(term: Term, index: readonly Indexed[]): number {
  const holding = index.filter(({ passage }) => timesIn(passage, term) > 0).length;
  return Math.log(1 + (index.length - holding + 0.5) / (holding + 0.5));
}
