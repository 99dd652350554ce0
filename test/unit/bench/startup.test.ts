import { expect, it } from 'vitest';
import { readStartup } from '../../../scripts/bench/scenarios/startup.ts';

it('reads what wrangler says of a start', () => {
  const output = `│ Bundle: 1976.24 KiB / gzip: 902.03 KiB
│ Local startup profile:
│   Profile window: 42.8 ms
│   Active: 13.3 ms (including 0.0 ms garbage collection)`;
  expect(Object.values(readStartup(output))).toEqual([1976.24, 902.03, 13.3]);
});

it('leaves open what wrangler does not say', () => {
  expect(Object.values(readStartup('Worker Built!'))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
