import { describe, expect, it } from 'vitest';
import { amount, tableOf } from '../../../scripts/bench/table.ts';

describe('a table', () => {
  it('lines up, with a mark and the bar where there is one, and leaves out what is not known', () => {
    const table = tableOf({ title: 'Talking', columns: { ours: 'ours', bare: 'bare' } }, [
      {
        figure: 'p50, ms',
        ours: 0.46,
        bare: 0.4,
        ratio: 1.15,
        verdicts: [{ of: 'ratio', value: 1.15, bar: '≤ 1.2', isMet: true }],
        runs: {},
      },
      {
        figure: 'messages a second',
        ours: 1_234.5,
        bare: 2_000,
        ratio: 0.617,
        verdicts: [{ of: 'ratio', value: 0.617, bar: '≥ 0.8', isMet: false }],
        runs: {},
      },
      {
        figure: 'CPU, ms',
        ours: 12,
        bare: 2,
        ratio: 6,
        verdicts: [{ of: 'difference', value: 10, bar: '≤ 3', isMet: false }],
        runs: {},
      },
      { figure: 'memory, KiB', verdicts: [], runs: {} },
    ]);
    expect(table.split('\n')).toEqual([
      'Talking',
      '                        ours     bare  ratio',
      '  p50                0.46 ms  0.40 ms   1.15  ✓ ≤ 1.2',
      '  messages a second    1,235    2,000   0.62  ✗ ≥ 0.8',
      '  CPU                12.0 ms  2.00 ms   6.00  ✗ ≤ 3 (10.0 on top)',
      '',
    ]);
  });

  it('has one column where there is nothing to compare with', () => {
    const table = tableOf({ title: 'Offers', columns: { ours: 'ours' } }, [
      { figure: 'p95, ms', ours: 7, verdicts: [], runs: {} },
    ]);
    expect(table).toBe('Offers\n          ours\n  p95  7.00 ms\n');
  });
});

it.each([
  [0, '0.00'],
  [0.004, '0.00'],
  [9.994, '9.99'],
  [9.995, '10.0'],
  [99.94, '99.9'],
  [99.95, '100'],
  [-12.34, '-12.3'],
  [1_234.5, '1,235'],
])('%d reads %s', (value, text) => {
  expect(amount(value)).toBe(text);
});
