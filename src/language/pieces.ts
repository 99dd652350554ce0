/**
 * What tells languages apart in a message: its words and pieces of them, each as a number below
 * 2 ** PLACE_BITS. Training and reading use this very code. Pure.
 */

/** More, and fewer pieces share a place. */
export const PLACE_BITS = 17;
const PLACE_MASK = 2 ** PLACE_BITS - 1;

/** A message is read up to here: by then it has told its language, or will not. */
export const MAX_CHARS = 240;
const MAX_WORD_CHARS = 16;
const LONGEST_PIECE = 4;

/** Addresses, numbers with their units, tags and names of files: the same in every language. */
const NO_WORDS =
  /\b(?:https?:|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:[a-z]{2,4})\b(?:\/\S*)?|[#@:]\w+:?|[\p{L}\p{M}\p{N}_-]*\p{N}[\p{L}\p{M}\p{N}_-]*/giu;
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?/gu;
const APOSTROPHES = /[’‘ʼʻ´\x60]/g;
/** Letters drawn out for effect: "pleeease". */
const RUN = /(\p{L})\1{2,}/gu;
/** Signs between letters that only say how they join. */
const JOINERS = /[\u200b-\u200f\u00ad\u0640]/g;

/** The words of a message, as they are compared: lower case, with their accents. */
export function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .replace(NO_WORDS, ' ')
    .replace(APOSTROPHES, "'")
    .replace(JOINERS, '')
    .toLowerCase()
    .replace(RUN, '$1');
  return plain.match(WORD) ?? [];
}

/** The pieces of these words, each place once. */
export function placesOf(words: readonly string[]): Set<number> {
  const places = new Set<number>();
  for (const word of words) {
    const short = word.slice(0, MAX_WORD_CHARS);
    const whole = `<${short}>`;
    for (let from = 0; from < whole.length; from += 1) {
      let hash = SEED;
      const to = Math.min(whole.length, from + LONGEST_PIECE);
      for (let at = from; at < to; at += 1) {
        hash = Math.imul(hash ^ whole.charCodeAt(at), FNV_PRIME);
        if (at > from || whole.charCodeAt(at) > 0x7f) places.add(placeOf(hash));
      }
    }
    if (whole.length > LONGEST_PIECE) places.add(placeOf(hashOf(whole)));
  }
  return places;
}

const SEED = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}

/** Stirred once more so that the low bits depend on all of them. */
function placeOf(hash: number): number {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (stirred ^ (stirred >>> 12)) & PLACE_MASK;
}
