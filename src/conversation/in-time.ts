/**
 * What comes of `work` within so many milliseconds; null if nothing does. It is then told to stop, and not
 * waited for even if it ignores that.
 */
export async function inTime<T>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T | null>,
): Promise<T | null> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve(null);
    }, limitMs);
  });
  const done = await Promise.race([work(stop.signal), tooLate]);
  clearTimeout(timer);
  return done;
}
