/** What `npm run train` has learned, as it travels in weights.ts, and unpacked. Pure. */
import { KNOWN_BITS, PLACE_BITS } from './features.ts';
import { Places } from './places.ts';
import { ascendingIn, numbersIn } from './text-digits.ts';

/** What a message may mean, other than nothing to act on. The order of a feature's weights. */
export const MEANINGS = ['ask_human', 'frustrated', 'confirm', 'decline'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How much each feature speaks for each meaning, against nothing to act on. */
export interface Table {
  places: Places;
  /** By the rank of a place, which of the weights it has. */
  codes: Uint8Array;
  /** By code, one weight for each meaning. */
  weights: Float32Array;
  /** What a message without a feature would score, one for each meaning. */
  bias: readonly number[];
  /** Words, by their hash's low bits. */
  known: Places;
}

/** The same as it travels: see text-digits.ts. */
export interface Packed {
  places: string;
  codes: string;
  /** Separated by spaces. */
  weights: string;
  bias: string;
  known: string;
}

/** Takes some twenty milliseconds, once. */
export function unpack({ places, codes, weights, bias, known }: Packed): Table {
  return {
    places: new Places(ascendingIn(places), PLACE_BITS),
    codes: numbersIn(codes),
    weights: Float32Array.from(weights.split(' '), Number),
    bias: bias.split(' ').map(Number),
    known: new Places(ascendingIn(known), KNOWN_BITS),
  };
}
