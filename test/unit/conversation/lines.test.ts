import { describe, expect, it } from 'vitest';
import type { FixedLine } from '../../../src/conversation/escalation-state.ts';
import { wordsFor } from '../../../src/conversation/lines.ts';
import * as en from '../../../src/language/tongues/en.ts';
import * as de from '../../../src/language/tongues/de.ts';
import type { Hours } from '../../../src/site/hours.ts';
import { SETTINGS } from '../assistant/settings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const NOW = Date.parse('2026-07-11T20:00Z');

const said = (line: FixedLine, settings = SETTINGS, now = NOW) =>
  wordsFor(line, settings, 'en', en.said, now);

const nobodyYet = (facts: Partial<FixedLine & { line: 'nobody_yet' }>) =>
  said({
    line: 'nobody_yet',
    waitedMs: 5 * MINUTE_MS,
    notified: 'sent',
    hasContact: false,
    ...facts,
  });

describe('the news that nobody has come', () => {
  it('claims that the team was told only where it was', () => {
    expect(nobodyYet({})).toMatch(/^The team was told \(5 minutes ago\)/);
    expect(nobodyYet({ notified: 'pending' })).toMatch(/^I’m still trying to reach the team/);
    expect(nobodyYet({ notified: 'failed' })).toMatch(/^I couldn’t reach the team/);
    for (const notified of ['pending', 'failed'] as const) {
      expect(nobodyYet({ notified })).not.toMatch(/was told/);
    }
  });

  it('asks for an address where there is none, and mentions the one there is', () => {
    for (const notified of ['pending', 'sent', 'failed'] as const) {
      expect(nobodyYet({ notified })).toMatch(/leave your email address/);
      const left = nobodyYet({ notified, hasContact: true });
      expect(left).not.toMatch(/leave your email/);
      expect(left).toMatch(/the address you left/);
    }
  });

  it('leaves the visitor the choice to go on waiting', () => {
    for (const hasContact of [true, false]) {
      expect(nobodyYet({ hasContact })).toMatch(/You can go on waiting/);
    }
  });
});

describe('how long somebody has waited', () => {
  it.each([
    [0, '0 seconds ago'],
    [MINUTE_MS - 1, '59 seconds ago'],
    [MINUTE_MS, '1 minute ago'],
    [2 * MINUTE_MS, '2 minutes ago'],
    [2 * HOUR_MS - 1, '119 minutes ago'],
    [2 * HOUR_MS, '2 hours ago'],
    [48 * HOUR_MS - 1, '47 hours ago'],
    [48 * HOUR_MS, '2 days ago'],
  ])('is put, after %i ms, as %s', (waitedMs, words) => {
    expect(nobodyYet({ waitedMs })).toContain(`told (${words})`);
  });
});

describe('whoever asks again', () => {
  const hours: Hours = {
    timeZone: 'America/New_York',
    week: Array.from({ length: 7 }, () => [{ from: 540, to: 1_020 }]),
    exceptions: [],
  };
  const settings = { ...SETTINGS, escalation: { ...SETTINGS.escalation, hours } };
  const backAt = Date.parse('2026-07-13T13:00Z');
  const line: FixedLine = { line: 'still_waiting', waitedMs: MINUTE_MS, notified: 'sent', backAt };

  it('reads when the team is back, by the team’s clock, which is named', () => {
    const words = said(line, settings).replaceAll(/\s/g, ' ');
    expect(words).toMatch(/They will be back: Monday.* 9:00 AM EDT\.$/);
  });

  it('reads the date as well where the day of the week does not say which', () => {
    const weeksBefore = backAt - 19 * 24 * HOUR_MS;
    const words = said(line, settings, weeksBefore).replaceAll(/\s/g, ' ');
    expect(words).toMatch(/They will be back: Monday, July 13.* 9:00 AM EDT\.$/);
  });

  it('reads nothing of it while the team is there', () => {
    expect(said({ ...line, backAt: null }, settings)).not.toMatch(/be back/);
    expect(said(line, SETTINGS)).not.toMatch(/be back/);
  });
});

it('speaks the visitor’s language, numbers and days included', () => {
  const line = {
    line: 'still_waiting',
    waitedMs: 5 * MINUTE_MS,
    notified: 'sent',
    backAt: null,
  } as const;
  const words = wordsFor(line, SETTINGS, 'de', de.said, NOW);
  expect(words).toContain('vor 5 Minuten');
  expect(words).not.toContain('{');
});
