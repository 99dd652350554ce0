/** What the history is asked for, read from its address. Anything unknown in it is as if it were not there. Pure. */
import type { Asked } from '../../dashboard/history.tsx';
import { type Cursor, FILTERS, type HistoryQuery } from '../../site/history.ts';
import { DAY_MS } from '../../site/stats.ts';

const MAX_SEARCH_CHARS = 200;

interface ReadQuery {
  asked: Asked;
  /** Null where it makes no sense. */
  query: HistoryQuery | null;
  /** Why it makes none. */
  error?: string;
}

export function readHistoryQuery(params: URLSearchParams): ReadQuery {
  const text = (name: string) => (params.get(name) ?? '').toWellFormed().trim();
  const search = text('q').slice(0, MAX_SEARCH_CHARS).toWellFormed();
  const filter = FILTERS.find((one) => one === text('outcome')) ?? 'all';
  const first = dayAt(text('from'));
  const last = dayAt(text('to'));
  const asked = {
    filter,
    search,
    from: first === null ? '' : text('from'),
    to: last === null ? '' : text('to'),
  };
  if (first !== null && last !== null && last < first) {
    return { asked, query: null, error: 'The last day is before the first.' };
  }
  const until = last === null ? null : last + DAY_MS;
  return { asked, query: { filter, search, from: first, until, before: cursorIn(text('before')) } };
}

/** Midnight UTC at the beginning of a day like `2026-11-23`; null if there is no such day. */
function dayAt(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}

function cursorIn(text: string): Cursor | null {
  const [, lastAt, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return lastAt === undefined || id === undefined
    ? null
    : { lastAt: Number(lastAt), id: Number(id) };
}
