import { createDetect } from '../../../src/intent/detect.ts';
import { type Before, featuresOf } from '../../../src/intent/features.ts';
import { ENOUGH_FEATURES } from '../../../src/intent/scores.ts';
import { MEANINGS, type Meaning, type Packed, unpack } from '../../../src/intent/table.ts';
import { digitsOf, digitsOfAscending } from '../../../src/intent/text-digits.ts';
import type { Detect } from '../../../src/intent/verdict.ts';

/** What a small detector knows. */
interface Knowledge {
  /** Words that settle what a message means, wherever they stand in it; one such word for `other` undoes one. */
  words?: Readonly<Record<string, Meaning | 'other'>>;
  /** What every message means that was said after a question. */
  afterQuestion?: Meaning;
  /** What speaks for each meaning in every message, as the logarithm of its odds; else next to nothing. */
  bias?: Partial<Readonly<Record<Meaning, number>>>;
}

const NEXT_TO_NOTHING = -10;
/** Twice as much as speaks against it. */
const ENOUGH = 20;

/** A detector whose verdicts can be told beforehand, unlike those of one that has learned. */
export function smallDetector(knowledge: Knowledge): Detect {
  return createDetect(unpack(packedFrom(knowledge)));
}

function packedFrom({ words = {}, afterQuestion, bias = {} }: Knowledge): Packed {
  const told: { places: number[]; meaning: Meaning | 'other' }[] = Object.entries(words).map(
    ([word, meaning]) => ({
      places: placesOf(word),
      meaning,
    }),
  );
  if (afterQuestion) told.push({ places: placesAfterQuestion(), meaning: afterQuestion });
  const codes = new Map(told.flatMap(({ places }, code) => places.map((place) => [place, code])));
  const places = [...codes.keys()].toSorted((a, b) => a - b);
  return {
    places: digitsOfAscending(places),
    codes: digitsOf(places.map((place) => codes.get(place) ?? 0)),
    weights: told
      .flatMap(({ places: own, meaning }) =>
        MEANINGS.map((one) =>
          meaning === 'other' ? -strength(own) : one === meaning ? strength(own) : 0,
        ),
      )
      .join(' '),
    bias: MEANINGS.map((meaning) => bias[meaning] ?? NEXT_TO_NOTHING).join(' '),
    known: '',
  };
}

/** What each of so many features has to say. */
function strength(places: readonly number[]): number {
  return (ENOUGH * Math.sqrt(ENOUGH_FEATURES)) / places.length;
}

/** The features that a word has in every message. */
function placesOf(word: string): number[] {
  const inAnother = featureSet(['x', word, 'y']);
  const anyway = featureSet([]);
  return [...featureSet([word])].filter((place) => inAnother.has(place) && !anyway.has(place));
}

function placesAfterQuestion(): number[] {
  const [one, other] = [featureSet([], 'question'), featureSet(['x'], 'question')];
  return [...one].filter((place) => other.has(place) && !featureSet([]).has(place));
}

function featureSet(words: readonly string[], before: Before = 'nothing'): Set<number> {
  return new Set(featuresOf(words, before, () => true));
}
