import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeMarks } from '../../../src/dashboard/time-marks.ts';
import { outcomeOf } from '../../../src/site/history.ts';
import { DAY_MS, type DayRow, percentile, statsOf } from '../../../src/site/stats.ts';

const row = (day: number, outcome: DayRow['outcome'], conversations: number): DayRow => ({
  day,
  outcome,
  conversations,
  offered: 0,
  accepted: 0,
  notified: 0,
});

describe('a percentile', () => {
  it.each([
    { of: [], median: null, p95: null },
    { of: [7], median: 7, p95: 7 },
    { of: [1, 2], median: 1, p95: 2 },
    { of: [1, 2, 3], median: 2, p95: 3 },
    { of: [1, 2, 3, 4], median: 2, p95: 4 },
  ])('of $of is the nearest rank', ({ of, median, p95 }) => {
    expect([percentile(of, 50), percentile(of, 95)]).toEqual([median, p95]);
  });

  it('is exact where the rank just tips over: the 19th of 20, the 20th of 21', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
    expect(percentile(upTo(20), 95)).toBe(19);
    expect(percentile(upTo(21), 95)).toBe(20);
    expect(percentile(upTo(100), 95)).toBe(95);
    expect(percentile(upTo(101), 95)).toBe(96);
  });

  it('is the smallest measured value that so many do not exceed', () => {
    const values = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (unsorted, percent) => {
        const sorted = unsorted.toSorted((one, other) => one - other);
        const enough = (value: number) =>
          sorted.filter((one) => one <= value).length * 100 >= percent * sorted.length;
        expect(percentile(sorted, percent)).toBe(sorted.find(enough));
      }),
    );
  });
});

describe('the numbers of a range', () => {
  it('list every day, and those without a conversation as zero', () => {
    const { days, total, aiShare } = statsOf([row(11, 'ai', 3)], [], { first: 10, count: 3 });
    expect(days.map(({ day }) => day)).toEqual([10 * DAY_MS, 11 * DAY_MS, 12 * DAY_MS]);
    expect(days.map(({ conversations }) => conversations)).toEqual([0, 3, 0]);
    expect(days[0]).toMatchObject({
      offered: 0,
      outcomes: { ai: 0, waiting: 0, taken_over: 0, nobody_came: 0, given_up: 0 },
      median: null,
      p95: null,
    });
    expect([total.conversations, aiShare]).toEqual([3, 1]);
  });

  it('have no share where there is nothing to share', () => {
    expect(statsOf([], [], { first: 0, count: 7 }).aiShare).toBeNull();
  });

  it('take percentiles over all times, not over days', () => {
    const takeovers = [
      { day: 10, ms: 1 },
      { day: 10, ms: 3 },
      { day: 10, ms: 2 },
      { day: 11, ms: 100 },
    ];
    const { days, total } = statsOf([], takeovers, { first: 10, count: 2 });
    expect(days.map(({ median, p95 }) => [median, p95])).toEqual([
      [2, 3],
      [100, 100],
    ]);
    expect([total.median, total.p95]).toEqual([2, 100]);
  });

  it('count each conversation under one outcome', () => {
    const rows = [
      row(10, 'ai', 5),
      row(10, 'taken_over', 2),
      row(10, 'nobody_came', 1),
      row(10, 'given_up', 4),
    ];
    const { days, aiShare } = statsOf(rows, [], { first: 10, count: 1 });
    expect(days[0]?.conversations).toBe(12);
    expect(days[0]?.outcomes).toEqual({
      ai: 5,
      taken_over: 2,
      nobody_came: 1,
      given_up: 4,
      waiting: 0,
    });
    expect(aiShare).toBe(5 / 12);
  });
});

describe('an outcome', () => {
  it.each([
    ['assistant', null, null, null, 'ai'],
    ['ended', null, null, null, 'ai'],
    ['waiting', 5, null, null, 'waiting'],
    ['assistant', 5, null, null, 'nobody_came'],
    ['ended', 5, null, null, 'nobody_came'],
    ['assistant', 5, null, 6, 'given_up'],
    ['ended', 5, null, 6, 'given_up'],
    ['human', 5, 6, null, 'taken_over'],
    ['human', null, 6, null, 'taken_over'],
    // Somebody came once; that nobody did a second time does not undo it.
    ['waiting', 5, 6, null, 'taken_over'],
    ['ended', 5, 6, 7, 'taken_over'],
  ] as const)(
    'in phase %s, asked for at %s, taken over at %s, given up at %s: %s',
    (phase, requestedAt, takenAt, givenUpAt, is) => {
      expect(outcomeOf({ phase, requestedAt, takenAt, givenUpAt })).toBe(is);
    },
  );
});

describe('the marks of an axis', () => {
  it('begin at zero, reach the longest, and are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY_MS }), (longest) => {
        const marks = timeMarks(longest);
        expect(marks[0]).toBe(0);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(longest);
        expect(marks.length).toBeGreaterThanOrEqual(2);
        expect(marks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
