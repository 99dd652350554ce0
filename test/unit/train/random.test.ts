import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, seedOf, shuffle } from '../../../scripts/train/random.ts';

const draw = (seed: number, count: number): number[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, random);
};

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(draw(1, 20)).toEqual(draw(1, 20));
    expect(draw(1, 20)).not.toEqual(draw(2, 20));
  });

  it('is spread over 0 to 1, without 1', () => {
    const drawn = draw(1, 10_000);
    expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = drawn.filter((one) => Math.floor(one * 10) === tenth).length;
      expect(share).toBeGreaterThan(800);
      expect(share).toBeLessThan(1_200);
    }
  });

  it('comes from a text: the same for the same', () => {
    expect(seedOf('en human')).toBe(seedOf('en human'));
    expect(seedOf('en human')).not.toBe(seedOf('de human'));
  });
});

describe('a shuffled list', () => {
  it('has everything that it had', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (list, seed) => {
        const shuffled = [...list];
        shuffle(shuffled, seeded(seed));
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
      }),
    );
  });

  it('may begin with any of its items', () => {
    const firsts = Array.from({ length: 200 }, (_, seed) => {
      const list = Int32Array.of(1, 2, 3, 4);
      shuffle(list, seeded(seed));
      return list[0];
    });
    expect(new Set(firsts)).toEqual(new Set([1, 2, 3, 4]));
  });
});
