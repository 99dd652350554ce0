import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/entry.ts';
import * as en from '../../../src/language/tongues/en.ts';
import { teamLine } from '../../../widget/shared/team-lines.ts';
import { backText, offerText, visitorLine } from '../../../widget/shared/visitor-lines.ts';

const OTTER = { lines: en.lines, language: 'en', assistant: 'Otter' };

const EVENTS: ConversationEvent[] = [
  { event: 'conversation.started' },
  { event: 'escalation.offered', reason: 'asked' },
  { event: 'escalation.declined' },
  { event: 'escalation.lapsed' },
  { event: 'escalation.requested', reason: 'asked' },
  { event: 'notification.sent', escalation: 1 },
  { event: 'notification.failed', escalation: 1 },
  { event: 'escalation.reminded', escalation: 1 },
  { event: 'escalation.cancelled', by: 'visitor' },
  { event: 'escalation.cancelled', by: 'disabled' },
  { event: 'escalation.expired' },
  { event: 'contact.captured', email: 'ada@example.com' },
  { event: 'contact.passed_on' },
  { event: 'contact.failed' },
  { event: 'takeover.started', name: 'Robin' },
  { event: 'takeover.started', name: 'Robin', isBack: true },
  { event: 'takeover.started', name: 'Robin', from: 'Kim' },
  { event: 'takeover.lost', name: 'Robin' },
  { event: 'takeover.ended', name: 'Robin' },
  { event: 'note.left', name: 'Robin', note: 'Likes blue' },
  { event: 'settings.changed', escalationEnabled: false },
  { event: 'conversation.ended', by: 'visitor' },
  { event: 'conversation.ended', by: 'agent' },
  { event: 'conversation.ended', by: 'idle' },
  { event: 'intent.decided', label: 'other', score: 0.5, tier: 'rules', evidence: '', ms: 1 },
];

describe('what the visitor reads', () => {
  it('claims that the team was notified for the receipt alone', () => {
    const claims = EVENTS.filter((event) =>
      /has been notified/.test(visitorLine(event, OTTER) ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual(['notification.sent']);
  });

  it('claims that the team has the address for that receipt alone', () => {
    const claims = EVENTS.filter((event) =>
      /has your address/.test(visitorLine(event, OTTER) ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual(['contact.passed_on']);
  });

  it('tells whoever joins from whoever is back', () => {
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', isBack: true }, OTTER)).toBe(
      'Robin is back',
    );
  });

  it('names who joined, who was relieved, and to whom the chat is handed back', () => {
    expect(visitorLine({ event: 'takeover.started', name: 'Robin' }, OTTER)).toBe(
      'Robin joined the chat',
    );
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', from: 'Kim' }, OTTER)).toBe(
      'Robin joined the chat in place of Kim',
    );
    expect(visitorLine({ event: 'takeover.ended', name: 'Robin' }, OTTER)).toBe(
      'Robin handed you back to Otter',
    );
  });

  it('says that the team was reminded, or has an address, for those receipts alone', () => {
    const claims = EVENTS.filter((event) =>
      /has been reminded|has your address/.test(visitorLine(event, OTTER) ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual([
      'escalation.reminded',
      'contact.passed_on',
    ]);
  });

  it('promises nobody: no line says that somebody will come or write', () => {
    for (const event of EVENTS) {
      expect(visitorLine(event, OTTER) ?? '').not.toMatch(/\b(will|soon|shortly|going to)\b/i);
    }
  });

  it('is short', () => {
    for (const event of EVENTS) expect((visitorLine(event, OTTER) ?? '').length).toBeLessThan(80);
  });

  it('tells whose connection was lost, and that they are back', () => {
    expect(visitorLine({ event: 'takeover.lost', name: 'Robin' }, OTTER)).toBe(
      'Robin lost the connection. Otter is here meanwhile.',
    );
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', isBack: true }, OTTER)).toBe(
      'Robin is back',
    );
  });

  it('shows nothing of what is the team’s alone', () => {
    for (const event of EVENTS) {
      if (event.event !== 'note.left' && event.event !== 'intent.decided') continue;
      expect(visitorLine(event, OTTER)).toBeNull();
    }
  });
});

describe('escalation switched off', () => {
  const off: ConversationEvent = { event: 'settings.changed', escalationEnabled: false };

  it('is told to a visitor whose open offer it withdraws, and to no other', () => {
    expect(visitorLine(off, OTTER, true)).toMatch(/cannot join/);
    expect(visitorLine(off, OTTER)).toBeNull();
  });

  it('is no line when it is switched on', () => {
    expect(visitorLine({ ...off, escalationEnabled: true }, OTTER, true)).toBeNull();
  });
});

it('has a team line for every event, each its own', () => {
  const all = EVENTS.map((event) => teamLine(event, 'Otter'));
  expect(new Set(all).size).toBe(EVENTS.length);
});

it('tells the team what the detector understood, how surely and from which words', () => {
  const line = teamLine(
    {
      event: 'intent.decided',
      label: 'ask_human',
      score: 0.934,
      tier: 'rules',
      evidence: 'a person',
      ms: 0.2,
    },
    'Otter',
  );
  expect(line).toBe('Understood as asking for a person, 93% sure (“a person”), by rules in 0.2 ms');
});

const REASONS = ['asked', 'button', 'frustrated', 'unanswered'] as const;

describe('an offer', () => {
  it('is a question, whether the team is there or not', () => {
    for (const reason of REASONS) {
      expect(offerText({ reason }, OTTER)).toMatch(/\?$/);
      expect(offerText({ reason, backAt: 1 }, OTTER)).toMatch(/\?$/);
    }
  });

  it('offers nobody at once while nobody is there', () => {
    for (const reason of REASONS) {
      const text = offerText({ reason, backAt: Date.UTC(2026, 7, 3, 9) }, OTTER);
      expect(text).toContain('Nobody is here right now. The team will be back: ');
      expect(text).not.toMatch(/into this chat|Of course/);
    }
  });
});

describe('when the team is back', () => {
  const monday = new Date(2026, 7, 3, 9, 0).getTime();

  it('is told by weekday and clock, as the reader has them', () => {
    const saturday = new Date(2026, 7, 1, 12, 0).getTime();
    expect(backText(monday, OTTER, saturday)).toMatch(
      /^The team will be back: Monday.* 9:00.AM\.$/,
    );
  });

  it('is told with the date where a weekday could be any week’s', () => {
    const longBefore = new Date(2026, 6, 26, 12, 0).getTime();
    expect(backText(monday, OTTER, longBefore)).toMatch(/back: Monday.*August.*3.* 9:00.AM\.$/);
  });

  it('is told as the language tells it', () => {
    const saturday = new Date(2026, 7, 1, 12, 0).getTime();
    expect(backText(monday, { ...OTTER, language: 'de' }, saturday)).toMatch(/Montag.* 09:00/);
  });
});
