import { expect, it } from 'vitest';
import { Dismissals } from '../../../src/monitor/dismissals.ts';

const who = { member: 'm1', isRemoved: false };
const admission = { member: 'm1', session: 's1', checkedAt: 1_000 };

function dismissed(at: number, session?: string): Dismissals {
  const dismissals = new Dismissals();
  dismissals.note(session === undefined ? who : { ...who, session }, at);
  return dismissals;
}

it('concern a session looked at before or in the same millisecond, not one looked at after', () => {
  expect(dismissed(1_001).concern(admission)).toBe(true);
  expect(dismissed(1_000).concern(admission)).toBe(true);
  expect(dismissed(999).concern(admission)).toBe(false);
});

it('concern that member and, where one is named, that session only', () => {
  expect(dismissed(2_000).concern({ ...admission, member: 'm2' })).toBe(false);
  expect(dismissed(2_000, 's1').concern(admission)).toBe(true);
  expect(dismissed(2_000, 's2').concern(admission)).toBe(false);
});

it('are kept for a minute', () => {
  const dismissals = dismissed(2_000);
  dismissals.note({ member: 'm2', isRemoved: true }, 61_999);
  expect(dismissals.concern(admission)).toBe(true);
  dismissals.note({ member: 'm2', isRemoved: true }, 62_000);
  expect(dismissals.concern(admission)).toBe(false);
});
