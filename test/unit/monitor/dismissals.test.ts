import { expect, it } from 'vitest';
import { CLOCK_SLACK_MS, concerns } from '../../../src/monitor/dismissals.ts';

const who = { member: 'm1', isRemoved: false };
const admission = { member: 'm1', session: 's1', checkedAt: 10_000 };

it('concerns a session looked at before it, or so shortly after that a clock may be wrong', () => {
  expect(concerns({ ...who, at: 10_001 }, admission)).toBe(true);
  expect(concerns({ ...who, at: 10_000 - CLOCK_SLACK_MS }, admission)).toBe(true);
  expect(concerns({ ...who, at: 9_999 - CLOCK_SLACK_MS }, admission)).toBe(false);
});

it('concerns that member and, where one is named, that session only', () => {
  const at = 20_000;
  expect(concerns({ ...who, at }, { ...admission, member: 'm2' })).toBe(false);
  expect(concerns({ ...who, session: 's1', at }, admission)).toBe(true);
  expect(concerns({ ...who, session: 's2', at }, admission)).toBe(false);
});
