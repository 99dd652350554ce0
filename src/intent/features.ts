/**
 * What the detector sees of a message: its words, neighbours, pieces of words, how it begins and ends, and
 * its build once every word that says nothing about a chat is taken for any other; each as a number below
 * 2 ** PLACE_BITS. Training and reading use this very code. Pure.
 */
import { isUnspaced } from './fold.ts';

/** More, and fewer features share a place. */
export const PLACE_BITS = 22;
const PLACE_MASK = 2 ** PLACE_BITS - 1;

/** Known words are told by so many bits of their hash. */
export const KNOWN_BITS = 18;
export const KNOWN_MASK = 2 ** KNOWN_BITS - 1;

/** What came before a message: nothing that is known, a statement of the assistant's, or a question. */
export type Before = 'nothing' | 'statement' | 'question';

/** Whether a word, or a pair of characters, is one that people use when they talk to a chat about itself. */
export type IsKnown = (hash: number) => boolean;

/** A message is read up to here: what matters to a chat is said in fewer words. */
export const MAX_WORDS = 160;
/** A word is read up to here. */
const MAX_LETTERS = 24;
/** Pieces of words, in letters. They tell a stem from its endings, and a word from its misspellings. */
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 4;
const STEM_LETTERS = 5;

/** Pieces, and all else, that one word may add. */
const MAX_PER_WORD = (MAX_LETTERS + 2) * (LONGEST_PIECE - SHORTEST_PIECE + 1) + 16;

/** What each kind of feature's numbers begin from, so that those of two kinds are not the same. */
const KIND = {
  stem: 0x51,
  piece: 0x1234567,
  apart: 0x63,
  first: 0x1f5,
  last: 0x1f6,
  opening: 0x1f7,
  ending: 0x1f8,
  build: 0x38e,
  strangers: 0x384,
  firstOf: 0x386,
  lastOf: 0x387,
  beside: 0x398,
  whole: 0x3a2,
  before: 0x320,
  inReply: 0x330,
} as const;

/** Before the first word, and after the last. */
const EDGE = 0x3039;
/** Any word that is not known. */
const STRANGER = 0x67942;
/** Counted no further. */
const MANY_STRANGERS = 4;
/** A message of no more words than this is known by its build as a whole. */
const SHORT = 8;

const BEFORE: Readonly<Record<Before, number>> = { nothing: 0, statement: 1, question: 2 };

const found = new Int32Array(MAX_WORDS * MAX_PER_WORD);
let count = 0;

/**
 * The features of folded words, which follow what was `before`. The list is only good until the next call.
 */
export function featuresOf(words: readonly string[], before: Before, isKnown: IsKnown): Int32Array {
  count = 0;
  const read = (words.length > MAX_WORDS ? words.slice(0, MAX_WORDS) : words).map(normal);
  const hashes = read.map((word) => hashOf(word));
  addWords(read, hashes);
  const at = (index: number): number => hashes[index] ?? EDGE;
  const last = hashes.length - 1;
  add(join(at(0), KIND.first));
  add(join(at(last), KIND.last));
  add(join(join(at(0), at(1)), KIND.opening));
  add(join(join(at(last - 1), at(last)), KIND.ending));
  addBuild(read, hashes, BEFORE[before], isKnown);
  if (before !== 'nothing') {
    add(join(KIND.before, BEFORE[before]));
    for (const hash of hashes.slice(0, SHORT)) add(join(hash, KIND.inReply + BEFORE[before]));
  }
  return found.subarray(0, count);
}

/** The units that may be known: words, and pairs of characters in scripts without spaces. */
export function unitsOf(words: readonly string[]): number[] {
  return words.flatMap((word, at) => {
    if (!isUnspaced(word)) return [hashOf(normal(word))];
    const next = words[at + 1];
    return next !== undefined && isUnspaced(next) ? [hashOf(word + next)] : [];
  });
}

