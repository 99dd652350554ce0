import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { figuresOf, tableOf } from '../../scripts/bench/figures.ts';

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

  it('line up in a table', () => {
    const [one, two] = tableOf([
      ['short', { median: 1, p95: 12.34, count: 60 }],
      ['much longer', { median: 100.5, p95: 7, count: 9 }],
    ]).split('\n');
    expect(one).toBe('short        median    1.0 ms  p95   12.3 ms  of 60');
    expect(two).toBe('much longer  median  100.5 ms  p95    7.0 ms  of 9');
  });
});

it('the bench refuses what it does not know, in one line', () => {
  const { status, stderr } = spawnSync('node', ['scripts/run.mjs', 'bench', '--fast'], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr.trim()).toBe('Unknown argument: --fast. Known here: --json.');
});
