/** Sentences as the detector sees them. Pure. */
import { featuresOf, KNOWN_BITS, KNOWN_MASK, unitsOf } from '../../../src/intent/features.ts';
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
  return sentences.map((sentence) => ({
    ...sentence,
    places: Int32Array.from(new Set(featuresOf(foldedOf(sentence.text), sentence.before, isKnown))),
  }));
}

function foldedOf(text: string): string[] {
  return fold(text).map((word) => word.text);
}