function addWords(words: readonly string[], hashes: readonly number[]): void {
  for (const [at, word] of words.entries()) {
    const hash = hashes[at] ?? EDGE;
    const one = hashes[at - 1] ?? EDGE;
    const two = hashes[at - 2] ?? EDGE;
    add(hash);
    add(join(hash, one));
    add(join(join(hash, one), two));
    add(join(join(hash, two), KIND.apart));
    if (isUnspaced(word)) {
      add(join(join(join(hash, one), two), hashes[at - 3] ?? EDGE));
      continue;
    }
    add(hashOf(word.slice(0, STEM_LETTERS), KIND.stem));
    if (word.length > 1) addPieces(`<${word.slice(0, MAX_LETTERS)}>`);
  }
}

function addPieces(word: string): void {
  for (let from = 0; from + SHORTEST_PIECE <= word.length; from += 1) {
    let hash: number = KIND.piece;
    const to = Math.min(word.length, from + LONGEST_PIECE);
    for (let at = from; at < to; at += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
      if (at - from >= SHORTEST_PIECE - 1) add(hash);
    }
  }
}

/** How the message is built of words that are known, and of strangers, however many in a row. */
function addBuild(
  words: readonly string[],
  hashes: readonly number[],
  before: number,
  isKnown: IsKnown,
): void {
  const build: number[] = [];
  let strangers = 0;
  for (const [at, hash] of hashes.entries()) {
    if (isKnownAt(words, at, hash, isKnown)) build.push(hash);
    else {
      const isAfterStranger = build.at(-1) === STRANGER;
      if (!isAfterStranger) build.push(STRANGER);
      if (!isAfterStranger || !isUnspaced(words[at] ?? '')) strangers += 1;
    }
  }
  const many = Math.min(strangers, MANY_STRANGERS);
  add(join(KIND.strangers, many));
  add(join(join(KIND.firstOf, many), build[0] ?? EDGE));
  add(join(join(KIND.lastOf, many), build.at(-1) ?? EDGE));
  if (before > 0) add(join(join(KIND.strangers, many), KIND.before + before));
  if (build.length <= SHORT) {
    const whole = build.reduce(join, KIND.whole);
    add(whole);
    if (before > 0) add(join(whole, KIND.before + before));
  }
  if (many === 0) return;
  for (const [at, hash] of build.entries()) {
    add(join(join(hash, KIND.beside), many));
    const one = build[at + 1] ?? EDGE;
    const two = build[at + 2] ?? EDGE;
    const three = build[at + 3] ?? EDGE;
    const hasPair = hash === STRANGER || one === STRANGER;
    if (hasPair) add(join(join(hash, one), KIND.build));
    if (hasPair || two === STRANGER) add(join(join(join(hash, one), two), KIND.build));
    if (hash === STRANGER || two === STRANGER || three === STRANGER)
      add(join(join(join(join(hash, one), two), three), KIND.build));
  }
}

function isKnownAt(words: readonly string[], at: number, hash: number, isKnown: IsKnown): boolean {
  const word = words[at] ?? '';
  if (!isUnspaced(word)) return isKnown(hash);
  const before = words[at - 1] ?? '';
  const after = words[at + 1] ?? '';
  return (
    (isUnspaced(before) && isKnown(hashOf(before + word))) ||
    (isUnspaced(after) && isKnown(hashOf(word + after)))
  );
}

/** Which number it is says nothing, only that it is one. */
function normal(word: string): string {
  return HAS_DIGIT.test(word) ? word.replace(DIGITS, '0') : word;
}

const HAS_DIGIT = /\d/;
const DIGITS = /\d+/g;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}

/** One number of two, which their order changes. */
function join(one: number, two: number): number {
  return Math.imul(one ^ (two + 0x9e3779b9 + (one << 6) + (one >>> 2)), 0x85ebca6b);
}

/** Takes a feature down, stirred once more so that the low bits depend on all of them. */
function add(hash: number): void {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  found[count] = (stirred ^ (stirred >>> 12)) & PLACE_MASK;
  count += 1;
}
