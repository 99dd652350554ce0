/** The words that call for a closer look: which languages a word could make a promise in. */
import { LANGUAGES } from './languages/index.ts';
import { alternativesOf } from './patterns.ts';
import { foldPattern } from './reading.ts';

/** A set of languages: the bits of their places in `LANGUAGES`. */
export type Bits = number;

interface Triggers {
  /** By a whole word, a pair of words, or a beginning of a word, which ends in `_`. */
  words: ReadonlyMap<string, Bits>;
  /** All of these in order, to look up what begins like a word that is not complete yet. */
  sorted: readonly string[];
  /** Found anywhere within a word, or within a script without spaces. */
  inside: readonly { pattern: RegExp; bits: Bits }[];
  /** What such a one may begin with. */
  beginnings: ReadonlySet<string>;
}

const SHORTEST_STEM = 2;
const LONGEST_STEM = 16;

let made: Triggers | undefined;

function triggers(): Triggers {
  made ??= makeTriggers();
  return made;
}

/** Builds what the first word would wait for: best done while the model has yet to begin. */
export function prepareTriggers(): void {
  triggers();
}

function makeTriggers(): Triggers {
  const words = new Map<string, Bits>();
  const beginnings = new Set<string>();
  const inside: { pattern: RegExp; bits: Bits }[] = [];
  for (const [at, { who, verbs, unspaced }] of LANGUAGES.entries()) {
    const bits = 1 << at;
    const within: string[] = [];
    for (const said of [
      ...alternativesOf(who),
      ...alternativesOf(verbs).map((verb) => `${verb}_`),
    ].map(foldPattern)) {
      if (unspaced) {
        const trigger = said.replace('_', '');
        within.push(trigger);
        for (let end = 1; end < trigger.length; end += 1) beginnings.add(trigger.slice(0, end));
      } else if (said.startsWith('_')) within.push(said.replaceAll('_', ''));
      else if (said !== '') {
        const [first = '', second] = said.split(' ');
        const key = second === undefined ? first : `${first} ${second}`;
        words.set(key, (words.get(key) ?? 0) | bits);
      }
    }
    if (within.length > 0) inside.push({ pattern: new RegExp(within.join('|'), 'u'), bits });
  }
  return { words, sorted: [...words.keys()].sort(), inside, beginnings };
}

/** The languages that `word`, said after `before`, could make a promise in. */
export function triggeredBy(word: string, before: string): Bits {
  const { words } = triggers();
  let bits =
    (words.get(word) ?? 0) |
    (words.get(`${before} ${word}`) ?? 0) |
    (words.get(`${before} ${word}_`) ?? 0);
  const longest = Math.min(word.length, LONGEST_STEM);
  for (let end = SHORTEST_STEM; end <= longest; end += 1)
    bits |= words.get(`${word.slice(0, end)}_`) ?? 0;
  return word > '\u05ff' ? bits | triggeredWithin(word) : bits;
}

/** Whether `beginning`, said after `before`, is such a word or may become one with more letters. */
export function mayTrigger(beginning: string, before: string): boolean {
  // There a trigger may stand anywhere within a word.
  if (beginning > '\u05ff') return true;
  return (
    triggeredBy(beginning, before) !== 0 ||
    beginsOne(beginning) ||
    (before !== '' && beginsOne(`${before} ${beginning}`))
  );
}

function beginsOne(beginning: string): boolean {
  const { sorted } = triggers();
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(beginning) ?? false;
}

/** As {@link triggeredBy}, for a stretch of Arabic, Chinese, Japanese or Korean. */
export function triggeredWithin(stretch: string): Bits {
  let bits = 0;
  for (const { pattern, bits: its } of triggers().inside) if (pattern.test(stretch)) bits |= its;
  return bits;
}

/** So many of the last characters of `stretch` may be the beginning of a trigger. */
export function unfinishedIn(stretch: string): number {
  const { beginnings } = triggers();
  for (let from = 0; from < stretch.length; from += 1)
    if (beginnings.has(stretch.slice(from))) return stretch.length - from;
  return 0;
}

/** No trigger of a script without spaces is longer. */
export const LONGEST_WITHIN = 8;
