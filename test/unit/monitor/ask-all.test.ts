import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAll, PATIENCE_MS } from '../../../src/monitor/ask-all.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const many = Array.from({ length: 100 }, (_, at) => String(at));

it('asks everybody once, and never more than a few at a time', async () => {
  const asked: string[] = [];
  let now = 0;
  let most = 0;
  await askAll(many, 7, async (one) => {
    asked.push(one);
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
  });
  expect(asked).toEqual(many);
  expect(most).toBe(7);
});

it('tells who did not answer, and asks everybody else all the same', async () => {
  const { answers, failed } = await askAll(many, 3, async (one) => {
    if (Number(one) % 10 === 0) throw new Error('out of reach');
    return Number(one);
  });
  expect(failed).toEqual(many.filter((one) => Number(one) % 10 === 0));
  expect(answers).toHaveLength(90);
  expect(answers.every(({ of, answer }) => Number(of) === answer)).toBe(true);
});

it('has nothing to ask nobody', async () => {
  const ask = () => Promise.reject(new Error('nobody was to be asked'));
  expect(await askAll([], 3, ask)).toEqual({ answers: [], failed: [] });
});

it('counts whoever does not answer in time as failed, and goes on with the others', async () => {
  const ask = (one: string): Promise<string> =>
    one === 'mute' ? Promise.withResolvers<string>().promise : Promise.resolve(one);
  let asked: unknown;
  void askAll(['mute', 'a', 'mute', 'b'], 1, ask).then((found) => (asked = found));
  await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS - 1);
  expect(asked).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual({
    answers: [
      { of: 'a', answer: 'a' },
      { of: 'b', answer: 'b' },
    ],
    failed: ['mute', 'mute'],
  });
});

it('leaves no timer behind', async () => {
  await askAll(many, 7, async (one) => one);
  expect(vi.getTimerCount()).toBe(0);
});
