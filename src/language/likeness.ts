/** How much a message is like each of the languages that share its script. Pure. */
import { ascendingIn, numbersIn } from '../intent/text-digits.ts';
import { PLACE_BITS } from './pieces.ts';
import type { SharedScript } from './script.ts';

/** What `npm run train` has learned, as it travels in tongue-weights.ts: see text-digits.ts. */
export interface Packed {
  /** By script. */
  groups: Readonly<Record<SharedScript, PackedGroup>>;
  /** What one level of a weight is worth. */
  step: number;
}

/** The weights of languages that share a script. */
export interface PackedGroup {
  /** Separated by spaces, and a bias for each. */
  tongues: string;
  biases: string;
  /** The places that tell something, ascending. */
  places: string;
  /** For each place, the languages that it has weights for, as indexes; {@link LAST} more at the last of them. */
  owners: string;
  /** For each owner how much the place speaks for it, {@link NEUTRAL} more than it is. */
  levels: string;
}

/** No script has more languages. */
export const LAST = 46;
/** A level that says nothing. */
export const NEUTRAL = 8;

/** The weights of one script. */
export interface Table {
  tongues: readonly string[];
  biases: readonly number[];
  /** By place, where its weights begin; they end where the next place's begin. */
  starts: Uint32Array;
  /** Which language a weight is for, as an index, and the weight. */
  owners: Uint8Array;
  weights: Float32Array;
}

/** Takes a few milliseconds, once for each script. */
export function unpack(group: PackedGroup, step: number): Table {
  const places = ascendingIn(group.places);
  const marked = numbersIn(group.owners);
  const starts = new Uint32Array(2 ** PLACE_BITS + 1);
  let rank = 0;
  for (const owner of marked) {
    const after = (places[rank] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
    if (owner >= LAST) rank += 1;
  }
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  return {
    tongues: group.tongues.split(' '),
    biases: group.biases.split(' ').map(Number),
    starts,
    owners: marked.map((owner) => owner % LAST),
    weights: Float32Array.from(numbersIn(group.levels), (level) => (level - NEUTRAL) * step),
  };
}

/** A few pieces tell little: until there are as many, what they say counts for less. */
const ENOUGH_PIECES = 16;

/** By how much the sum over so many pieces is to be multiplied. */
export function scaleFor(pieces: number): number {
  return 1 / Math.sqrt(Math.max(ENOUGH_PIECES, pieces));
}

/** A language, and how probable it is, 0 to 1. */
interface Likeness {
  code: string;
  probable: number;
}

/** The language of the table that pieces are most like. */
export function likeliest(places: ReadonlySet<number>, table: Table): Likeness {
  const { tongues, biases, starts, owners, weights } = table;
  const sums = new Float64Array(tongues.length);
  for (const place of places) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const owner = owners[at] ?? 0;
      sums[owner] = (sums[owner] ?? 0) + (weights[at] ?? 0);
    }
  }
  const scale = scaleFor(places.size);
  let best = 0;
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = (sums[at] ?? 0) * scale + (biases[at] ?? 0);
    if ((sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
  }
  const top = sums[best] ?? 0;
  const all = sums.reduce((total, sum) => total + Math.exp(sum - top), 0);
  return { code: tongues[best] ?? '', probable: 1 / all };
}
