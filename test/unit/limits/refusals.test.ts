import { expect, it } from 'vitest';
import { refusedFor, rememberRefusal } from '../../../src/limits/refusals.ts';

it('nobody is refused whom nobody has refused', () => {
  expect(refusedFor('open:nobody', 0)).toBe(null);
});

it('a refusal stands until its time is over, and not a moment longer', () => {
  rememberRefusal('open:one', 1_000);
  expect(refusedFor('open:one', 0)).toBe(1_000);
  expect(refusedFor('open:one', 999)).toBe(1);
  expect(refusedFor('open:other', 999)).toBe(null);
  expect(refusedFor('open:one', 1_000)).toBe(null);
  expect(refusedFor('open:one', 999)).toBe(null);
});

it('of too many, those refused longest ago are forgotten first', () => {
  for (let at = 0; at < 1_001; at++) rememberRefusal(`open:${at}`, 1_000);
  expect(refusedFor('open:0', 0)).toBe(null);
  expect(refusedFor('open:1', 0)).toBe(1_000);
  rememberRefusal('open:1', 2_000);
  rememberRefusal('open:new', 1_000);
  expect(refusedFor('open:1', 0)).toBe(2_000);
  expect(refusedFor('open:2', 0)).toBe(null);
});
