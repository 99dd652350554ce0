/**
 * Effects that leave the conversation are rows first and deeds second. The drain is a pure function
 * over what it is given: a store, a way to deliver, a clock.
 */
import type { TroubleReason } from '../assistant/answerer.ts';
import type { MailKind } from '../site/team-mails.ts';
import type { DeliveryStatus } from '../site/webhook-deliveries.ts';
import type { HookEvent } from '../webhook/events.ts';
import type { Posted } from '../webhook/post.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A mail that some have, and that is tried again for the others alone. */
export interface MailRest {
  /** Who has yet to get it. */
  left: string[];
  /** Everybody it is for, as the owner reads it. */
  of: string;
  /** Who will never get it, and why; empty where there is nobody. */
  refused: string;
}

/** Something to be done outside. */
export type Job =
  | { kind: 'takeover_mail'; escalation: number; rest?: MailRest }
  | { kind: 'reminder_mail'; escalation: number; rest?: MailRest }
  /** An address that the visitor left. */
  | { kind: 'contact_mail'; contact: number; rest?: MailRest }
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
  /** What became of such a delivery in the end, where D1 could not be told at once. */
  | {
      kind: 'delivery';
      hook: string;
      seq: number;
      id: string;
      event: HookEvent;
      posted: Posted;
      status: DeliveryStatus;
      at: Millis;
    }
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
  // The last word on a message: for days, as long as D1 may be away.
  delivery: { ...BY_AND_BY, attempts: 30 },
  trouble: { attempts: 3, firstMs: 5 * SECOND_MS, factor: 12, longestMs: MINUTE_MS },
};

/** A rest is up to this part of it shorter or longer, so that what failed together is not tried together. */
export const JITTER = 0.2;

export interface PendingJob {
  id: number;
  job: Job;
  /** How often it was tried. */
  attempts: number;
}

/**
 * What is done one after the other: the jobs of a kind, or those for one webhook. What one lane waits for
 * keeps no other waiting.
 */
export interface Lane {
  kind: Job['kind'];
  /** The webhook's; null for jobs of other kinds. */
  hook: string | null;
}

/** How one attempt went. */
export type Delivery =
  /**
   * The other side took responsibility. `remark`: what it did not like about it; `to`: who it went to;
   * `rest`: the job that is left of this one, for the attempts that are.
   */
  | { is: 'accepted'; remark?: string; to?: string; rest?: Job }
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
  /** Jobs of one lane that are due: those that were never tried first, then the oldest. */
  due(lane: Lane, now: Millis): PendingJob[];
  /** Puts a job off; called before each attempt, so that a crash in the middle of one is retried too. */
  postpone(id: number, attempts: number, due: Millis): void;
  /**
   * Forgets a job, or puts what is left of it into its place, unless it was asked for anew meanwhile; and
   * records in the same write how it ended: null if nobody cares any more. All of it is written or, if it
   * throws, none: then the job is tried again.
   */
  settle(pending: PendingJob, attempts: number, end: End | null, rest?: Job): void;
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
 * Tries every job of a lane that is due, or falls due meanwhile, once. A delivery that throws has failed.
 * Rejects if the outbox does.
 *
 * @param deliver is told whether there will be no other attempt after this one
 */
export async function drain(
  outbox: Outbox,
  lane: Lane,
  deliver: (job: Job, isLast: boolean) => Promise<Delivery>,
  clock: () => Millis,
  random: () => number,
): Promise<void> {
  const tried = new Set<number>();
  const next = () => outbox.due(lane, clock()).find(({ id }) => !tried.has(id));
  // Looked for anew each time: what is new does not wait until everything old was tried once more.
  for (let pending = next(); pending; pending = next()) {
    tried.add(pending.id);
    if (!(await attempt(outbox, pending, deliver, clock, random))) return;
  }
}

/** False once there is no outbox any more. */
async function attempt(
  outbox: Outbox,
  pending: PendingJob,
  deliver: (job: Job, isLast: boolean) => Promise<Delivery>,
  clock: () => Millis,
  random: () => number,
): Promise<boolean> {
  const { id, job } = pending;
  const attempts = pending.attempts + 1;
  const next = retryAt(job.kind, attempts, clock(), random());
  // Should this attempt die with the process, the row is due again, for one last time if need be.
  const isOver = pending.attempts > PATIENCE[job.kind].attempts;
  outbox.postpone(id, attempts, next ?? clock() + (isOver ? HOUR_MS : SECOND_MS));
  const delivery = isOver ? CUT_OFF : await deliver(job, next === null).catch(failure);
  switch (delivery.is) {
    case 'accepted': {
      const { remark, to, rest } = delivery;
      const end: End = {
        accepted: true,
        ...(remark !== undefined && { remark }),
        ...(to !== undefined && { to }),
      };
      outbox.settle(pending, attempts, end, next === null ? undefined : rest);
      return true;
    }
    case 'moot':
    case 'held':
      outbox.settle(pending, attempts, null);
      return true;
    case 'failed':
    case 'impossible': {
      const { is, reason } = delivery;
      const to = is === 'failed' && delivery.to !== undefined ? { to: delivery.to } : {};
      if (is === 'impossible' || next === null)
        outbox.settle(pending, attempts, { accepted: false, reason, ...to });
      return true;
    }
    case 'erased':
      return false;
    default:
      return assertNever(delivery);
  }
}

/** What was never settled, although it was tried once more after its last attempt: it is tried no more. */
const CUT_OFF: Delivery = { is: 'failed', reason: 'Every attempt was cut off.' };

function failure(error: unknown): Delivery {
  return { is: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
