/**
 * Effects that leave the conversation are rows first and deeds second. The drain is a pure function
 * over what it is given: a store, a way to deliver, a clock.
 */
import type { Millis } from '../protocol/entry.ts';

/** Waits before the second, third … attempt. After the last one the job has failed. */
export const RETRY_DELAYS_MS = [1_000, 4_000, 10_000] as const;

/** Something to be done outside. */
export type Job = { kind: 'takeover_mail'; escalation: number };

export interface PendingJob {
  id: number;
  job: Job;
  /** How often it was tried. */
  attempts: number;
}

/**
 * `accepted`: the other side took responsibility. `failed`: worth another try. `impossible`: not worth
 * one. `moot`: there is no reason left to do it.
 */
export type Delivery = 'accepted' | 'failed' | 'impossible' | 'moot';

/** How a job ended. */
export type End = 'accepted' | 'gave_up' | 'moot';

export interface Outbox {
  /** Jobs that are due, oldest first. */
  due(now: Millis): PendingJob[];
  /** Puts a job off; called before each attempt, so that a crash in the middle of one is retried too. */
  postpone(id: number, attempts: number, due: Millis): void;
  /** Forgets a job and, in the same write, records how it ended. */
  settle(pending: PendingJob, end: End): void;
}

/** When the attempt after `attempts` is due, or null when there is none. */
export function retryAt(attempts: number, now: Millis): Millis | null {
  const delay = RETRY_DELAYS_MS[attempts - 1];
  return delay === undefined ? null : now + delay;
}

/** Tries everything that is due once. Never throws: a delivery that throws has failed. */
export async function drain(
  outbox: Outbox,
  deliver: (job: Job) => Promise<Delivery>,
  clock: () => Millis,
): Promise<void> {
  for (const pending of outbox.due(clock())) {
    const attempts = pending.attempts + 1;
    const next = retryAt(attempts, clock());
    // Should this attempt die with the process, the row is due again, for one last time if need be.
    outbox.postpone(pending.id, attempts, next ?? clock() + RETRY_DELAYS_MS[0]);
    const delivery = await deliver(pending.job).catch((): Delivery => 'failed');
    if (delivery === 'accepted' || delivery === 'moot') outbox.settle(pending, delivery);
    else if (delivery === 'impossible' || next === null) outbox.settle(pending, 'gave_up');
  }
}
