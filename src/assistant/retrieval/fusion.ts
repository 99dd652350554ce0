/** Several rankings made one. Pure. */

/** As usual for reciprocal ranks: how little the first places differ from those behind them. */
const RANK_OFFSET = 60;

/** Something ranked, with the sum of its reciprocal ranks. */
interface Fused<T> {
  item: T;
  score: number;
}

/**
 * Fuses rankings by reciprocal rank: what stands high in several comes first. What `keyOf` calls the same
 * is taken from the first ranking that has it; of equals, the earlier ranking's comes first.
 */
export function fuse<T>(
  rankings: readonly (readonly T[])[],
  keyOf: (item: T) => string,
): Fused<T>[] {
  const fused = new Map<string, Fused<T>>();
  for (const ranking of rankings) {
    for (const [at, item] of ranking.entries()) {
      const key = keyOf(item);
      const known = fused.get(key);
      const score = (known?.score ?? 0) + 1 / (RANK_OFFSET + 1 + at);
      fused.set(key, { item: known?.item ?? item, score });
    }
  }
  return [...fused.values()].sort((a, b) => b.score - a.score);
}
