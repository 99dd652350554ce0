/** Very many features share a few sets of weights. Pure and deterministic. */
import { scaleFor } from '../../../src/intent/scores.ts';
import { MEANINGS } from '../../../src/intent/table.ts';
import { seeded, shuffle } from '../random.ts';
import { type Fit, type Ranked, toSlopes } from './fit.ts';

/** Which set each feature has, by rank, and the sets. */
export interface Codebook {
  codes: Uint8Array;
  /** One weight for each meaning, set after set. */
  weights: Float64Array;
}

const COUNT = MEANINGS.length;
const ROUNDS = 12;

/** Finds `size` sets of weights that are nearest to all (k-means); frequent features pull harder. */
export function codebookOf({ weights, places, mass }: Fit, size: number): Codebook {
  const book = new Float64Array(size * COUNT);
  for (let code = 0; code < size; code += 1) {
    const rank = Math.floor(((code + 0.5) * places.length) / size);
    book.set(weights.subarray(rank * COUNT, (rank + 1) * COUNT), code * COUNT);
  }
  const codes = new Uint8Array(places.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Float64Array(size * COUNT);
    const pulls = new Float64Array(size);
    for (let rank = 0; rank < places.length; rank += 1) {
      const code = nearest(book, size, weights, rank * COUNT);
      const pull = Math.sqrt(mass[rank] ?? 0);
      codes[rank] = code;
      pulls[code] = (pulls[code] ?? 0) + pull;
      for (let at = 0; at < COUNT; at += 1) {
        const index = code * COUNT + at;
        sums[index] = (sums[index] ?? 0) + pull * (weights[rank * COUNT + at] ?? 0);
      }
    }
    for (let index = 0; index < book.length; index += 1) {
      const pull = pulls[Math.floor(index / COUNT)] ?? 0;
      if (pull > 0) book[index] = (sums[index] ?? 0) / pull;
    }
  }
  return { codes, weights: book };
}

function nearest(book: Float64Array, size: number, weights: Float32Array, from: number): number {
  let best = 0;
  let least = Infinity;
  for (let code = 0; code < size; code += 1) {
    let distance = 0;
    for (let at = 0; at < COUNT; at += 1) {
      const apart = (weights[from + at] ?? 0) - (book[code * COUNT + at] ?? 0);
      distance += apart * apart;
    }
    if (distance < least) {
      least = distance;
      best = code;
    }
  }
  return best;
}

const BATCH = 64;
const RATE = 0.02;
const TINY = 1e-3;

/** Learns the sets' weights once more, now that features share them. One pass; `bias` stays. */
export function tuned(
  { codes, weights }: Codebook,
  bias: Float64Array,
  { features, targets, counts }: Ranked,
): Codebook {
  const book = weights.slice();
  const squares = new Float64Array(book.length).fill(TINY);
  const batch = new Float64Array(book.length);
  const slopes = new Float64Array(COUNT);
  const order = Int32Array.from(features, (_, at) => at);
  shuffle(order, seeded(2));
  for (const [step, at] of order.entries()) {
    const own = (features[at] ?? new Int32Array()).map((rank) => codes[rank] ?? 0);
    const scale = scaleFor(own.length);
    toSlopes(slopes, own, book, bias, scale, targets[at] ?? -1, counts[at] ?? 1);
    for (const code of own) {
      for (let meaning = 0; meaning < COUNT; meaning += 1) {
        const index = code * COUNT + meaning;
        batch[index] = (batch[index] ?? 0) + (slopes[meaning] ?? 0) * scale;
      }
    }
    if (step % BATCH !== BATCH - 1) continue;
    for (let index = 0; index < book.length; index += 1) {
      const slope = batch[index] ?? 0;
      const square = (squares[index] ?? 0) + slope * slope;
      squares[index] = square;
      book[index] = (book[index] ?? 0) - (RATE * slope) / Math.sqrt(square);
    }
    batch.fill(0);
  }
  return { codes, weights: book };
}

/** What features with these ranks score, before any probability is made of it. */
export function linear(
  ranks: Iterable<number>,
  { codes, weights }: Codebook,
  bias: ArrayLike<number>,
): number[] {
  const sums = MEANINGS.map(() => 0);
  let many = 0;
  for (const rank of ranks) {
    many += 1;
    const code = (codes[rank] ?? 0) * COUNT;
    for (let at = 0; at < COUNT; at += 1) sums[at] = (sums[at] ?? 0) + (weights[code + at] ?? 0);
  }
  const scale = scaleFor(many);
  return sums.map((sum, at) => (bias[at] ?? 0) + scale * sum);
}
