import { describe, expect, it } from 'vitest';
import { isLetInUnasked, letInUnasked } from '../../../src/limits/doorstep.ts';

const MINUTE_MS = 60_000;
const NOW = 1_795_395_085_000;
const LIMIT = 120;

/** How many of `count` are let in unasked, one after the other. */
const unaskedOf = (network: string, count: number, limit = LIMIT, now = NOW) =>
  Array.from({ length: count }, () => isLetInUnasked(network, limit, now)).filter(Boolean).length;

describe('the first of a network', () => {
  it('are let in unasked, three in ten minutes', () => {
    expect(unaskedOf('a', 10)).toBe(3);
    expect(isLetInUnasked('a', LIMIT, NOW + 10 * MINUTE_MS - 1)).toBe(false);
    expect(unaskedOf('a', 10, LIMIT, NOW + 10 * MINUTE_MS)).toBe(3);
  });

  it('are fewer where the limits are low, a tenth of them', () => {
    expect(unaskedOf('b', 10, 29)).toBe(2);
    expect(unaskedOf('c', 10, 9)).toBe(0);
  });

  it('are told of when the door is asked at last, if they came lately', () => {
    unaskedOf('d', 10);
    expect(letInUnasked('d', MINUTE_MS, NOW + MINUTE_MS - 1)).toBe(3);
    expect(letInUnasked('d', MINUTE_MS, NOW + MINUTE_MS)).toBe(0);
    expect(letInUnasked('nobody', MINUTE_MS, NOW)).toBe(0);
  });

  it('are remembered of ten thousand networks, the others come first again', () => {
    unaskedOf('e', 10);
    for (let at = 0; at < 10_000; at++) isLetInUnasked(`crowd ${at}`, LIMIT, NOW);
    expect(unaskedOf('e', 10)).toBe(3);
  });
});
