/**
 * What the classifier sees of a sentence: its words, pairs of them, and pieces of words, each as a place
 * in a table of weights. Training and reading use this very code. Pure.
 */
import { BREAK, isCharacter } from './reading.ts';

/** Places in the table: more, and fewer features share one. */
export const TABLE_BITS = 17;
const TABLE_MASK = 2 ** TABLE_BITS - 1;

/** Pieces of words, which tell a stem from its endings, in characters. */
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const STEM_CHARS = 5;

/** So many words back is looked. */
export const MEMORY = 7;

/** What a word before the first counts as. */
const START = '^';

/** Words that deny what comes after them, folded. Where they come at the end, the weights must do. */
const DENIALS = new Set(
  `not no never nobody none neither cant cannot dont wont didnt doesnt havent hasnt isnt arent wasnt werent couldnt unable without
   nadie ningun ninguna nunca sin ne n pas jamais sans nicht kein keine keinen keinem keiner niemand niemanden niemandem nie ohne
   nao ninguem nenhum nenhuma sem non nessun nessuno nessuna mai senza niet geen nooit zonder nikt nikogo nikomu bez khong chua
   tidak belum bukan tanpa не нет никто никого никому ни без لا لم لن ليس لست دون nahi nahin`.split(
    /\s+/,
  ),
);

/** The features that `word` adds to a sentence whose last words, latest first, are `before`. */
export function featuresOf(word: string, before: readonly string[]): number[] {
  const [one = START, two = START, three = START, four = START] = before;
  // What is denied is another word, of which nobody has heard in a promise.
  const sign = isDenied(before) ? '!' : '';
  const found = [placeOf(sign + word), placeOf(`${sign}${one} ${word}`)];
  if (isCharacter(word)) {
    const last = `${two} ${one} ${word}`;
    found.push(placeOf(last), placeOf(`${three} ${last}`), placeOf(`${four} ${three} ${last}`));
    found.push(placeOf(`k${two} ${word}`), placeOf(`k${three} ${word}`));
    return found;
  }
  const stem = stemOf(word);
  found.push(placeOf(`s${sign}${stem}`), placeOf(`s${sign}${stemOf(one)} ${stem}`));
  const whole = `<${word}>`;
  const start = hashed(`c${sign}`);
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
    for (let at = 0; at + length <= whole.length; at++) {
      found.push(settled(hashed(whole, start, at, at + length)));
    }
  }
  return found;
}

/** Whether something in the same clause denies what comes next. */
function isDenied(before: readonly string[]): boolean {
  for (const word of before) {
    if (word === BREAK || word === '.') return false;
    if (DENIALS.has(word)) return true;
  }
  return false;
}

function stemOf(word: string): string {
  return isCharacter(word) ? word : word.slice(0, STEM_CHARS);
}

function placeOf(text: string): number {
  return settled(hashed(text));
}

/** FNV-1a over UTF-16 units, going on from what was hashed before. */
function hashed(text: string, before = 0x811c9dc5, from = 0, to = text.length): number {
  let hash = before;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Stirred once more, so that the low bits depend on all of it. */
function settled(hash: number): number {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (stirred ^ (stirred >>> 12)) & TABLE_MASK;
}
