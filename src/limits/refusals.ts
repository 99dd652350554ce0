/**
 * Whom the limiter has refused, and until when. As long, nobody asks it again: a caller who keeps knocking
 * costs a look into this isolate's memory, and neither an object nor D1.
 */

/** Callers that are remembered. Of more, the first is forgotten, and costs a question again. */
const MAX_REMEMBERED = 1_000;

const refused = new Map<string, number>();

/** What a network is remembered by of which somebody floods. */
export const floodKey = (network: string) => `flood:${network}`;

/** Remembers that a key is refused until `until`, in ms since 1970. */
export function rememberRefusal(key: string, until: number): void {
  refused.delete(key);
  refused.set(key, until);
  const [first] = refused.keys();
  if (refused.size > MAX_REMEMBERED && first !== undefined) refused.delete(first);
}

/** Whether anybody is remembered at all: mostly nobody is. */
export function isAnybodyRefused(): boolean {
  return refused.size > 0;
}

/** For how many ms a key is still refused, as far as is remembered; null if it may ask. */
export function refusedFor(key: string, now: number): number | null {
  const until = refused.get(key);
  if (until === undefined) return null;
  if (now < until) return until - now;
  refused.delete(key);
  return null;
}
