import { expect, it } from 'vitest';
import { CLOSE } from '../../../src/protocol/close-codes.ts';
import {
  backoff,
  BACKOFF_CAP_MS,
  BACKOFF_START_MS,
  CROWDED_MS,
  pauseAfter,
} from '../../../widget/shared/backoff.ts';

it('waits at most the start on the first failure, and may not wait at all', () => {
  expect(backoff(0, 1)).toBe(BACKOFF_START_MS);
  expect(backoff(0, 0)).toBe(0);
});

it('doubles the longest wait with every failure up to the cap, and never passes it', () => {
  expect(backoff(1, 1)).toBe(2 * BACKOFF_START_MS);
  expect(backoff(5, 1)).toBe(32 * BACKOFF_START_MS);
  expect(backoff(6, 1)).toBe(BACKOFF_CAP_MS);
  expect(backoff(2_000, 1)).toBe(BACKOFF_CAP_MS);
});

it('spreads clients over the whole span', () => {
  expect(backoff(2, 0.25)).toBe(BACKOFF_START_MS);
});

it('is a long one for whoever was shut out by newer connections: they would shut each other out in turn', () => {
  expect(pauseAfter(CLOSE.crowded, 0, 0)).toBe(CROWDED_MS);
  expect(pauseAfter(undefined, 1, 1)).toBe(backoff(1, 1));
});
