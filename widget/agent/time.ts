import { useEffect, useState } from 'preact/hooks';
import type { Millis } from '../../src/protocol/entry.ts';

const SECOND_MS = 1_000;

/** The time, to the second, for what ticks. */
export function useNow(): Millis {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long, as a clock shows it: `0:07`, `12:30`, `1:02:03`. Never less than nothing. */
export function duration(ms: Millis): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const pad = (part: number) => String(part).padStart(2, '0');
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${head}:${pad(seconds % 60)}`;
}

const CLOCK = new Intl.DateTimeFormat([], { timeStyle: 'short' });

/** The time of day where the reader is. */
export function clock(at: Millis): string {
  return CLOCK.format(at);
}
