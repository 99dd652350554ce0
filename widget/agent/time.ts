import { useEffect, useState } from 'preact/hooks';
import type { Millis } from '../../src/protocol/entry.ts';

const SECOND_MS = 1_000;

const listeners = new Set<(now: Millis) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back every second, everybody in the same moment; answers with how to stop that. */
export function everySecond(listener: (now: Millis) => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    const now = Date.now();
    for (const each of listeners) each(now);
  }, SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What `read` makes of the time. Draws anew only when that has become something else. */
export function useTick<T extends string | number>(read: (now: Millis) => T): T {
  const now = Date.now();
  const [, setValue] = useState(() => read(now));
  useEffect(() => everySecond((at) => setValue(read(at))), [read]);
  return read(now);
}

/** The time, to the second, for what ticks. */
export function useNow(): Millis {
  return useTick(asIs);
}

const asIs = (now: Millis) => now;

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
