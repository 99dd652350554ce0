/** Scripts that put no spaces between words, or join particles to them, and what is compared there. */

/** Characters of the scripts that put no spaces between words, for use in a character class. */
const UNSPACED_CLASS = `${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')}ー`;

/** One such character with the marks on it. */
export const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]\\p{M}*`, 'gu');

const HANGUL = '\\p{Script=Hangul}';

/** A run of letters and digits that reads by one rule: unspaced, Korean, or words as they stand. */
const RUN = new RegExp(
  `(?:[${UNSPACED_CLASS}]\\p{M}*)+|${HANGUL}+|(?:(?![${UNSPACED_CLASS}${HANGUL}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);

const IS_UNSPACED = new RegExp(`^[${UNSPACED_CLASS}]`, 'u');
const IS_HANGUL = new RegExp(`^${HANGUL}`, 'u');
const IS_HAN = /^\p{Script=Han}/u;
const IS_PLAIN = /^[\p{Script=Latin}\p{N}\p{M}ªº]+$/u;
const CLUSTER = /[^\p{M}]\p{M}*/gu;

/** The runs of a normalized text, in order. */
export function runsOf(normalized: string): readonly string[] {
  return normalized.match(RUN) ?? [];
}

/** Whether a run holds several words that nothing parts. */
export function isUnspaced(run: string): boolean {
  return IS_UNSPACED.test(run);
}

/** Whether a run is Korean: a word with what is joined to it. */
export function isHangul(run: string): boolean {
  return IS_HANGUL.test(run);
}

/** Whether a word is of Latin letters and digits alone. */
export function isPlain(word: string): boolean {
  return IS_PLAIN.test(word);
}

/**
 * What a run without spaces is compared by: each two neighbouring characters, and a character that
 * stands alone as itself. Marks stay with their letter.
 */
export function gramsOf(run: string): string[] {
  const clusters = run.match(CLUSTER) ?? [];
  if (clusters.length < 2) return [...clusters];
  return clusters.slice(1).map((cluster, at) => `${clusters[at] ?? ''}${cluster}`);
}

/** The same for a text that is looked into, where a single Chinese character may be a word as well. */
export function gramsAndSinglesOf(run: string): string[] {
  const clusters = run.match(CLUSTER) ?? [];
  if (clusters.length < 2) return gramsOf(run);
  return [...gramsOf(run), ...clusters.filter((cluster) => IS_HAN.test(cluster))];
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of an unspaced run as a dictionary parts them. Single Chinese characters side by side, which
 * it parts for want of a word, stay together unless `isSmall`.
 */
export function segmentsOf(run: string, isSmall: (word: string) => boolean): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const words: string[] = [];
  let isOpen = false;
  for (const { segment } of segmenter.segment(run)) {
    const isSingle = IS_HAN.test(segment) && [...segment].length === 1 && !isSmall(segment);
    if (isSingle && isOpen) words[words.length - 1] += segment;
    else words.push(segment);
    isOpen = isSingle;
  }
  return words;
}
