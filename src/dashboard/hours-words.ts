/** When the team is there, in words. */
import { backAt, dateIn, type Hours } from '../site/hours.ts';

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether somebody is there now, and when otherwise. */
export function hoursWords(hours: Hours | null, now: number): { isOpen: boolean; text: string } {
  if (hours === null) return { isOpen: true, text: 'Always there.' };
  const { timeZone } = hours;
  const back = backAt(hours, now);
  if (back === null) return { isOpen: true, text: 'Open now.' };
  const time = format(back, { hour: '2-digit', minute: '2-digit', timeZone });
  return {
    isOpen: false,
    text: `Closed now. Back ${dayWords(hours, back, now)} at ${time}, ${timeZone}.`,
  };
}

/** A day such as `2026-12-24` as one says it. */
export function dateWords(date: string): string {
  return format(Date.parse(`${date}T00:00:00Z`), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function dayWords({ timeZone }: Hours, back: number, now: number): string {
  const date = dateIn(timeZone, back);
  if (date === dateIn(timeZone, now)) return 'today';
  const weekday = format(back, { weekday: 'long', timeZone });
  // A weekday alone is this week's.
  if (date < dateIn(timeZone, now + WEEK_MS)) return `on ${weekday}`;
  return `on ${weekday}, ${format(back, { day: 'numeric', month: 'long', timeZone })},`;
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}
