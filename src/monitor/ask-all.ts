/** Asks many at once, but never more than a few at a time, and waits for none too long. Pure. */
import { within } from '../in-time.ts';

/** Whoever has not answered after so long counts as out of reach. */
export const PATIENCE_MS = 10_000;

interface Asked<W, T> {
  answers: { of: W; answer: T }[];
  /** Who did not answer, in no particular order. */
  failed: W[];
}

/**
 * Asks each of `whom`, at most `atOnce` at a time. One that fails, or never answers, keeps nobody else
 * from being asked.
 */
export async function askAll<W, T>(
  whom: readonly W[],
  atOnce: number,
  ask: (one: W) => Promise<T>,
): Promise<Asked<W, T>> {
  const asked: Asked<W, T> = { answers: [], failed: [] };
  const waiting = whom.values();
  const work = async () => {
    for (const one of waiting) {
      try {
        asked.answers.push({ of: one, answer: await within(PATIENCE_MS, ask(one), tooLate) });
      } catch {
        asked.failed.push(one);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, whom.length) }, work));
  return asked;
}

function tooLate(): never {
  throw new Error('no answer');
}
