/**
 * The mark of a conversation that is being erased. From the mark on it is closed for everybody; what D1 and the monitor
 * know goes first, its own rows last, and what fails is tried again until it is done.
 */
import type { Millis } from '../protocol/entry.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses between attempts; the last one repeats. */
const PAUSES_MS = [1_000, 10_000, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS] as const;

export interface Erasure {
  /** The website whose conversation it was. */
  site: string;
  attempts: number;
  /** When the next attempt is due. */
  due: Millis;
}

/** The mark; null for a conversation that is not being erased. */
export function loadErasure(sql: SqlStorage): Erasure | null {
  const rows = sql.exec<{ site: string; attempts: number; due: number }>(
    'SELECT site, attempts, due FROM erasure',
  );
  return rows.toArray()[0] ?? null;
}

/** The mark before the next attempt: should that one fail, or die, another is due. */
export function nextAttempt(site: string, before: Erasure | null, now: Millis): Erasure {
  const attempts = (before?.attempts ?? 0) + 1;
  const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? HOUR_MS;
  return { site, attempts, due: now + pause };
}

/** Writes the mark. */
export function saveErasure(sql: SqlStorage, { site, attempts, due }: Erasure): void {
  sql.exec(
    'INSERT OR REPLACE INTO erasure (id, site, attempts, due) VALUES (1, ?, ?, ?)',
    site,
    attempts,
    due,
  );
}
