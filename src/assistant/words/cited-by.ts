/** Which passages an answer was made from, when its model does not tell. */
import { guessLanguage, isSmallWord } from '../retrieval/language.ts';
import { normalize, split, stem } from '../retrieval/normalize.ts';
import type { Passage } from '../retrieval/passage.ts';

/**
 * A passage is a source when it holds at least this share of an answer's distinct content words, and this
 * many of them; a further one when it holds that of the words which those before it do not hold, measured
 * against all. Half of an answer is connective tissue, and a refusal that repeats the question stays below.
 */
const FIRST_SHARE = 0.5;
const FURTHER_SHARE = 0.25;
const MIN_WORDS = 4;

/** No more is looked at, in UTF-16 units. */
const MAX_CHARS = 4_000;

/** The numbers of those passages, from 1, the best first; none for small talk and refusals. */
export function citedBy(text: string, passages: readonly Passage[]): number[] {
  let left = [...wordsOf(text)];
  const { length } = left;
  const holds = passages.map(({ title, text: body }) => wordsOf(`${title}\n${body}`));
  const cited: number[] = [];
  while (cited.length < passages.length) {
    const shared = holds.map((words) => left.filter((word) => words.has(word)).length);
    const most = Math.max(...shared);
    const share = cited.length === 0 ? FIRST_SHARE : FURTHER_SHARE;
    if (most < MIN_WORDS || most < share * length) break;
    const best = shared.indexOf(most);
    cited.push(best + 1);
    left = left.filter((word) => !holds[best]?.has(word));
  }
  return cited;
}

function wordsOf(whole: string): Set<string> {
  const text = whole.slice(0, MAX_CHARS);
  const language = guessLanguage(text);
  const words = split(normalize(text)).filter((word) => word.length > 1 || /\p{N}/u.test(word));
  return new Set(words.filter((word) => !isSmallWord(word, language)).map(stem));
}
