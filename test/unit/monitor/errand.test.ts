import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/monitor/budget.ts';
import {
  advance,
  CALLS_PER_GO,
  callsEach,
  DELETION_MS,
  digestPause,
  MAX_DIGEST_FAILURES,
  nextLook,
  purgePause,
  receiptPause,
  ROUND_PAUSES_MS,
  setOut,
} from '../../../src/monitor/errand.ts';

const NOW = 1_000_000;

describe('a round', () => {
  it('is over when everybody was reached', () => {
    expect(advance(setOut({ type: 'settings' }, ['a', 'b']), 2, [], NOW)).toBeNull();
  });

  it('goes on at once with those it has not come to, and keeps in mind whom it missed', () => {
    const next = advance(setOut({ type: 'settings' }, ['a', 'b', 'c']), 2, ['a'], NOW);
    expect(next).toEqual({
      errand: { type: 'settings', left: ['c'], failed: ['a'], rounds: 0 },
      due: NOW,
    });
    expect(next && advance(next.errand, 1, ['c'], NOW)).toEqual({
      errand: { type: 'settings', left: ['a', 'c'], failed: [], rounds: 1 },
      due: NOW + ROUND_PAUSES_MS[0],
    });
  });

  it('sets out again to whom it missed after each of its pauses, and then no more', () => {
    const dues: number[] = [];
    let round = setOut({ type: 'erase' }, ['a']);
    for (;;) {
      const next = advance(round, 1, ['a'], NOW);
      if (!next) break;
      dues.push(next.due - NOW);
      round = next.errand;
    }
    expect(dues).toEqual(ROUND_PAUSES_MS);
  });

  it('that tells whether anybody watches is not repeated: the next sweep asks again', () => {
    expect(advance(setOut({ type: 'watch' }, ['a']), 1, ['a'], NOW)).toBeNull();
    expect(advance(setOut({ type: 'watch' }, ['a', 'b']), 1, ['a'], NOW)?.due).toBe(NOW);
  });
});

it('a purge rests longer with every failure in a row, and never longer than ten minutes', () => {
  const pauses = Array.from({ length: 12 }, (_, failures) => purgePause(failures));
  expect(pauses[0]).toBe(0);
  expect(pauses[1]).toBe(5_000);
  expect(pauses[2]).toBe(10_000);
  expect(pauses.at(-1)).toBe(600_000);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
});

it('a digest rests longer with every failure in a row, and is given up within a few minutes', () => {
  const pauses = Array.from({ length: MAX_DIGEST_FAILURES - 1 }, (_, at) => digestPause(at + 1));
  expect(pauses).toEqual([15_000, 30_000, 60_000]);
});

it('receipts are handed out again after five seconds, then less and less often, never after more than ten minutes', () => {
  const pauses = Array.from({ length: 12 }, (_, misses) => receiptPause(misses));
  expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(pauses.at(-1)).toBe(600_000);
});

describe('the calls of one go', () => {
  it('are shared by all that goes on in it, and never exceeded', () => {
    const budget = new Budget();
    expect(budget.take(CALLS_PER_GO - 5)).toBe(CALLS_PER_GO - 5);
    expect(budget.take(10, 2)).toBe(2);
    expect(budget.take(10)).toBe(1);
    expect(budget.take(10)).toBe(0);
  });

  it('are two for a conversation that reports and may be behind', () => {
    expect(callsEach({ type: 'watch' })).toBe(2);
    expect(callsEach({ type: 'settings' })).toBe(1);
  });
});

describe('a website that is to be deleted', () => {
  it('is looked for less and less often', () => {
    expect(nextLook(NOW, NOW)).toBe(NOW + 1_000);
    expect(nextLook(NOW, NOW + 1_000)).toBe(NOW + 2_000);
    expect(nextLook(NOW, NOW + 20_000)).toBe(NOW + 40_000);
  });

  it('and is still there after a minute was not', () => {
    expect(nextLook(NOW, NOW + DELETION_MS)).not.toBeNull();
    expect(nextLook(NOW, NOW + DELETION_MS + 1)).toBeNull();
  });
});
