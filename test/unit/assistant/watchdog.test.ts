import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../../src/assistant/models/watchdog.ts';

const LIMITS = { firstWordMs: 800, stallMs: 300, totalMs: 2_000, retryMs: 0 };

describe('the watchdog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watch = (outer = new AbortController()) => new Watchdog(outer.signal, LIMITS);

  it('stops a model that says nothing at all, not a moment before', () => {
    const watchdog = watch();
    vi.advanceTimersByTime(799);
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.signal.aborted).toBe(true);
    expect(watchdog.reason).toBe('stalled');
  });

  it('gives one that has begun the time to the next word', () => {
    const watchdog = watch();
    vi.advanceTimersByTime(100);
    watchdog.heard();
    vi.advanceTimersByTime(299);
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.reason).toBe('stalled');
  });

  it('leaves one alone that goes on talking, until all its time has passed', () => {
    const watchdog = watch();
    for (let at = 0; at < 1_999; at += 1) {
      if (at % 250 === 0) watchdog.heard();
      vi.advanceTimersByTime(1);
    }
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.reason).toBe('too_slow');
  });

  it('passes on that nobody wants the answer any more, which is no fault of the model’s', () => {
    const outer = new AbortController();
    const watchdog = watch(outer);
    outer.abort();
    expect(watchdog.signal.aborted).toBe(true);
    expect(watchdog.reason).toBeNull();
  });

  it('closes the connection at the end, and blames nobody afterwards', () => {
    const watchdog = watch();
    watchdog.end();
    expect(watchdog.signal.aborted).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(watchdog.reason).toBeNull();
  });

  it('has no clock where there are no limits', () => {
    const watchdog = new Watchdog(new AbortController().signal);
    vi.advanceTimersByTime(600_000);
    expect(watchdog.signal.aborted).toBe(false);
    watchdog.end();
  });
});
