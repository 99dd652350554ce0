/** Logistic regression over a table of features, by stochastic gradient descent. Pure and deterministic. */

import { scaleFor } from '../../../src/assistant/promises/score.ts';

/** One thing to learn from: the places of its features, each once, and what it is. */
export interface Example {
  places: readonly number[];
  isPositive: boolean;
  /** Of a script without spaces. */
  isInCharacters: boolean;
}

export interface Fit {
  weights: Float64Array;
  bias: number;
}

const EPOCHS = 12;
const RATE = 0.5;
const BIAS_RATE = 0.05;
/** How strongly weights are drawn to nothing. */
const DECAY = 1e-3;
const TINY = 1e-6;

/** Fits a table of `size` weights. Positive and negative examples weigh the same together. */
export function fit(examples: readonly Example[], size: number): Fit {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size);
  const positives = examples.filter(({ isPositive }) => isPositive).length;
  const balance = (examples.length - positives) / (positives || 1);
  let bias = 0;
  let biasSquare = 0;
  const order = examples.map((_, at) => at);
  const random = seeded(12_345);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const { places, isPositive } = example;
      const scale = scaleFor(places.length);
      let sum = bias;
      for (const place of places) sum += (weights[place] ?? 0) * scale;
      const error = (1 / (1 + Math.exp(-sum)) - Number(isPositive)) * (isPositive ? balance : 1);
      for (const place of places) {
        const weight = weights[place] ?? 0;
        const slope = error * scale + DECAY * weight;
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        weights[place] = weight - (RATE * slope) / Math.sqrt(square + TINY);
      }
      biasSquare += error * error;
      bias -= (BIAS_RATE * error) / Math.sqrt(biasSquare + TINY);
    }
  }
  return { weights, bias };
}

/** A linear congruential generator: chance that is the same every time. 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
