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

/** The score of a sentence that is read word by word: the higher, the more it sounds like a promise. */
export class Score {
  readonly #table: Table;
  readonly #seen = new Set<number>();
  #before: string[] = [];
  #sum = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Reads more words, folded. */
  read(words: readonly string[]): void {
    for (const word of words) {
      for (const place of featuresOf(word, this.#before)) {
        if (this.#seen.has(place)) continue;
        this.#seen.add(place);
        this.#sum += this.#table.weights[place] ?? 0;
      }
      this.#before = [word, ...this.#before.slice(0, MEMORY - 1)];
    }
  }

  /** Of what was read so far. */
  get value(): number {
    return this.#valueOf(this.#sum, this.#seen.size);
  }

  /** What it would be were these words to follow. */
  with(words: readonly string[]): number {
    const added = new Set<number>();
    let before = this.#before;
    let sum = this.#sum;
    for (const word of words) {
      for (const place of featuresOf(word, before)) {
        if (this.#seen.has(place) || added.has(place)) continue;
        added.add(place);
        sum += this.#table.weights[place] ?? 0;
      }
      before = [word, ...before.slice(0, MEMORY - 1)];
    }
    return this.#valueOf(sum, this.#seen.size + added.size);
  }

  #valueOf(sum: number, features: number): number {
    return this.#table.bias + this.#table.step * sum * scaleFor(features);
  }
}

/** The score of a whole sentence, by its folded words. */
export function scoreOf(words: readonly string[], table: Table): number {
  return new Score(table).with(words);
}
