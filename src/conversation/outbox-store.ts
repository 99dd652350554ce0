/** The outbox's rows. What settling a job means to the conversation is its host's to say. */
import type { Millis } from '../protocol/entry.ts';
import type { End, Job, Outbox, PendingJob } from './outbox.ts';

type Row = { id: number; job: string; attempts: number };

export class OutboxStore implements Outbox {
  readonly #sql: SqlStorage;
  readonly #settled: (job: Job, accepted: boolean) => void;

  constructor(sql: SqlStorage, settled: (job: Job, accepted: boolean) => void) {
    this.#sql = sql;
    this.#settled = settled;
  }

  /** Adds a job that is due at once. */
  add(job: Job, now: Millis): void {
    this.#sql.exec(
      'INSERT INTO outbox (job, attempts, due) VALUES (?, 0, ?)',
      JSON.stringify(job),
      now,
    );
  }

  /** When the next job is due; null when there is none. */
  nextDue(): Millis | null {
    return this.#sql.exec<{ due: number | null }>('SELECT min(due) AS due FROM outbox').one().due;
  }

  due(now: Millis): PendingJob[] {
    const rows = this.#sql.exec<Row>(
      'SELECT id, job, attempts FROM outbox WHERE due <= ? ORDER BY id',
      now,
    );
    return Array.from(rows, ({ id, job, attempts }) => ({ id, job: parse(job), attempts }));
  }

  postpone(id: number, attempts: number, due: Millis): void {
    this.#sql.exec('UPDATE outbox SET attempts = ?, due = ? WHERE id = ?', attempts, due, id);
  }

  settle(pending: PendingJob, end: End): void {
    this.#sql.exec('DELETE FROM outbox WHERE id = ?', pending.id);
    if (end !== 'moot') this.#settled(pending.job, end === 'accepted');
  }
}

function parse(text: string): Job {
  const job: Job = JSON.parse(text);
  return job;
}
