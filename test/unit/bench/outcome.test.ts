import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../../scripts/bench/outcome.ts';

const RUNS = {
  ours: [{ 'p50, ms': 9 }, { 'p50, ms': 3 }, { 'p50, ms': 4 }],
  bare: [{ 'p50, ms': 2 }, { 'p50, ms': 1 }, { 'p50, ms': 8 }],
};
const bar = (
  of: 'value' | 'ratio' | 'difference',
  bound: { most: number } | { least: number },
) => ({
  figure: 'p50, ms',
  of,
  ...bound,
});

describe('what runs come to', () => {
  it('is their medians, and how they compare', () => {
    expect(outcomesOf(['p50, ms'], RUNS, [])).toEqual([
      {
        figure: 'p50, ms',
        ours: 4,
        bare: 2,
        ratio: 2,
        verdicts: [],
        runs: { ours: [9, 3, 4], bare: [2, 1, 8] },
      },
    ]);
  });

  it.each([
    ['value', { most: 4 }, true],
    ['value', { most: 3.99 }, false],
    ['value', { least: 4 }, true],
    ['value', { least: 4.01 }, false],
    ['ratio', { most: 2 }, true],
    ['ratio', { most: 1.99 }, false],
    ['ratio', { least: 2.01 }, false],
    ['difference', { most: 2 }, true],
    ['difference', { most: 1.99 }, false],
  ] as const)('is held against a bar: %s %j', (of, bound, isMet) => {
    const [outcome] = outcomesOf(['p50, ms'], RUNS, [bar(of, bound)]);
    expect(outcome?.verdicts).toMatchObject([{ of, isMet }]);
  });

  it('is left open where a machine cannot tell', () => {
    const runs = { ours: [{ 'p50, ms': Number.NaN }], bare: [{ 'p50, ms': 1 }] };
    const [outcome] = outcomesOf(['p50, ms'], runs, [bar('ratio', { most: 1 })]);
    expect(outcome).toEqual({ figure: 'p50, ms', bare: 1, verdicts: [], runs: { bare: [1] } });
  });

  it('has no ratio to nothing', () => {
    const runs = { ours: [{ 'p50, ms': 1 }], bare: [{ 'p50, ms': 0 }] };
    const [outcome] = outcomesOf(['p50, ms'], runs, [bar('difference', { most: 1 })]);
    expect(outcome?.ratio).toBeUndefined();
    expect(outcome?.verdicts).toMatchObject([{ value: 1, isMet: true }]);
  });
});
