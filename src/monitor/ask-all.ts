/** Asks many at once, but never more than a few at a time. Pure. */

export interface Asked<T> {
  answers: { of: string; answer: T }[];
  /** Who did not answer, in no particular order. */
  failed: string[];
}

/** Asks each of `whom`, at most `atOnce` at a time. One that fails keeps nobody else from being asked. */
export async function askAll<T>(
  whom: readonly string[],
  atOnce: number,
  ask: (one: string) => Promise<T>,
): Promise<Asked<T>> {
  const asked: Asked<T> = { answers: [], failed: [] };
  const waiting = whom.values();
  const work = async () => {
    for (const one of waiting) {
      try {
        asked.answers.push({ of: one, answer: await ask(one) });
      } catch {
        asked.failed.push(one);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, whom.length) }, work));
  return asked;
}
