/**
 * Waiting, but not for ever. A timer that is left running keeps an object awake, and billed: whatever
 * comes of the work, none is left behind.
 */
import type { Millis } from './protocol/entry.ts';

/**
 * What comes of `work`, its failure too, if that is within so many milliseconds; else what `late` makes of
 * it, which may throw. The work goes on, and nobody hears how it ends.
 */
export async function within<T, L>(
  limitMs: Millis,
  work: PromiseLike<T>,
  late: () => L,
): Promise<T | L> {
  const { promise: isLate, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  try {
    return await Promise.race([work, isLate.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What comes of `work` within so many milliseconds; null if nothing does. It is then told to stop, and not
 * waited for even if it ignores that.
 */
export async function inTime<T>(
  limitMs: Millis,
  work: (signal: AbortSignal) => Promise<T | null>,
): Promise<T | null> {
  const stop = new AbortController();
  return within(limitMs, work(stop.signal), () => {
    stop.abort();
    return null;
  });
}
