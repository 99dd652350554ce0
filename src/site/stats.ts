/** How a website's conversations went, in numbers. Days are those of UTC, by when a conversation began. */
import type { Millis } from '../protocol/entry.ts';
import { OUTCOME_SQL, type Outcome } from './history.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The ranges to choose from, in days, today included. */
export const RANGES = [7, 30, 90] as const;
export type Range = (typeof RANGES)[number];

/** Counts of conversations. */
export interface Counts {
  conversations: number;
  offered: number;
  /** The visitor said yes. */
  accepted: number;
  /** The mail provider accepted the mail to the team. */
  notified: number;
  outcomes: Readonly<Record<Outcome, number>>;
}

/** How long visitors who said yes waited for a person, in ms; null where none came. */
export interface TakeoverTimes {
  median: number | null;
  /** 95 of a hundred waited no longer than this. */
  p95: number | null;
}

export interface DayStats extends Counts, TakeoverTimes {
  /** Midnight UTC at its beginning. */
  day: Millis;
}

export interface Stats {
  /** Every day of the range, oldest first, those without a conversation too. */
  days: DayStats[];
  total: Counts & TakeoverTimes;
  /** Of all conversations, how many the assistant dealt with alone, 0 to 1; null if there are none. */
  aiShare: number | null;
}

/** One day's conversations of one outcome, as D1 counts them. */
export interface DayRow {
  day: number;
  outcome: Outcome;
  conversations: number;
  offered: number;
  accepted: number;
  notified: number;
}

/** One takeover that a yes came before. */
export interface TakeoverRow {
  day: number;
  ms: number;
}

/** Reads the numbers of the last `range` days, the one of `now` included. */
export async function readStats(
  db: D1Database,
  site: string,
  range: Range,
  now: Millis,
): Promise<Stats> {
  const today = Math.floor(now / DAY_MS);
  const first = today - range + 1;
  const bounds = [site, first * DAY_MS, (today + 1) * DAY_MS];
  const within = 'site = ? AND messages > 0 AND started_at >= ? AND started_at < ?';
  const [counted, timed] = await db.batch<DayRow | TakeoverRow>([
    db
      .prepare(
        `SELECT started_at / ${DAY_MS} AS day, ${OUTCOME_SQL} AS outcome,
           count(*) AS conversations, count(offered_at) AS offered,
           count(requested_at) AS accepted, count(notified_at) AS notified
         FROM conversation_index WHERE ${within} GROUP BY 1, 2`,
      )
      .bind(...bounds),
    db
      .prepare(
        `SELECT started_at / ${DAY_MS} AS day, takeover_ms AS ms
         FROM conversation_index WHERE ${within} AND takeover_ms IS NOT NULL`,
      )
      .bind(...bounds),
  ]);
  return statsOf(
    (counted?.results ?? []).filter((row): row is DayRow => 'outcome' in row),
    (timed?.results ?? []).filter((row): row is TakeoverRow => 'ms' in row),
    { first, count: range },
  );
}

/** Puts the counted rows into days. Pure; `first` counts days since 1970. */
export function statsOf(
  rows: readonly DayRow[],
  takeovers: readonly TakeoverRow[],
  { first, count }: { first: number; count: number },
): Stats {
  const rowsOf = Map.groupBy(rows, ({ day }) => day);
  const timesOf = Map.groupBy(takeovers, ({ day }) => day);
  const days = Array.from({ length: count }, (_, index): DayStats => {
    const day = first + index;
    return {
      day: day * DAY_MS,
      ...sum(rowsOf.get(day) ?? []),
      ...times(timesOf.get(day) ?? []),
    };
  });
  const total = { ...sum(rows), ...times(takeovers) };
  const { conversations, outcomes } = total;
  return { days, total, aiShare: conversations === 0 ? null : outcomes.ai / conversations };
}

function sum(rows: readonly DayRow[]): Counts {
  const counts = { conversations: 0, offered: 0, accepted: 0, notified: 0 };
  const outcomes = { ai: 0, waiting: 0, taken_over: 0, nobody_came: 0, given_up: 0 };
  for (const row of rows) {
    counts.conversations += row.conversations;
    counts.offered += row.offered;
    counts.accepted += row.accepted;
    counts.notified += row.notified;
    outcomes[row.outcome] += row.conversations;
  }
  return { ...counts, outcomes };
}

function times(takeovers: readonly TakeoverRow[]): TakeoverTimes {
  const sorted = takeovers.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return { median: percentile(sorted, 50), p95: percentile(sorted, 95) };
}

/**
 * The nearest-rank percentile: the smallest value that at least `percent` of a hundred do not exceed.
 * One that was really measured, never one between two.
 *
 * @param sorted smallest first
 * @param percent a whole number above 0, at most 100
 */
export function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}
