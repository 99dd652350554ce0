/**
 * Load that does not wait: when each message is due is fixed beforehand, and how long it took counts from
 * then, also where the driver or the server was late. Whoever waits for an answer before the next question
 * never sees the queue that a slow answer makes.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** A timer may be late by so much; the rest of the wait is spent looking at the clock. */
const TIMER_SLACK_MS = 2;

interface Load {
  count: number;
  perSecond: number;
}

/** When each is due, in ms from the beginning. Pure. */
export function dues({ count, perSecond }: Load): number[] {
  return Array.from({ length: count }, (_, at) => (at * 1_000) / perSecond);
}

interface Played {
  /** What each `send` answered. */
  took: number[];
  /** How late each was sent, in ms: the driver's own doing. */
  late: number[];
}

/** Calls `send` for every message when it is due, with its number and the time it was due. */
export async function play(
  load: Load,
  send: (number: number, dueAt: number) => Promise<number>,
): Promise<Played> {
  const late: number[] = [];
  const under: Promise<number>[] = [];
  const began = performance.now();
  for (const [number, due] of dues(load).entries()) {
    const dueAt = began + due;
    await until(dueAt);
    late.push(performance.now() - dueAt);
    under.push(send(number, dueAt));
  }
  return { took: await Promise.all(under), late };
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now() - TIMER_SLACK_MS;
  if (wait >= 1) await delay(wait);
  while (performance.now() < time) await new Promise((resolve) => setImmediate(resolve));
}
