/**
 * Effects that leave the conversation are rows first and deeds second. The drain is a pure function
 * over what it is given: a store, a way to deliver, a clock.
 */
import type { TroubleReason } from '../assistant/answerer.ts';
import type { MailKind } from '../site/team-mails.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Something to be done outside. */
export type Job =
  | { kind: 'takeover_mail'; escalation: number }
  | { kind: 'reminder_mail'; escalation: number }
  /** An address that the visitor left. */
  | { kind: 'contact_mail'; contact: number }
  /** Something of note happened: the monitor's card and the row in D1 are brought up to date. */
  | { kind: 'milestone' }
  /** What became of a mail to the team, for the owner to read. */
  | {
      kind: 'notice';
      mail: { kind: MailKind; number: number };
      at: Millis;
      status: 'sent' | 'failed';
      address: string;
      reason?: string;
    }
  /** A webhook that is to be told of an entry. `id` is the delivery's, the same with every attempt. */
  | { kind: 'webhook'; hook: string; seq: number; id: string }
  /** What a model failed at, for the owner to read. */
  | { kind: 'trouble'; at: Millis; reason: TroubleReason; model: string; detail: string };

/** How often a job is tried, and how long it rests between attempts. */
export interface Patience {
  attempts: number;
  /** The first rest; each is `factor` times the one before, and none is longer than `longestMs`. */
  firstMs: Millis;
  factor: number;
  longestMs: Millis;
}

/** Nobody waits for these: an owner reads them later. */
const BY_AND_BY: Patience = { attempts: 7, firstMs: SECOND_MS, factor: 6, longestMs: 6 * HOUR_MS };

export const PATIENCE: Readonly<Record<Job['kind'], Patience>> = {
  // A visitor is waiting to be told, and is told within a quarter of a minute.
  takeover_mail: { attempts: 4, firstMs: SECOND_MS, factor: 3, longestMs: 10 * SECOND_MS },
  reminder_mail: { attempts: 4, firstMs: 5 * SECOND_MS, factor: 3, longestMs: MINUTE_MS },
  contact_mail: { attempts: 6, firstMs: 5 * SECOND_MS, factor: 4, longestMs: HOUR_MS },
  milestone: BY_AND_BY,
  notice: BY_AND_BY,
  webhook: { attempts: 8, firstMs: 5 * SECOND_MS, factor: 4, longestMs: HOUR_MS },
  trouble: { attempts: 3, firstMs: 5 * SECOND_MS, factor: 12, longestMs: MINUTE_MS },
};

export const JOB_KINDS = [
  'takeover_mail',
  'reminder_mail',
  'contact_mail',
  'milestone',
  'notice',
  'webhook',
  'trouble',
] as const satisfies readonly Job['kind'][];

/** A rest is up to this part of it shorter or longer, so that what failed together is not tried together. */
export const JITTER = 0.2;

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
  /** Somebody else has taken it on, and says how it ended. */
  | { is: 'held' }
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

/**
 * When the attempt after `attempts` is due, or null when there is none.
 *
 * @param random 0 to 1
 */
export function retryAt(
  kind: Job['kind'],
  attempts: number,
  now: Millis,
  random: number,
): Millis | null {
  const patience = PATIENCE[kind];
  if (attempts >= patience.attempts) return null;
  const rest = patience.firstMs * patience.factor ** (attempts - 1);
  const jitter = 1 + JITTER * (2 * random - 1);
  return now + Math.round(Math.min(rest, patience.longestMs) * jitter);
}

/**
 * Tries every job of one kind that is due once. Never throws: a delivery that throws has failed.
 *
 * @param deliver is told whether there will be no other attempt after this one
 */
export async function drain(
  outbox: Outbox,
  kind: Job['kind'],
  deliver: (job: Job, isLast: boolean) => Promise<Delivery>,
  clock: () => Millis,
  random: () => number,
): Promise<void> {
  const lanes = Map.groupBy(outbox.due(kind, clock()), ({ job }) => laneOf(job));
  const inOrder = (jobs: readonly PendingJob[]) => drainLane(outbox, jobs, deliver, clock, random);
  await Promise.all(Array.from(lanes.values(), inOrder));
}

/** One receiver's jobs are done one after the other; those of another need not wait for that. */
function laneOf(job: Job): string {
  return job.kind === 'webhook' ? job.hook : '';
}

async function drainLane(
  outbox: Outbox,
  jobs: readonly PendingJob[],
  deliver: (job: Job, isLast: boolean) => Promise<Delivery>,
  clock: () => Millis,
  random: () => number,
): Promise<void> {
  for (const pending of jobs) {
    const attempts = pending.attempts + 1;
    const next = retryAt(pending.job.kind, attempts, clock(), random());
    // Should this attempt die with the process, the row is due again, for one last time if need be.
    outbox.postpone(pending.id, attempts, next ?? clock() + SECOND_MS);
    const delivery = await deliver(pending.job, next === null).catch(failure);
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
      case 'held':
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
