/** The outbox's rows. What settling a job means to the conversation is its host's to say. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { End, Job, Lane, Outbox, PendingJob } from './outbox.ts';

type Row = { id: number; job: string; attempts: number };

type LaneRow = { kind: Job['kind']; hook: string | null; due: number };

/** The webhook that a job is for, which has a lane of its own. */
const HOOK = "CASE kind WHEN 'webhook' THEN json_extract(job, '$.hook') END";

/** So long a job that is under way is left alone. */
const UNDER_WAY_MS = 5_000;

export class OutboxStore implements Outbox {
  readonly #sql: SqlStorage;
  readonly #settled: (job: Job, end: End, settle: () => void) => void;
  /** Whether it is known that there is no job. */
  #isEmpty = false;

  /** @param settled calls `settle` in the same write in which it records what the end of the job means */
  constructor(sql: SqlStorage, settled: (job: Job, end: End, settle: () => void) => void) {
    this.#sql = sql;
    this.#settled = settled;
  }

  /** The tables were just made: there is nothing to look for. */
  begin(): void {
    this.#isEmpty = true;
  }

  /**
   * Adds a job that is due at once. One that waits already under the same key is asked for anew instead; one
   * that waits for its first attempt is left as it is, which costs nothing.
   */
  add(job: Job, now: Millis): void {
    this.#isEmpty = false;
    this.#sql.exec(
      `INSERT INTO outbox (kind, key, job, attempts, due) VALUES (?, ?, ?, 0, ?)
       ON CONFLICT (key) DO UPDATE SET job = excluded.job, attempts = 0, due = excluded.due
       WHERE attempts > 0 OR due > excluded.due OR job <> excluded.job`,
      job.kind,
      keyOf(job),
      JSON.stringify(job),
      now,
    );
  }

  /** The lanes in which something is due; that of the oldest job first. */
  lanes(now: Millis): Lane[] {
    if (this.#isEmpty) return [];
    const rows = this.#sql.exec<LaneRow>(
      `SELECT kind, ${HOOK} AS hook, min(due) AS due FROM outbox WHERE due <= ?
       GROUP BY 1, 2 ORDER BY min(id)`,
      now,
    );
    return Array.from(rows, ({ kind, hook }) => ({ kind, hook }));
  }

  /**
   * When the next job is due; null when there is none. Lanes in which nothing can be begun now are looked
   * at again a little later: what is under way may be lost with the process, but is not to be rushed.
   */
  nextDue(isBusy: (lane: Lane) => boolean, now: Millis): Millis | null {
    if (this.#isEmpty) return null;
    let next: Millis | null = null;
    for (const { due, ...lane } of this.#sql.exec<LaneRow>(
      `SELECT kind, ${HOOK} AS hook, min(due) AS due FROM outbox GROUP BY 1, 2`,
    )) {
      const at = isBusy(lane) ? Math.max(due, now + UNDER_WAY_MS) : due;
      next = Math.min(next ?? at, at);
    }
    this.#isEmpty = next === null;
    return next;
  }

  due({ kind, hook }: Lane, now: Millis): PendingJob[] {
    const rows = this.#sql.exec<Row>(
      `SELECT id, job, attempts FROM outbox WHERE kind = ? AND ${HOOK} IS ? AND due <= ?
       ORDER BY attempts > 0, id`,
      kind,
      hook,
      now,
    );
    return Array.from(rows, ({ id, job, attempts }) => ({ id, job: parse(job), attempts }));
  }

  postpone(id: number, attempts: number, due: Millis): void {
    this.#sql.exec('UPDATE outbox SET attempts = ?, due = ? WHERE id = ?', attempts, due, id);
  }

  settle(pending: PendingJob, attempts: number, end: End | null, rest?: Job): void {
    const { id, job } = pending;
    // A job that was asked for anew during the attempt counts from 0 again, and stays.
    const settle = () => {
      if (rest)
        this.#sql.exec(
          'UPDATE outbox SET job = ? WHERE id = ? AND attempts = ?',
          JSON.stringify(rest),
          id,
          attempts,
        );
      else this.#sql.exec('DELETE FROM outbox WHERE id = ? AND attempts = ?', id, attempts);
    };
    if (end) this.#settled(job, end, settle);
    else settle();
  }
}

/** Of two jobs with one key only the newer has anything to say. */
function keyOf(job: Job): string {
  switch (job.kind) {
    case 'milestone':
      return job.kind;
    case 'trouble':
      return `${job.kind}:${job.reason}`;
    case 'takeover_mail':
    case 'reminder_mail':
      return `${job.kind}:${job.escalation}`;
    case 'contact_mail':
      return `${job.kind}:${job.contact}`;
    case 'webhook':
      return `${job.kind}:${job.hook}:${job.seq}`;
    case 'delivery':
      return `${job.kind}:${job.id}`;
    case 'notice':
      return `${job.kind}:${job.mail.kind}:${job.mail.number}`;
    default:
      return assertNever(job);
  }
}

function parse(text: string): Job {
  const job: Job = JSON.parse(text);
  return job;
}
