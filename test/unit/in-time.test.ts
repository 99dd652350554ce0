import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTime, within } from '../../src/in-time.ts';

const LIMIT_MS = 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => Promise.withResolvers<string>().promise;

const after = (ms: number) =>
  new Promise<string>((resolve) => setTimeout(() => resolve('done'), ms));

const refuse = () => {
  throw new Error('nothing was too late');
};

describe('what is waited for within a limit', () => {
  it('is what comes of the work, up to the last millisecond', async () => {
    const waited = within(LIMIT_MS, after(LIMIT_MS - 1), refuse);
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(await waited).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is what is made of its absence, and not a moment earlier', async () => {
    const late = vi.fn<() => string>(() => 'late');
    const waited = within(LIMIT_MS, never(), late);
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(late).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await waited).toBe('late');
    expect(late).toHaveBeenCalledOnce();
  });

  it('fails if being late is a failure', async () => {
    const waited = within(LIMIT_MS, never(), () => {
      throw new Error('too late');
    });
    const [[failed]] = await Promise.all([
      Promise.allSettled([waited]),
      vi.advanceTimersByTimeAsync(LIMIT_MS),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'too late' } });
  });

  it('fails as the work does, at once, and leaves no timer behind', async () => {
    const waited = within(LIMIT_MS, Promise.reject(new Error('broken')), refuse);
    await expect(waited).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears nothing of a failure that comes too late', async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    const waited = within(LIMIT_MS, promise, () => 'late');
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    reject(new Error('broken'));
    expect(await waited).toBe('late');
  });
});

describe('work that is told to stop', () => {
  it('is not, as long as there is time', async () => {
    let signal: AbortSignal | undefined;
    const waited = inTime(LIMIT_MS, (given) => {
      signal = given;
      return after(LIMIT_MS - 1);
    });
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(await waited).toBe('done');
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(signal?.aborted).toBe(false);
  });

  it('is null when its time is over, even if it does not listen', async () => {
    let signal: AbortSignal | undefined;
    const waited = inTime(LIMIT_MS, (given) => {
      signal = given;
      return never();
    });
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await waited).toBe(null);
    expect(signal?.aborted).toBe(true);
  });

  it('that fails leaves no timer behind', async () => {
    const waited = inTime(LIMIT_MS, () => Promise.reject(new Error('broken')));
    await expect(waited).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });
});
