import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Places } from '../../../src/intent/places.ts';

const BITS = 10;

describe('a set of places', () => {
  it('has what was put in, and nothing else', () => {
    const places = new Places([0, 31, 32, 1023], BITS);
    const all = Array.from({ length: 1024 }, (_, place) => place);
    expect(all.filter((place) => places.has(place))).toEqual([0, 31, 32, 1023]);
  });

  it('ranks each by how many are smaller', () => {
    const places = new Places([0, 30, 31, 32, 63, 64, 1023], BITS);
    expect([0, 30, 31, 32, 63, 64, 1023].map((place) => places.rankOf(place))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it.each([1, 29, 33, 62, 65, 1022])('has no rank for %i, which is not in it', (place) => {
    const places = new Places([0, 30, 31, 32, 63, 64, 1023], BITS);
    expect(places.has(place)).toBe(false);
    expect(places.rankOf(place)).toBe(-1);
  });

  it('may be empty', () => {
    const places = new Places([], BITS);
    expect(places.has(0)).toBe(false);
    expect(places.rankOf(0)).toBe(-1);
  });

  it('may be full', () => {
    const all = Array.from({ length: 1024 }, (_, place) => place);
    const places = new Places(all, BITS);
    expect(all.map((place) => places.rankOf(place))).toEqual(all);
  });

  it('ranks any set as its sorted list does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 1023 })), fc.nat({ max: 1023 }), (some, place) => {
        const sorted = some.toSorted((a, b) => a - b);
        const places = new Places(sorted, BITS);
        expect(places.rankOf(place)).toBe(sorted.indexOf(place));
        expect(places.has(place)).toBe(some.includes(place));
      }),
    );
  });
});
