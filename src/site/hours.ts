/** When a website's team is there. Pure: what time it is elsewhere, the platform's own calendar knows. */
import type { Millis } from '../protocol/entry.ts';

/** From one local time to another on the same day, in minutes after midnight: 0 to 1440. */
export interface Span {
  from: number;
  to: number;
}

export interface Hours {
  /** IANA name, `Europe/Paris`. */
  timeZone: string;
  /** Seven days, Monday first. The spans of a day are in order and do not overlap. */
  week: readonly (readonly Span[])[];
  /** Days that are not as the week has them: `2026-12-24`. Without spans nobody is there. */
  exceptions: readonly { date: string; spans: readonly Span[] }[];
}

export const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

const WEEK_DAYS = 7;

/** When the team is back; null while it is there, and for a team that never will be. */
export function backAt(hours: Hours | null, now: Millis): Millis | null {
  if (hours === null) return null;
  const { timeZone, week, exceptions } = hours;
  const today = Math.floor(localTime(timeZone, now) / DAY_MS);
  for (const day of daysFrom(today, exceptions)) {
    const date = dateOf(day);
    const special = exceptions.find((exception) => exception.date === date);
    for (const { from, to } of special?.spans ?? week[weekdayOf(day)] ?? []) {
      const opens = opening(timeZone, day, from);
      const closes = closing(timeZone, day, to);
      // A span that clocks are put forward over does not happen that day.
      if (now >= closes || opens >= closes) continue;
      return now >= opens ? null : opens;
    }
  }
  return null;
}

/**
 * The days to look at, in order: so many that an open day of the week comes up, should every exception close
 * one and clocks be put forward over another; after them the exceptions, which may open a day of their own.
 */
function* daysFrom(today: number, exceptions: Hours['exceptions']): Generator<number> {
  const end = today + (exceptions.length + 2) * WEEK_DAYS;
  for (let day = today; day < end; day += 1) yield day;
  const days = exceptions.map(({ date }) => Date.parse(date) / DAY_MS);
  yield* days.filter((day) => day >= end).sort((one, other) => one - other);
}

/** Which day it is there: `2026-12-24`. */
export function dateIn(timeZone: string, at: Millis): string {
  return dateOf(Math.floor(localTime(timeZone, at) / DAY_MS));
}

/** Whether the platform knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Reads what {@link writeHours} wrote, parsed; null for anything else. */
export function readHours(value: unknown): Hours | null {
  if (!isRecord(value)) return null;
  const { timeZone, week, exceptions } = value;
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) return null;
  if (!Array.isArray(week) || !Array.isArray(exceptions)) return null;
  return {
    timeZone,
    week: Array.from({ length: 7 }, (_, day) => readSpans(week[day])),
    exceptions: exceptions.flatMap((exception: unknown) => {
      if (!isRecord(exception) || typeof exception['date'] !== 'string') return [];
      return { date: exception['date'], spans: readSpans(exception['spans']) };
    }),
  };
}

/** How D1 keeps them; empty for always. */
export function writeHours(hours: Hours | null): string {
  return hours === null ? '' : JSON.stringify(hours);
}

function readSpans(value: unknown): Span[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((span: unknown) => {
    if (!isRecord(span)) return [];
    const { from, to } = span;
    return isMinute(from) && isMinute(to) && from < to ? { from, to } : [];
  });
}

function isMinute(value: unknown): value is number {
  const isWhole = typeof value === 'number' && Number.isInteger(value);
  return isWhole && value >= 0 && value <= DAY_MINUTES;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The first moment of `day` at which a clock there has come to `minutes` after midnight. */
function opening(timeZone: string, day: number, minutes: number): Millis {
  const shown = day * DAY_MS + minutes * MINUTE_MS;
  return momentsOf(timeZone, shown)[0] ?? jumpOver(timeZone, shown);
}

/** The moment after the last one of `day` at which a clock there shows less than that. */
function closing(timeZone: string, day: number, minutes: number): Millis {
  const shown = day * DAY_MS + (minutes - 1) * MINUTE_MS;
  const last = momentsOf(timeZone, shown).at(-1);
  return last === undefined ? jumpOver(timeZone, shown) : last + MINUTE_MS;
}

/** When a clock there shows that, in order: once, twice where it is put back, never where it is put forward. */
function momentsOf(timeZone: string, shown: Millis): Millis[] {
  return guesses(timeZone, shown).filter((at) => localTime(timeZone, at) === shown);
}

/** When a clock there is put forward over that time. */
function jumpOver(timeZone: string, shown: Millis): Millis {
  let at = guesses(timeZone, shown)[0] ?? shown;
  while (localTime(timeZone, at) < shown) at += MINUTE_MS;
  return at;
}

/** When a clock would show that which is never changed, set as it is a day before and as it is a day after. */
function guesses(timeZone: string, shown: Millis): Millis[] {
  const moments = [shown - DAY_MS, shown + DAY_MS].map(
    (at) => shown - (localTime(timeZone, at) - at),
  );
  return [...new Set(moments)].sort((one, other) => one - other);
}

/** What a clock there shows, as if it were the time in Greenwich. */
function localTime(timeZone: string, at: Millis): Millis {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Monday is 0; 1 January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (day + 3) % 7;
}
