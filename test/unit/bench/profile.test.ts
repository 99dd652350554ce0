import { describe, expect, it } from 'vitest';
import { spentBy } from '../../../scripts/bench/profile.ts';

const node = (id: number, functionName: string, children: number[] = [], url = 'a/index.js') => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
  children,
});

describe('where time went', () => {
  const profile = {
    nodes: [
      node(1, '(root)', [2, 5, 6], ''),
      node(2, 'act', [3, 4]),
      node(3, 'append'),
      node(4, 'act', [7]),
      node(5, '(idle)', [], ''),
      node(6, '', [], ''),
      node(7, 'append'),
    ],
    samples: [2, 3, 4, 5, 6, 7],
    timeDeltas: [1_000, 2_000, 4_000, 8_000, 16_000, 32_000],
  };

  it('is told by function, with and without what it called, and never twice', () => {
    expect(spentBy(profile)).toEqual([
      { name: 'append  index.js:10', selfMs: 34, totalMs: 34 },
      { name: '(anonymous)', selfMs: 16, totalMs: 16 },
      { name: 'act  index.js:10', selfMs: 5, totalMs: 39 },
    ]);
  });

  it('is not where it waited', () => {
    expect(spentBy(profile).map(({ name }) => name)).not.toContain('(idle)');
  });
});
