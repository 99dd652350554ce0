import { describe, expect, it } from 'vitest';
import { figuresOf, quantile } from '../../../scripts/bench/figures.ts';

describe('the figures of a measurement', () => {
  it.each([
    [[5], { median: 5, p95: 5, count: 1 }],
    [[3, 1, 2], { median: 2, p95: 3, count: 3 }],
    [[4, 1, 3, 2], { median: 2, p95: 4, count: 4 }],
    [Array.from({ length: 20 }, (_, at) => at + 1), { median: 10, p95: 19, count: 20 }],
    [Array.from({ length: 21 }, (_, at) => at + 1), { median: 11, p95: 20, count: 21 }],
  ])('of %j', (measured, figures) => {
    expect(figuresOf(measured)).toEqual(figures);
  });

  it('are rounded to tenths', () => {
    expect(figuresOf([2.449])).toMatchObject({ median: 2.4 });
    expect(figuresOf([2.451])).toMatchObject({ median: 2.5 });
  });

  it('are not made up', () => {
    expect(() => figuresOf([])).toThrow('nothing was measured');
  });

  it('are by size, whatever the order they came in', () => {
    expect(quantile([10, 9, 100, 1], 0.99)).toBe(100);
    expect(quantile([10, 9, 100, 1], 0)).toBe(1);
  });
});
