/** The outbox's rows. What settling a job means to the conversation is its host's to say. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { End, Job, Outbox, PendingJob } from './outbox.ts';

type Row = { id: number; job: string; attempts: number };

/** So long a job that is under way is left alone. */
const UNDER_WAY_MS = 5_000;

export class OutboxStore implements Outbox {
  readonly #sql: SqlStorage;
  readonly #settled: (job: Job, end: End) => void;
  /** Whether it is known that there is no job. */
  #isEmpty = false;

  constructor(sql: SqlStorage, settled: (job: Job, end: End) => void) {
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

  /**
   * When the next job is due; null when there is none. Jobs of a kind that is under way are looked at
   * again a little later: what is under way may be lost with the process, but is not to be rushed.
   */
  nextDue(underWay: ReadonlySet<Job['kind']>, now: Millis): Millis | null {
    if (this.#isEmpty) return null;
    let next: Millis | null = null;
    for (const { kind, due } of this.#sql.exec<{ kind: Job['kind']; due: number }>(
      'SELECT kind, min(due) AS due FROM outbox GROUP BY kind',
    )) {
      const at = underWay.has(kind) ? Math.max(due, now + UNDER_WAY_MS) : due;
      next = Math.min(next ?? at, at);
    }
    this.#isEmpty = next === null;
    return next;
  }

  due(kind: Job['kind'], now: Millis): PendingJob[] {
    const rows = this.#sql.exec<Row>(
      'SELECT id, job, attempts FROM outbox WHERE kind = ? AND due <= ? ORDER BY id',
      kind,
      now,
    );
    return Array.from(rows, ({ id, job, attempts }) => ({ id, job: parse(job), attempts }));
  }

  postpone(id: number, attempts: number, due: Millis): void {
    this.#sql.exec('UPDATE outbox SET attempts = ?, due = ? WHERE id = ?', attempts, due, id);
  }

  settle(pending: PendingJob, attempts: number, end: End | null): void {
    // A job that was asked for anew during the attempt counts from 0 again, and stays.
    this.#sql.exec('DELETE FROM outbox WHERE id = ? AND attempts = ?', pending.id, attempts);
    if (end) this.#settled(pending.job, end);
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
