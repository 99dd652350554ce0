/** When the team is there, as a form has it, and what an owner is told when it cannot be so. Pure. */
import { dateIn, DAY_MINUTES, type Hours, isTimeZone, type Span } from '../site/hours.ts';
import type { FieldErrors } from './form.tsx';
import { DAY_NAMES, dateWords } from './hours-words.ts';
import { textOf } from './text-field.ts';

export const SPANS_PER_DAY = 2;
export const MAX_EXCEPTIONS = 60;

/** Local times as `<input type="time">` has them. */
export interface SpanValues {
  from: string;
  to: string;
}

export interface DayValues {
  isOpen: boolean;
  /** As many as {@link SPANS_PER_DAY}; those not needed are empty. */
  spans: readonly SpanValues[];
}

/** A day that is not as the week has it; without times nobody is there. */
export interface ExceptionValues extends SpanValues {
  date: string;
}

/** What stands in the form. */
export interface HoursValues {
  isAlways: boolean;
  timeZone: string;
  /** Seven days, Monday first. */
  week: readonly DayValues[];
  exceptions: readonly ExceptionValues[];
}

export type ReadHours = { ok: true; hours: Hours | null } | { ok: false; errors: FieldErrors };

/** What stands there until an owner decides: nothing that would hold before it is saved. */
const OFFICE: readonly Span[] = [{ from: 9 * 60, to: 17 * 60 }];
const OFFICE_DAYS = 5;

/** The form as it is before anybody types. */
export function hoursValues(hours: Hours | null): HoursValues {
  return {
    isAlways: hours === null,
    timeZone: hours?.timeZone ?? '',
    week: DAY_NAMES.map((_, day) =>
      dayValues(hours ? (hours.week[day] ?? []) : day < OFFICE_DAYS ? OFFICE : []),
    ),
    exceptions: (hours?.exceptions ?? []).map(({ date, spans: [span] }) => {
      const { from, to } = spanValues(span);
      return { date, from, to };
    }),
  };
}

/** The values of a form that was sent. */
export function hoursIn(form: FormData): HoursValues {
  const text = (name: string) => textOf(form, name).trim();
  const span = (name: string) => ({ from: text(`${name}-from`), to: text(`${name}-to`) });
  const exceptions: ExceptionValues[] = [];
  for (let row = 0; row < MAX_ROWS && form.has(`date-${row}`); row += 1) {
    exceptions.push({ date: text(`date-${row}`), ...span(`date-${row}`) });
  }
  return {
    isAlways: text('when') !== 'hours',
    timeZone: text('timeZone'),
    week: DAY_NAMES.map((_, day) => ({
      isOpen: form.has(`day-${day}`),
      spans: Array.from({ length: SPANS_PER_DAY }, (_none, at) => span(`day-${day}-${at}`)),
    })),
    exceptions: exceptions.filter(({ date, from, to }) => date + from + to !== ''),
  };
}

/** More rows than a page of ours can have. */
const MAX_ROWS = 2 * MAX_EXCEPTIONS;

/** Reads a form that was sent. Exceptions that are over are left out. Errors are by field: `day-0`, `date-0`. */
export function readHoursForm(values: HoursValues, now: number): ReadHours {
  if (values.isAlways) return { ok: true, hours: null };
  const { timeZone } = values;
  const errors: Record<string, string> = {};
  if (!isTimeZone(timeZone)) errors['timeZone'] = 'Please choose a time zone.';
  const week = values.week.map((day, at) => {
    const read = readDay(day);
    if (typeof read !== 'string') return read;
    errors[`day-${at}`] = `${DAY_NAMES[at]}: ${read}`;
    return [];
  });
  if (Object.keys(errors).every((name) => name === 'timeZone') && week.flat().length === 0) {
    errors['week'] = 'Please open at least one day of the week.';
  }
  const exceptions = values.exceptions.flatMap((exception, at) => {
    const isTwice = values.exceptions.findIndex(({ date }) => date === exception.date) < at;
    const read = isTwice ? 'This date is in the list already.' : readException(exception);
    if (typeof read !== 'string') return [{ date: exception.date, spans: read }];
    const day = isDate(exception.date) ? `${dateWords(exception.date)}: ` : '';
    errors[`date-${at}`] = day === '' ? read : day + lowerFirst(read);
    return [];
  });
  if (exceptions.length > MAX_EXCEPTIONS) {
    errors['exceptions'] = `Please keep it to ${MAX_EXCEPTIONS} exceptions.`;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const today = dateIn(timeZone, now);
  const ahead = exceptions.filter(({ date }) => date >= today);
  return {
    ok: true,
    hours: { timeZone, week, exceptions: ahead.toSorted((a, b) => (a.date < b.date ? -1 : 1)) },
  };
}

/** The spans of a weekday, in order; what is wrong with them otherwise. */
function readDay({ isOpen, spans }: DayValues): Span[] | string {
  if (!isOpen) return [];
  const filled = spans.filter(({ from, to }) => from + to !== '');
  if (filled.length === 0) return 'from when to when? Otherwise say that it is closed.';
  const read: Span[] = [];
  for (const span of filled) {
    const one = readSpan(span);
    if (typeof one === 'string') return lowerFirst(one);
    read.push(one);
  }
  read.sort((a, b) => a.from - b.from);
  const doOverlap = read.some(({ from }, at) => from < (read[at - 1]?.to ?? 0));
  return doOverlap ? 'the two spans overlap.' : read;
}

function readException({ date, ...span }: ExceptionValues): Span[] | string {
  if (!isDate(date)) return 'Please enter the date.';
  if (span.from + span.to === '') return [];
  const read = readSpan(span);
  return typeof read === 'string' ? read : [read];
}

function readSpan(span: SpanValues): Span | string {
  const from = minutesAt(span.from);
  const shown = minutesAt(span.to);
  if (from === null || shown === null || from === DAY_MINUTES) {
    return 'Please enter both times, such as 09:00 and 17:00.';
  }
  // A day ends at the midnight that a clock shows as its beginning.
  const to = shown === 0 ? DAY_MINUTES : shown;
  return from < to ? { from, to } : 'The end has to come after the beginning.';
}

function minutesAt(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return all <= DAY_MINUTES ? all : null;
}

/** Whether there is such a day: `2026-02-30` is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function dayValues(spans: readonly Span[]): DayValues {
  return {
    isOpen: spans.length > 0,
    spans: Array.from({ length: SPANS_PER_DAY }, (_, at) => spanValues(spans[at])),
  };
}

function spanValues(span: Span | undefined): SpanValues {
  return span ? { from: clock(span.from), to: clock(span.to) } : { from: '', to: '' };
}

function clock(minutes: number): string {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${part(Math.floor((minutes % DAY_MINUTES) / 60))}:${part(minutes % 60)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
