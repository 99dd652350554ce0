import { expect, it } from 'vitest';
import { limitIn } from '../../../src/limits/limit-in.ts';

it.each([
  ['120', 120],
  [' 5 ', 5],
  ['0', 0],
])('a limit that is configured as %j is %i', (text, limit) => {
  expect(limitIn(text, 7)).toBe(limit);
});

it.each([undefined, '', '  ', 'many', '12 a minute', 'NaN', 'Infinity'])(
  'a limit that is configured as %j is the usual one',
  (text) => {
    expect(limitIn(text, 7)).toBe(7);
    expect(limitIn(text, Infinity)).toBe(Infinity);
  },
);
