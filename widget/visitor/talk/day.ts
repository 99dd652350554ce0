/** Days as the reader has them. Pure. */
import type { Millis } from '../../../src/protocol/entry.ts';

const DAY_MS = 86_400_000;
/** From so many days on, a weekday could be any week's. */
const WEEK_DAYS = 7;

/** A number for the day that a moment is in: the next one's is one more. */
export function dayOf(at: Millis): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

/** What the day is called: by how long ago it is, by its weekday, or by its date. */
export function dayName(at: Millis, language: string, now: Millis): string {
  const ago = dayOf(now) - dayOf(at);
  const isNear = ago === 0 || ago === 1;
  const name = isNear
    ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day')
    : new Date(at).toLocaleDateString(language, formatOf(at, ago, now));
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}

function formatOf(at: Millis, ago: number, now: Millis): Intl.DateTimeFormatOptions {
  if (ago > 0 && ago < WEEK_DAYS) return { weekday: 'long' };
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return { day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) };
}
