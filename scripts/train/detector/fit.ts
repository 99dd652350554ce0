/**
 * Multinomial logistic regression over a few of very many features, by stochastic gradient descent with a
 * rate of its own for each weight (AdaGrad). Pure and deterministic.
 */
import { MEANINGS } from '../../../src/intent/table.ts';
import { scaleFor } from '../../../src/intent/scores.ts';
import { PLACE_BITS } from '../../../src/intent/features.ts';
import { seeded, shuffle } from '../random.ts';
import type { Example } from './examples.ts';

/** Weights by the rank of a feature's place, one for each meaning, and where each place ranks. */
export interface Fit {
  /** Ascending. */
  places: readonly number[];
  weights: Float32Array;
  bias: Float64Array;
  /** How much the examples count that have each feature, by its rank. */
  mass: Float64Array;
}

/** Examples by the ranks of their features, what they mean as an index, and what they count. */
export interface Ranked {
  features: readonly Int32Array[];
  targets: readonly number[];
  counts: Float64Array;
}

const COUNT = MEANINGS.length;
const EPOCHS = 6;
const RATE = 0.3;
const BIAS_RATE = 0.01;
/** How strongly weights are drawn to nothing. */
const DECAY = 1e-3;
const TINY = 1e-6;

/** A feature that stands in fewer templates is chance. */
const TEMPLATES_TO_COUNT = 2;

/**
 * Learns from the examples with all features that more than one template has, then with the `most` that
 * matter most.
 */
export function fit(examples: readonly Example[], most: number): Fit {
  const counts = countsOf(examples);
  const first = descend(examples, counts, candidatesIn(examples));
  if (first.places.length <= most) return first;
  return descend(examples, counts, best(first, most));
}

/** The examples as they look by a fit's features. */
export function rankedBy(examples: readonly Example[], places: readonly number[]): Ranked {
  const rankOf = new Int32Array(2 ** PLACE_BITS).fill(-1);
  for (const [rank, place] of places.entries()) rankOf[place] = rank;
  return {
    features: examples.map((example) =>
      example.places.map((place) => rankOf[place] ?? -1).filter((rank) => rank >= 0),
    ),
    targets: examples.map(({ meaning }) => MEANINGS.findIndex((one) => one === meaning)),
    counts: countsOf(examples),
  };
}

/** English is what most messages are in; the languages with a dozen speakers' worth of lines count less. */
function priorOf(language: string): number {
  if (language === 'en') return ENGLISH;
  return MAIN_LANGUAGES.has(language) ? 1 : OTHERS;
}

const ENGLISH = 3;
const OTHERS = 0.4;
const MAIN_LANGUAGES: ReadonlySet<string> = new Set(
  'es fr de pt it nl pl ru tr vi id hi zh ja ko ar'.split(' '),
);

/** What each example counts: rare meanings more, so that all of them are heard. The mean is 1. */
function countsOf(examples: readonly Example[]): Float64Array {
  const totals = new Map<string, number>();
  for (const { meaning, weight, language } of examples) {
    totals.set(meaning, (totals.get(meaning) ?? 0) + weight * priorOf(language));
  }
  const weights = Float64Array.from(
    examples,
    ({ meaning, weight, language }) =>
      (weight * priorOf(language)) / Math.sqrt(totals.get(meaning) ?? 1),
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

/** The features that stand in more than one template, ascending. */
function candidatesIn(examples: readonly Example[]): number[] {
  const templates = new Uint8Array(2 ** PLACE_BITS);
  const last = new Int32Array(2 ** PLACE_BITS).fill(-1);
  for (const { places, template } of examples) {
    for (const place of places) {
      if (last[place] === template) continue;
      last[place] = template;
      templates[place] = Math.min(TEMPLATES_TO_COUNT, (templates[place] ?? 0) + 1);
    }
  }
  return [...templates.keys()].filter((place) => templates[place] === TEMPLATES_TO_COUNT);
}

/** How much it speaks for a feature that it is frequent. */
const FREQUENCY = 0.7;

/** The features that tell meanings apart best, and often. */
function best({ places, weights, mass }: Fit, most: number): number[] {
  const worth = Float64Array.from(places, (_, rank) => {
    const own = weights.subarray(rank * COUNT, (rank + 1) * COUNT);
    const range = Math.max(0, ...own) - Math.min(0, ...own);
    return range * (mass[rank] ?? 0) ** FREQUENCY;
  });
  const enough = worth.toSorted().at(-most) ?? 0;
  return places.filter((_, rank) => (worth[rank] ?? 0) >= enough).slice(0, most);
}

/** Learns weights for these features alone. */
function descend(
  examples: readonly Example[],
  counts: Float64Array,
  places: readonly number[],
): Fit {
  const { features, targets } = rankedBy(examples, places);
  const mass = new Float64Array(places.length);
  for (const [at, own] of features.entries()) {
    for (const rank of own) mass[rank] = (mass[rank] ?? 0) + (counts[at] ?? 0);
  }
  const weights = new Float32Array(places.length * COUNT);
  const squares = new Float32Array(places.length * COUNT).fill(TINY);
  const bias = new Float64Array(COUNT);
  const slopes = new Float64Array(COUNT);
  const order = Int32Array.from(examples, (_, at) => at);
  const random = seeded(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const own = features[at];
      if (own === undefined) continue;
      const scale = scaleFor(own.length);
      toSlopes(slopes, own, weights, bias, scale, targets[at] ?? -1, counts[at] ?? 1);
      for (let meaning = 0; meaning < COUNT; meaning += 1) {
        bias[meaning] = (bias[meaning] ?? 0) - BIAS_RATE * (slopes[meaning] ?? 0);
        slopes[meaning] = (slopes[meaning] ?? 0) * scale;
      }
      for (const rank of own) {
        for (let meaning = 0; meaning < COUNT; meaning += 1) {
          const index = rank * COUNT + meaning;
          const weight = weights[index] ?? 0;
          const slope = (slopes[meaning] ?? 0) + DECAY * weight;
          const square = (squares[index] ?? 0) + slope * slope;
          squares[index] = square;
          weights[index] = weight - (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { places, weights, bias, mass };
}

/** How far each meaning's probability is from what it should be, times what the example counts. */
export function toSlopes(
  slopes: Float64Array,
  features: Int32Array,
  weights: Float32Array | Float64Array,
  bias: Float64Array,
  scale: number,
  target: number,
  count: number,
): void {
  slopes.fill(0);
  for (const rank of features) {
    for (let meaning = 0; meaning < COUNT; meaning += 1) {
      slopes[meaning] = (slopes[meaning] ?? 0) + (weights[rank * COUNT + meaning] ?? 0);
    }
  }
  let all = 1;
  for (let meaning = 0; meaning < COUNT; meaning += 1) {
    const odds = Math.exp((bias[meaning] ?? 0) + scale * (slopes[meaning] ?? 0));
    slopes[meaning] = odds;
    all += odds;
  }
  for (let meaning = 0; meaning < COUNT; meaning += 1) {
    const isTarget = meaning === target ? 1 : 0;
    slopes[meaning] = ((slopes[meaning] ?? 0) / all - isTarget) * count;
  }
}
