/**
 * Which pieces speak for which language: multinomial logistic regression by stochastic gradient descent with
 * a rate of its own for each weight (AdaGrad), first with all weights, then with those that matter most.
 * Pure and deterministic.
 */
import { PLACE_BITS } from '../../../src/language/pieces.ts';
import { scaleFor } from '../../../src/language/likeness.ts';
import { seeded, shuffle } from '../random.ts';
import type { Example } from './examples.ts';

/** What was learned. */
export interface Fit {
  codes: readonly string[];
  /** One for each code. */
  biases: Float64Array;
  /** Ascending. */
  places: readonly number[];
  /** Place after place, one for each code; most are nothing. */
  weights: Float32Array;
}

const EPOCHS = 7;
const RATE = 0.35;
const BIAS_RATE = 0.02;
/** How strongly weights are drawn to nothing. */
const DECAY = 3e-4;
const TINY = 1e-6;
/** A piece that stands in fewer families is chance. */
const FAMILIES_TO_COUNT = 2;
/** How much it speaks for a weight that its piece is frequent. */
const FREQUENCY = 0.5;

/** Learns `most` weights. */
export function fit(examples: readonly Example[], most: number): Fit {
  const codes = [...new Set(examples.map(({ code }) => code))].sort();
  const lesson = lessonOf(examples, codes);
  const all = new Uint8Array(lesson.places.length * codes.length).fill(1);
  const first = descend(lesson, codes.length, all);
  const chosen = best(first.weights, lesson, codes.length, most);
  return { codes, places: lesson.places, ...descend(lesson, codes.length, chosen) };
}

interface Lesson {
  places: readonly number[];
  features: readonly Int32Array[];
  targets: readonly number[];
  counts: Float64Array;
}

function lessonOf(examples: readonly Example[], codes: readonly string[]): Lesson {
  const places = candidatesIn(examples);
  const rankOf = new Int32Array(2 ** PLACE_BITS).fill(-1);
  for (const [rank, place] of places.entries()) rankOf[place] = rank;
  return {
    places,
    features: examples.map((example) =>
      example.places.map((place) => rankOf[place] ?? -1).filter((rank) => rank >= 0),
    ),
    targets: examples.map(({ code }) => codes.indexOf(code)),
    counts: countsOf(examples),
  };
}

function candidatesIn(examples: readonly Example[]): number[] {
  const families = new Uint8Array(2 ** PLACE_BITS);
  const last = new Int32Array(2 ** PLACE_BITS).fill(-1);
  for (const { places, family } of examples) {
    for (const place of places) {
      if (last[place] === family) continue;
      last[place] = family;
      families[place] = Math.min(FAMILIES_TO_COUNT, (families[place] ?? 0) + 1);
    }
  }
  return [...families.keys()].filter((place) => families[place] === FAMILIES_TO_COUNT);
}

/** What is likelier: English and Russian are what many write in whose language is another. */
const PRIORS: Readonly<Record<string, number>> = { en: 3, '-': 2, ms: 1.5, ru: 1.5 };
/** Languages with more sentences count for more, but not for as much more. */
const EVENNESS = 0.7;

/** What each example counts. The mean is 1. */
function countsOf(examples: readonly Example[]): Float64Array {
  const totals = new Map<string, number>();
  for (const { code, weight } of examples) totals.set(code, (totals.get(code) ?? 0) + weight);
  const counts = Float64Array.from(
    examples,
    ({ code, weight }) => (weight * (PRIORS[code] ?? 1)) / (totals.get(code) ?? 1) ** EVENNESS,
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.map((count) => count / mean);
}

/** Marks the weights that tell most, for messages as they are. */
function best(
  weights: Float32Array,
  { places, features, counts }: Lesson,
  codes: number,
  most: number,
): Uint8Array {
  const mass = new Float64Array(places.length);
  for (const [at, own] of features.entries()) {
    for (const rank of own) mass[rank] = (mass[rank] ?? 0) + (counts[at] ?? 0);
  }
  const worth = Float64Array.from(
    weights,
    (weight, at) => Math.abs(weight) * (mass[Math.floor(at / codes)] ?? 0) ** FREQUENCY,
  );
  const enough = worth.toSorted().at(-most) ?? 0;
  return Uint8Array.from(worth, (one) => (one >= enough && one > 0 ? 1 : 0));
}

/** Learns the weights that are marked; the others stay nothing. */
function descend(
  { places, features, targets, counts }: Lesson,
  codes: number,
  marked: Uint8Array,
): { weights: Float32Array; biases: Float64Array } {
  const weights = new Float32Array(places.length * codes);
  const squares = new Float32Array(places.length * codes).fill(TINY);
  const biases = new Float64Array(codes);
  const slopes = new Float64Array(codes);
  const order = Int32Array.from(features, (_, at) => at);
  const random = seeded(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) {
      const own = features[at] ?? new Int32Array();
      const scale = scaleFor(own.length);
      toSlopes(slopes, own, weights, biases, scale, targets[at] ?? 0, counts[at] ?? 1);
      for (let code = 0; code < codes; code += 1) {
        biases[code] = (biases[code] ?? 0) - BIAS_RATE * (slopes[code] ?? 0);
      }
      for (const rank of own) {
        const from = rank * codes;
        for (let code = 0; code < codes; code += 1) {
          const index = from + code;
          if (marked[index] === 0) continue;
          const weight = weights[index] ?? 0;
          const slope = (slopes[code] ?? 0) * scale + DECAY * weight;
          const square = (squares[index] ?? 0) + slope * slope;
          squares[index] = square;
          weights[index] = weight - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { weights, biases };
}

/** How far the probabilities of one example are off, by language. */
function toSlopes(
  slopes: Float64Array,
  own: Int32Array,
  weights: Float32Array,
  biases: Float64Array,
  scale: number,
  target: number,
  count: number,
): void {
  const codes = slopes.length;
  slopes.fill(0);
  for (const rank of own) {
    const from = rank * codes;
    for (let code = 0; code < codes; code += 1) {
      slopes[code] = (slopes[code] ?? 0) + (weights[from + code] ?? 0);
    }
  }
  let top = -Infinity;
  for (let code = 0; code < codes; code += 1) {
    const sum = (slopes[code] ?? 0) * scale + (biases[code] ?? 0);
    slopes[code] = sum;
    top = Math.max(top, sum);
  }
  let all = 0;
  for (let code = 0; code < codes; code += 1) {
    const odds = Math.exp((slopes[code] ?? 0) - top);
    slopes[code] = odds;
    all += odds;
  }
  for (let code = 0; code < codes; code += 1) {
    slopes[code] = ((slopes[code] ?? 0) / all - (code === target ? 1 : 0)) * count;
  }
}
