/** Other forms of a word, told by its letters: for languages that inflect and have no stemmer here. */

import type { Tongue } from './tongues.ts';

/** Forms of one word are not so many. */
const MAX_FORMS = 16;

/** Two words that begin alike for this many letters, */
const MIN_SHARED = 4;
/** and for this share of the shorter one, are forms of one word; */
const SHARED = 0.7;
/** where they share no more letters than those, for this share. */
const SHARED_BARELY = 0.8;
/** So are a word of so many letters and the same with more after it; */
const MIN_WHOLE = 3;
/** forms do not differ in length by more than this, */
const MAX_ENDING = 4;
/** or this, if they share more than the fewest letters. */
const MAX_LONG_ENDING = 6;
/** A word of so many letters at the end of another is a part of it: "levering" in "standaardlevering". */
const MIN_PART = 5;

/** What may stand before an Indonesian root, where the verb and the noun differ. */
const PREFIX = /^(?:(?:me|pe)(?:ng|ny|m|n|r|l)?|di|ber|ter)(?=\p{L}{4})/u;
const SUFFIX = /(?<=\p{L}{4})(?:kan|nya|an|i)$/u;
/** The root's first letter, which some prefixes swallow. */
const SWALLOWED = /^[kpst](?=[aeiou])/;

/** The words of `held` that look like forms of `word`, itself left out. */
export function formsOf(word: string, held: Iterable<string>, tongue: Tongue): string[] {
  const root = tongue === 'id' ? rootOf(word) : '';
  const forms: string[] = [];
  for (const other of held) {
    if (other === word) continue;
    const hasRoot = root.length >= MIN_SHARED && rootOf(other) === root;
    if (!hasRoot && !isForm(word, other, tongue === 'ar')) continue;
    forms.push(other);
    if (forms.length === MAX_FORMS) break;
  }
  return forms;
}

function isForm(a: string, b: string, hasPrefixes: boolean): boolean {
  const shorter = Math.min(a.length, b.length);
  const difference = Math.abs(a.length - b.length);
  if (shorter >= MIN_PART && (a.endsWith(b) || b.endsWith(a))) return true;
  if (hasPrefixes && shorter >= MIN_WHOLE && difference <= MAX_ENDING) {
    if (a.includes(b) || b.includes(a)) return true;
  }
  const shared = sharedStart(a, b);
  if (shared > MIN_SHARED) return difference <= MAX_LONG_ENDING && shared >= SHARED * shorter;
  if (difference > MAX_ENDING) return false;
  if (shared === shorter) return shared >= MIN_WHOLE;
  return shared === MIN_SHARED && shared >= SHARED_BARELY * shorter;
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** What Indonesian verbs and nouns of one root share: "embali" of "pengembalian" and "dikembalikan". */
export function rootOf(word: string): string {
  return word.replace(PREFIX, '').replace(SUFFIX, '').replace(SWALLOWED, '');
}
