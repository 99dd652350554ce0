import { describe, expect, it } from 'vitest';
import {
  decode,
  encode,
  nearness,
  nearestTo,
  quantize,
} from '../../../src/assistant/retrieval/vector.ts';

describe('a kept vector', () => {
  it('keeps its direction within a hundredth', () => {
    const values = Array.from({ length: 1_024 }, (_, at) => Math.sin(at * at));
    const others = Array.from({ length: 1_024 }, (_, at) => Math.sin(at * at) + Math.cos(at));
    const dot = values.reduce((sum, value, at) => sum + value * (others[at] ?? 0), 0);
    const exact = dot / (Math.hypot(...values) * Math.hypot(...others));
    expect(nearness(quantize(values), quantize(others))).toBeCloseTo(exact, 2);
  });

  it('is the same after it was written and read', () => {
    const vector = Int8Array.from([-128, -127, -1, 0, 1, 126, 127]);
    expect(decode(encode(vector))).toEqual(vector);
    expect(decode(encode(new Int8Array()))).toEqual(new Int8Array());
  });

  it('of nothing but zeros, or of none, is near nothing', () => {
    expect([...quantize([0, 0])]).toEqual([0, 0]);
    expect(nearness(quantize([0, 0]), quantize([1, 1]))).toBe(0);
    expect(nearness(quantize([]), quantize([]))).toBe(0);
  });

  it('does not compare with one of another model’s length', () => {
    expect(nearness(quantize([1, 1]), quantize([1, 1, 1]))).toBe(0);
  });

  it('finds the nearest first, no more than wanted, and none that point away', () => {
    const items = [
      { name: 'away', vector: quantize([-1, 0]) },
      { name: 'near', vector: quantize([1, 1]) },
      { name: 'nearest', vector: quantize([1, 0.1]) },
      { name: 'across', vector: quantize([0, 1]) },
    ];
    const names = (limit: number) =>
      nearestTo(quantize([1, 0]), items, limit).map(({ item }) => item.name);
    expect(names(9)).toEqual(['nearest', 'near']);
    expect(names(1)).toEqual(['nearest']);
  });
});
