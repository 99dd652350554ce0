/** How likely it is that a message means this or that. Pure. */
import { type Before, featuresOf, KNOWN_MASK } from './features.ts';
import { MEANINGS, type Meaning, type Table } from './table.ts';

/** Probabilities, 0 to 1, which sum up to 1. */
export type Scores = Readonly<Record<Meaning | 'other', number>>;

/** A few words tell little: until there are as many features, what they say counts for less. */
export const ENOUGH_FEATURES = 60;

/** By rank, the number of the last message that had the feature. */
let stamps = new Uint32Array();
let stamp = 0;

function stampsFor(ranks: number): Uint32Array {
  if (stamps.length < ranks || stamp === MAX_STAMP) {
    stamps = new Uint32Array(ranks);
    stamp = 0;
  }
  return stamps;
}

const MAX_STAMP = 2 ** 32 - 1;

const COUNT = MEANINGS.length;
const sums = new Float64Array(COUNT);

/** The scores of a message's folded words, said after what was `before`. */
export function scoresOf(words: readonly string[], before: Before, table: Table): Scores {
  const { places, codes, weights, bias, known } = table;
  sums.fill(0);
  let features = 0;
  const seen = stampsFor(codes.length);
  stamp += 1;
  for (const place of featuresOf(words, before, (hash) => known.has(hash & KNOWN_MASK))) {
    const rank = places.rankOf(place);
    // However often it is said, it is said.
    if (rank < 0 || seen[rank] === stamp) continue;
    seen[rank] = stamp;
    features += 1;
    const code = (codes[rank] ?? 0) * COUNT;
    for (let meaning = 0; meaning < COUNT; meaning += 1) {
      sums[meaning] = (sums[meaning] ?? 0) + (weights[code + meaning] ?? 0);
    }
  }
  const scale = scaleFor(features);
  const odds = MEANINGS.map((_, at) => Math.exp((bias[at] ?? 0) + scale * (sums[at] ?? 0)));
  const [ask = 0, frustrated = 0, confirm = 0, decline = 0] = odds;
  const all = 1 + ask + frustrated + confirm + decline;
  return {
    ask_human: ask / all,
    frustrated: frustrated / all,
    confirm: confirm / all,
    decline: decline / all,
    other: 1 / all,
  };
}

/** By how much the sum of so many features' weights is to be multiplied. */
export function scaleFor(features: number): number {
  return 1 / Math.sqrt(Math.max(ENOUGH_FEATURES, features));
}
