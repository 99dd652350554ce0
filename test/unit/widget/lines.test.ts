import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../../src/protocol/entry.ts';
import { backText, offerText, teamLine, visitorLine } from '../../../widget/shared/lines.ts';

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
      /has been notified/.test(visitorLine(event, 'Otter') ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual(['notification.sent']);
  });

  it('claims that the team has the address for that receipt alone', () => {
    const claims = EVENTS.filter((event) =>
      /has your address/.test(visitorLine(event, 'Otter') ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual(['contact.passed_on']);
  });

  it('tells whoever joins from whoever is back', () => {
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', isBack: true }, 'Otter')).toBe(
      'Robin is back',
    );
  });

  it('names who joined, who was relieved, and to whom the chat is handed back', () => {
    expect(visitorLine({ event: 'takeover.started', name: 'Robin' }, 'Otter')).toBe(
      'Robin joined the chat',
    );
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', from: 'Kim' }, 'Otter')).toBe(
      'Robin joined the chat in place of Kim',
    );
    expect(visitorLine({ event: 'takeover.ended', name: 'Robin' }, 'Otter')).toBe(
      'Robin handed you back to Otter',
    );
  });

  it('says that the team was reminded, or has an address, for those receipts alone', () => {
    const claims = EVENTS.filter((event) =>
      /has been reminded|has your address/.test(visitorLine(event, 'Otter') ?? ''),
    );
    expect(claims.map((event) => event.event)).toEqual([
      'escalation.reminded',
      'contact.passed_on',
    ]);
  });

  it('promises nobody: no line says that somebody will come or write', () => {
    for (const event of EVENTS) {
      expect(visitorLine(event, 'Otter') ?? '').not.toMatch(/\b(will|soon|shortly|going to)\b/i);
    }
  });

  it('is short', () => {
    for (const event of EVENTS) expect((visitorLine(event, 'Otter') ?? '').length).toBeLessThan(80);
  });

  it('tells whose connection was lost, and that they are back', () => {
    expect(visitorLine({ event: 'takeover.lost', name: 'Robin' }, 'Otter')).toBe(
      'Robin lost the connection. Otter is here meanwhile.',
    );
    expect(visitorLine({ event: 'takeover.started', name: 'Robin', isBack: true }, 'Otter')).toBe(
      'Robin is back',
    );
  });

  it('shows nothing of what is the team’s alone', () => {
    for (const event of EVENTS) {
      if (event.event !== 'note.left' && event.event !== 'intent.decided') continue;
      expect(visitorLine(event, 'Otter')).toBeNull();
    }
  });
});

describe('escalation switched off', () => {
  const off: ConversationEvent = { event: 'settings.changed', escalationEnabled: false };

  it('is told to a visitor whose open offer it withdraws, and to no other', () => {
    expect(visitorLine(off, 'Otter', true)).toMatch(/cannot join/);
    expect(visitorLine(off, 'Otter')).toBeNull();
  });

  it('is no line when it is switched on', () => {
    expect(visitorLine({ ...off, escalationEnabled: true }, 'Otter', true)).toBeNull();
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
      expect(offerText({ reason })).toMatch(/\?$/);
      expect(offerText({ reason, backAt: 1 })).toMatch(/\?$/);
    }
  });

  it('offers nobody at once while nobody is there', () => {
    for (const reason of REASONS) {
      const text = offerText({ reason, backAt: Date.UTC(2026, 7, 3, 9) });
      expect(text).toContain('Nobody is here right now. The team is back on ');
      expect(text).not.toMatch(/into this chat|Of course/);
    }
  });
});

describe('when the team is back', () => {
  const monday = new Date(2026, 7, 3, 9, 0).getTime();
  const clock = new Intl.DateTimeFormat([], { timeStyle: 'short' }).format(monday);
  const day = (more: object) =>
    new Intl.DateTimeFormat([], { weekday: 'long', ...more }).format(monday);

  it('is told by weekday and clock, as the reader has them', () => {
    const saturday = new Date(2026, 7, 1, 12, 0).getTime();
    expect(backText(monday, saturday)).toBe(`The team is back on ${day({})} at ${clock}.`);
  });

  it('is told with the date where a weekday could be any week’s', () => {
    const longBefore = new Date(2026, 6, 26, 12, 0).getTime();
    const date = day({ day: 'numeric', month: 'long' });
    expect(backText(monday, longBefore)).toBe(`The team is back on ${date} at ${clock}.`);
  });
});
