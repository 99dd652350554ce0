/** What a website's model failed at lately, in D1. */
import type { TroubleReason } from '../assistant/answerer.ts';
import type { Millis } from '../protocol/entry.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Older rows are thrown away when a new one comes. */
export const KEEP_DAYS = 14;

export interface Trouble {
  at: Millis;
  reason: TroubleReason;
  /** The model that was asked. */
  model: string;
  /** What its provider said, or what went wrong. */
  detail: string;
}

/** Trouble of one kind on one day. */
export interface TroubleRow extends Omit<Trouble, 'at' | 'reason'> {
  reason: string;
  times: number;
  lastAt: Millis;
}

/** Counts one more failure. Rejects if D1 does. */
export async function recordTrouble(db: D1Database, site: string, trouble: Trouble): Promise<void> {
  const { at, reason, model, detail } = trouble;
  const day = Math.floor(at / DAY_MS);
  await db.batch([
    db
      .prepare(
        `INSERT INTO model_trouble (site, day, reason, times, last_at, model, detail)
         SELECT id, ?2, ?3, 1, ?4, ?5, ?6 FROM site WHERE id = ?1
         ON CONFLICT (site, day, reason) DO UPDATE SET
           times = times + 1, last_at = max(last_at, excluded.last_at),
           model = excluded.model, detail = excluded.detail`,
      )
      .bind(site, day, reason, at, model, detail),
    db.prepare('DELETE FROM model_trouble WHERE site = ? AND day < ?').bind(site, day - KEEP_DAYS),
  ]);
}

/** What went wrong since `since`, latest first. */
export async function troublesSince(
  db: D1Database,
  site: string,
  since: Millis,
): Promise<TroubleRow[]> {
  const { results } = await db
    .prepare(
      `SELECT reason, times, last_at AS lastAt, model, detail FROM model_trouble
       WHERE site = ? AND day >= ? AND last_at >= ? ORDER BY last_at DESC`,
    )
    .bind(site, Math.floor(since / DAY_MS), since)
    .all<TroubleRow>();
  return results;
}
