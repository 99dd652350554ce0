/**
 * The first of a network, let in unasked. Most networks never send more than a tab or two: an object that counts
 * them would cost more than the conversation they begin. Each isolate knows what it has seen itself, so a network
 * gains a few sockets wherever it comes in, and no more.
 */

/** So many are let in within {@link PERIOD_MS}, where the limits are ten times as high or more. */
const MAX_UNASKED = 3;

const SHARE_OF_LIMIT = 1 / 10;

const PERIOD_MS = 600_000;

/** Networks that are remembered. Of more, the first is forgotten. */
const MAX_NETWORKS = 10_000;

interface Known {
  /** In ms since 1970. */
  since: number;
  /** How many were let in since. */
  count: number;
}

const known = new Map<string, Known>();

/** Whether one more of a network is let in unasked. `limit`: the lowest of the limits that its door watches over. */
export function isLetInUnasked(network: string, limit: number, now: number): boolean {
  const { since, count } = seen(network, now);
  if (count >= Math.min(MAX_UNASKED, Math.floor(limit * SHARE_OF_LIMIT))) return false;
  known.delete(network);
  known.set(network, { since, count: count + 1 });
  const [first] = known.keys();
  if (known.size > MAX_NETWORKS && first !== undefined) known.delete(first);
  return true;
}

/** How many of a network were let in unasked within the last `windowMs`, by and large. */
export function letInUnasked(network: string, windowMs: number, now: number): number {
  const { since, count } = seen(network, now);
  return now - since < windowMs ? count : 0;
}

function seen(network: string, now: number): Known {
  const before = known.get(network);
  return before && now - before.since < PERIOD_MS ? before : { since: now, count: 0 };
}
