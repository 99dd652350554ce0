/**
 * Effects that leave the conversation are rows first and deeds second. The drain is a pure function
 * over what it is given: a store, a way to deliver, a clock.
 */
import type { TroubleReason } from '../assistant/answerer.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Something to be done outside. */
export type Job =
  | { kind: 'takeover_mail'; escalation: number }
  /** Something of note happened: the monitor's card and the row in D1 are brought up to date. */
  | { kind: 'milestone' }
  /** What became of a takeover mail, for the owner to read. */
  | {
      kind: 'notification';
      escalation: number;
      at: Millis;
      status: 'sent' | 'failed';
      address: string;
      reason?: string;
    }
  /** What a model failed at, for the owner to read. */
  | { kind: 'trouble'; at: Millis; reason: TroubleReason; model: string; detail: string };

/** Waits before the second, third … attempt. After the last one the job has failed. */
export const RETRY_DELAYS_MS: Readonly<Record<Job['kind'], readonly Millis[]>> = {
  // A visitor is waiting to be told.
  takeover_mail: [SECOND_MS, 4 * SECOND_MS, 10 * SECOND_MS],
  // Nobody waits, and the next one says all that this one would have said.
  milestone: [SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS, 5 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS],
  notification: [SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS, 5 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS],
  trouble: [5 * SECOND_MS, MINUTE_MS],
};

export const JOB_KINDS: readonly Job['kind'][] = [
  'takeover_mail',
  'milestone',
  'notification',
  'trouble',
];

export interface PendingJob {
  id: number;
  job: Job;
  /** How often it was tried. */
  attempts: number;
}

/** How one attempt went. */
export type Delivery =
  /** The other side took responsibility. `remark`: what it did not like about it; `to`: who it went to. */
  | { is: 'accepted'; remark?: string; to?: string }
  /** Worth another try. */
  | { is: 'failed'; reason: string; to?: string }
  /** Not worth one. */
  | { is: 'impossible'; reason: string }
  /** There is no reason left to do it. */
  | { is: 'moot' }
  /** The conversation has erased itself meanwhile, and its rows with it. */
  | { is: 'erased' };

/** How a job ended that there was reason to do. */
export type End = { to?: string } & (
  | { accepted: true; remark?: string }
  | { accepted: false; reason: string }
);

export interface Outbox {
  /** Jobs of one kind that are due, oldest first. */
  due(kind: Job['kind'], now: Millis): PendingJob[];
  /** Puts a job off; called before each attempt, so that a crash in the middle of one is retried too. */
  postpone(id: number, attempts: number, due: Millis): void;
  /**
   * Forgets a job, unless it was asked for anew meanwhile, and records in the same write how it ended:
   * null if nobody cares any more.
   */
  settle(pending: PendingJob, attempts: number, end: End | null): void;
}

/** When the attempt after `attempts` is due, or null when there is none. */
export function retryAt(kind: Job['kind'], attempts: number, now: Millis): Millis | null {
  const delay = RETRY_DELAYS_MS[kind][attempts - 1];
  return delay === undefined ? null : now + delay;
}

/** Tries every job of one kind that is due once. Never throws: a delivery that throws has failed. */
export async function drain(
  outbox: Outbox,
  kind: Job['kind'],
  deliver: (job: Job) => Promise<Delivery>,
  clock: () => Millis,
): Promise<void> {
  for (const pending of outbox.due(kind, clock())) {
    const attempts = pending.attempts + 1;
    const next = retryAt(kind, attempts, clock());
    // Should this attempt die with the process, the row is due again, for one last time if need be.
    outbox.postpone(pending.id, attempts, next ?? clock() + SECOND_MS);
    const delivery = await deliver(pending.job).catch(failure);
    switch (delivery.is) {
      case 'accepted': {
        const { remark, to } = delivery;
        outbox.settle(pending, attempts, {
          accepted: true,
          ...(remark !== undefined && { remark }),
          ...(to !== undefined && { to }),
        });
        break;
      }
      case 'moot':
        outbox.settle(pending, attempts, null);
        break;
      case 'failed':
      case 'impossible': {
        const { is, reason } = delivery;
        const to = is === 'failed' && delivery.to !== undefined ? { to: delivery.to } : {};
        if (is === 'impossible' || next === null)
          outbox.settle(pending, attempts, { accepted: false, reason, ...to });
        break;
      }
      case 'erased':
        return;
      default:
        assertNever(delivery);
    }
  }
}

function failure(error: unknown): Delivery {
  return { is: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
