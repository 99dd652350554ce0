/** What befalls a connection on its way through the proxy. Pure: chance is given. */
import type { Random } from '../train/random.ts';

/** Towards the server, towards the client, or both. */
export type Course = 'up' | 'down' | 'both';

export type Mishap =
  | { is: 'none' }
  /** Both ends are reset. */
  | { is: 'cut'; afterMs: number }
  /** Nothing gets through any more, and nobody is told, not even when the other end goes. */
  | { is: 'half_open'; afterMs: number; course: Course }
  /** Everything waits for a while, and then comes at once. */
  | { is: 'held'; afterMs: number; forMs: number; course: Course };

export interface Fate {
  mishap: Mishap;
  /** Every piece takes from `latencyMs` to that and `jitterMs` more; none overtakes another. */
  latencyMs: number;
  jitterMs: number;
}

/** The share of text frames that clients send twice. */
export const DUPLICATED = 0.2;

const MAX_LATENCY_MS = 200;
const MAX_JITTER_MS = 200;
const MAX_LIFE_MS = 8_000;
const MIN_HELD_MS = 500;
const MAX_HELD_MS = 5_000;

/** Of connections that go dead, so many were never alive: dialled, accepted, and not a word. */
const STILLBORN = 0.25;

const COURSES: readonly Course[] = ['up', 'down', 'both'];

/** A number from `least` to `most`. */
export function between(random: Random, least: number, most: number): number {
  return least + random() * (most - least);
}

/** One of them. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** What becomes of the next connection. */
export function fateOf(random: Random): Fate {
  return {
    latencyMs: between(random, 0, MAX_LATENCY_MS),
    jitterMs: between(random, 0, MAX_JITTER_MS),
    mishap: mishapOf(random),
  };
}

function mishapOf(random: Random): Mishap {
  const kind = random();
  const afterMs = between(random, 0, MAX_LIFE_MS);
  const course = oneOf(random, COURSES);
  if (kind < 0.25) return { is: 'cut', afterMs };
  if (kind < 0.45) {
    return random() < STILLBORN
      ? { is: 'half_open', afterMs: 0, course: 'both' }
      : { is: 'half_open', afterMs, course };
  }
  if (kind < 0.65) {
    return { is: 'held', afterMs, course, forMs: between(random, MIN_HELD_MS, MAX_HELD_MS) };
  }
  return { is: 'none' };
}
