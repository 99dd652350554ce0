import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ascendingIn,
  BASE,
  digitsOf,
  digitsOfAscending,
  numbersIn,
} from '../../../src/intent/text-digits.ts';

const all = Array.from({ length: BASE }, (_, number) => number);
const ascending = fc
  .uniqueArray(fc.nat({ max: 2 ** 22 - 1 }), { maxLength: 60 })
  .map((numbers) => numbers.toSorted((a, b) => a - b));

describe('digits', () => {
  it('are as many different characters as there are numbers, none of which a literal has to escape', () => {
    const digits = digitsOf(all);
    expect(new Set(digits).size).toBe(BASE);
    expect(digits).toHaveLength(BASE);
    expect(digits).toMatch(/^[!-~]+$/);
    expect(digits).not.toMatch(/['\\]/);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: BASE - 1 })), (numbers) => {
        expect([...numbersIn(digitsOf(numbers))]).toEqual(numbers);
      }),
    );
  });
});

describe('ascending numbers', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(ascending, (numbers) => {
        expect([...ascendingIn(digitsOfAscending(numbers))]).toEqual(numbers);
      }),
    );
  });

  it.each([
    ['none', [], 0],
    ['the first there is', [0], 1],
    ['the farthest that one digit reaches', [BASE - 2], 1],
    ['one farther', [BASE - 1], 2],
    ['the farthest that two digits reach', [2 * (BASE - 1) - 1], 2],
    ['one farther than two', [2 * (BASE - 1)], 3],
    ['neighbours after a far one', [1_000, 1_001, 1_001 + BASE - 1, 1_001 + 2 * BASE], 16],
  ])('take no more digits than they need: %s', (_, numbers, length) => {
    const digits = digitsOfAscending(numbers);
    expect(digits).toHaveLength(length);
    expect([...ascendingIn(digits)]).toEqual(numbers);
  });
});
