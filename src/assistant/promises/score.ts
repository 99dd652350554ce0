/** How much a sentence sounds like a promise made in the team's name: the sum of its features' weights. Pure. */
import { featuresOf, MEMORY } from './features.ts';

/** Weights by place; see features.ts. */
export interface Table {
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
  bias: number;
}

/** A few words tell little: until there are as many features, what they say counts for less. */
const ENOUGH_FEATURES = 120;

/** By how much the sum of so many features is to be multiplied. */
export function scaleFor(features: number): number {
  return 1 / Math.sqrt(Math.max(ENOUGH_FEATURES, features));
}

/** What some words would add to a sentence. */
interface Addition {
  words: readonly string[];
  /** Places of features that are not in it yet. */
  places: ReadonlySet<number>;
  sum: number;
  /** Its last words then, the latest first. */
  before: readonly string[];
}

/** The score of a sentence that is read word by word: the higher, the more it sounds like a promise. */
export class Score {
  readonly #table: Table;
  readonly #seen = new Set<number>();
  #before: readonly string[] = [];
  #sum = 0;
  /** What was weighed last: mostly it is what is read next. */
  #weighed: Addition | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Reads more words, folded. */
  read(words: readonly string[]): void {
    const { places, sum, before } = this.#weigh(words);
    for (const place of places) this.#seen.add(place);
    this.#sum += sum;
    this.#before = before;
    this.#weighed = undefined;
  }

  /** Of what was read so far. */
  get value(): number {
    return this.#valueOf(this.#sum, this.#seen.size);
  }

  /** What it would be were these words to follow. */
  with(words: readonly string[]): number {
    this.#weighed = this.#weigh(words);
    const { places, sum } = this.#weighed;
    return this.#valueOf(this.#sum + sum, this.#seen.size + places.size);
  }

  #weigh(words: readonly string[]): Addition {
    if (this.#weighed?.words === words) return this.#weighed;
    const places = new Set<number>();
    let before = this.#before;
    let sum = 0;
    for (const word of words) {
      for (const place of featuresOf(word, before)) {
        if (this.#seen.has(place) || places.has(place)) continue;
        places.add(place);
        sum += this.#table.weights[place] ?? 0;
      }
      before = [word, ...before.slice(0, MEMORY - 1)];
    }
    return { words, places, sum, before };
  }

  #valueOf(sum: number, features: number): number {
    return this.#table.bias + this.#table.step * sum * scaleFor(features);
  }
}

/** The score of a whole sentence, by its folded words. */
export function scoreOf(words: readonly string[], table: Table): number {
  return new Score(table).with(words);
}
