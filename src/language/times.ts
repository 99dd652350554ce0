/** Moments and lengths of time in words of a language. Pure. Lengths in ms. */
import type { Millis } from '../protocol/entry.ts';

const MINUTE_MS = 60_000;

/** The largest unit that says enough, and how many of it, rounded down. */
function measure(
  ms: Millis,
): readonly [number: number, unit: 'second' | 'minute' | 'hour' | 'day'] {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return [Math.floor(ms / 1_000), 'second'];
  if (minutes < 120) return [minutes, 'minute'];
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
}

/** How long ago something was, such as “5 minutes ago”. */
export function ago(ms: Millis, language: string): string {
  const [number, unit] = measure(ms);
  return new Intl.RelativeTimeFormat(language).format(-number, unit);
}

/** How long something takes, such as “5 minutes”; null for less than a minute. */
export function span(ms: Millis, language: string): string | null {
  const [number, unit] = measure(ms);
  if (unit === 'second') return null;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    number,
  );
}
