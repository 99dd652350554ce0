import { featuresOf, MEMORY } from '../../../src/assistant/promises/features.ts';
import { isCharacter, wordsOf } from '../../../src/assistant/promises/reading.ts';
import type { Sentence } from './corpus.ts';
import type { Example } from './fit.ts';

/** Sentences as the classifier sees them. */
export function examplesOf(corpus: readonly Sentence[]): Example[] {
  return corpus.map(({ text, isPromise }) => {
    const words = wordsOf(text);
    const places = new Set<number>();
    for (const [at, word] of words.entries()) {
      const before = words.slice(Math.max(0, at - MEMORY), at).toReversed();
      for (const place of featuresOf(word, before)) places.add(place);
    }
    const isInCharacters = words.some(isCharacter);
    return { places: [...places], isPositive: isPromise, isInCharacters };
  });
}
