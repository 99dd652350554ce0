/** A set of numbers, each of which also has a rank: a bit per number, and a count per 32 of them. Pure. */
export class Places {
  readonly #bits: Uint32Array;
  readonly #ranks: Uint32Array;

  /** @param places ascending, all below 2 ** bits */
  constructor(places: Iterable<number>, bits: number) {
    const words = 2 ** (bits - 5);
    this.#bits = new Uint32Array(words);
    this.#ranks = new Uint32Array(words);
    for (const place of places) {
      this.#bits[place >>> 5] = (this.#bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    let rank = 0;
    for (let at = 0; at < words; at += 1) {
      this.#ranks[at] = rank;
      rank += ones(this.#bits[at] ?? 0);
    }
  }

  /** Whether it is in the set. */
  has(place: number): boolean {
    return (((this.#bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /** How many in the set are smaller; -1 if it is not in the set. */
  rankOf(place: number): number {
    const word = this.#bits[place >>> 5] ?? 0;
    const bit = 1 << (place & 31);
    if ((word & bit) === 0) return -1;
    return (this.#ranks[place >>> 5] ?? 0) + ones(word & (bit - 1));
  }
}

/** How many bits are set. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
