import { describe, expect, it } from 'vitest';
import { LADDER, readSnapshot } from '../../../src/site/settings.ts';
import { SETTINGS } from '../assistant/settings.ts';

describe('a snapshot of the settings', () => {
  it('is read as it was written', () => {
    const hours = {
      timeZone: 'Europe/Paris',
      week: Array.from({ length: 7 }, () => [{ from: 540, to: 1_020 }]),
      exceptions: [],
    };
    const ladder = { remind: 1, ask: 3, close: 10 };
    const settings = { ...SETTINGS, escalation: { ...SETTINGS.escalation, ladder, hours } };
    expect(readSnapshot(JSON.stringify(settings))).toEqual(settings);
  });

  it('from before there were promises has the usual ladder, and a team that is always there', () => {
    const { tone: _, languages: __, ...old } = SETTINGS;
    const escalation = { enabled: true, address: 'team@acme.example' };
    const read = readSnapshot(JSON.stringify({ ...old, escalation }));
    expect(read.escalation).toEqual({ ...escalation, ladder: LADDER, hours: null });
    expect(read).toMatchObject({ tone: 'friendly', languages: [] });
  });

  it('with hours that are damaged has none', () => {
    const escalation = { ...SETTINGS.escalation, hours: { timeZone: 'Nowhere' } };
    const read = readSnapshot(JSON.stringify({ ...SETTINGS, escalation }));
    expect(read.escalation.hours).toBeNull();
  });
});
