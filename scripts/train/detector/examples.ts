/** Sentences as the detector sees them. Pure. */
import {
  featuresOf,
  KNOWN_BITS,
  KNOWN_MASK,
  PLACE_BITS,
  unitsOf,
} from '../../../src/intent/features.ts';
import { fold } from '../../../src/intent/fold.ts';
import { Places } from '../../../src/intent/places.ts';
import type { Sentence } from './sentences.ts';

/** A sentence, its features as places. */
export interface Example extends Sentence {
  places: Int32Array;
}

/** A word is known if it stands in so many templates of what people say to a chat about itself. */
const TEMPLATES_TO_BE_KNOWN = 6;

/** The words that are known, as the low bits of their hashes, ascending. */
export function knownFrom(sentences: readonly Sentence[]): number[] {
  const templates = new Map<number, Set<number>>();
  for (const { text, meaning, template } of sentences) {
    if (meaning === 'other') continue;
    for (const unit of unitsOf(foldedOf(text))) {
      const low = unit & KNOWN_MASK;
      const seen = templates.get(low);
      if (seen === undefined) templates.set(low, new Set([template]));
      else seen.add(template);
    }
  }
  return [...templates]
    .filter(([, seen]) => seen.size >= TEMPLATES_TO_BE_KNOWN)
    .map(([unit]) => unit)
    .sort((a, b) => a - b);
}

/** The sentences with their features. */
export function examplesOf(sentences: readonly Sentence[], known: readonly number[]): Example[] {
  const bits = new Places(known, KNOWN_BITS);
  const isKnown = (hash: number): boolean => bits.has(hash & KNOWN_MASK);
  const seenIn = new Int32Array(2 ** PLACE_BITS);
  return sentences.map((sentence, at) => ({
    ...sentence,
    places: distinct(featuresOf(foldedOf(sentence.text), sentence.before, isKnown), seenIn, at + 1),
  }));
}

/**
 * Each place once, where it comes first. A set would take most of the time that training has.
 *
 * @param seenIn by place, the number of the last sentence that had it
 */
function distinct(places: Int32Array, seenIn: Int32Array, number: number): Int32Array {
  let count = 0;
  for (const place of places) {
    if (seenIn[place] === number) continue;
    seenIn[place] = number;
    places[count] = place;
    count += 1;
  }
  return places.slice(0, count);
}

function foldedOf(text: string): string[] {
  return fold(text).map((word) => word.text);
}
