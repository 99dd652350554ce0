import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { agoWords } from '../../../src/dashboard/ago.ts';
import { appliedWords } from '../../../src/dashboard/applied.ts';
import { Escalation, type EscalationFacts } from '../../../src/dashboard/escalation.tsx';
import { refusalWords } from '../../../src/dashboard/refusal.ts';
import { MAIL_KINDS } from '../../../src/site/team-mails.ts';
import { SETTINGS as settings } from '../assistant/settings.ts';

const facts: EscalationFacts = {
  settings,
  address: 'team@acme.example',
  notifications: [],
  agent: 'Robin',
  subject: 'A visitor',
  now: 0,
};

const html = (change: Partial<EscalationFacts>) => render(Escalation({ ...facts, ...change }));

describe('the escalation page', () => {
  it('shows hostile words of visitors, owners and mail services as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const page = html({
      settings: { ...settings, assistantName: hostile, contact: hostile },
      address: hostile,
      error: hostile,
      agent: hostile,
      subject: hostile,
      tests: [{ address: hostile, refusal: hostile }],
      notifications: [
        {
          conversation: hostile,
          kind: 'call' as const,
          number: 1,
          site: settings.site,
          at: 0,
          status: 'failed',
          address: hostile,
          reason: hostile,
        },
      ],
    });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img');
  });

  it('offers a retry for what failed, and only for that', () => {
    const sent = {
      conversation: 'c',
      kind: 'call' as const,
      number: 1,
      site: settings.site,
      at: 0,
      status: 'sent' as const,
      address: 'team@acme.example',
    };
    expect(html({ notifications: [sent] })).not.toContain('Try again');
    const failed = { ...sent, status: 'failed' as const };
    expect(html({ notifications: [failed] })).toContain('Try again');
  });

  it('says of every mail what it was for', () => {
    const mail = {
      conversation: 'c',
      number: 1,
      site: settings.site,
      at: 0,
      status: 'sent' as const,
      address: 'team@acme.example',
    };
    const words = MAIL_KINDS.map((kind) => html({ notifications: [{ ...mail, kind }] }));
    expect(new Set(words).size).toBe(MAIL_KINDS.length);
  });
});

describe('how many conversations took settings up', () => {
  it.each([
    [0, 'No conversation was open.'],
    [1, 'Applied to 1 open conversation.'],
    [2, 'Applied to 2 open conversations.'],
  ])('%i is put as %j', (count, words) => {
    expect(appliedWords(count)).toBe(words);
  });
});

describe('how long ago something was', () => {
  it.each([
    [-1, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 minute ago'],
    [3_599_999, '59 minutes ago'],
    [3_600_000, '1 hour ago'],
    [86_399_999, '23 hours ago'],
    [86_400_000, '1 day ago'],
    [2 * 86_400_000, '2 days ago'],
  ])('%i ms is put as %j', (passed, words) => {
    expect(agoWords(1_000_000_000, 1_000_000_000 + passed)).toBe(words);
  });
});

describe('a mail service’s refusal', () => {
  it.each([
    ['destination address is not a verified address', /verified/],
    ['the mail provider did not answer', /in time/],
    ['daily limit exceeded', /limit/],
    ['email from baton@acme.example not allowed', /MAIL_FROM/],
  ])('%j is put into plain words', (reason, words) => {
    expect(refusalWords(reason)).toMatch(words);
  });

  it('that is unheard of is left in its own', () => {
    expect(refusalWords('E4711')).toBeNull();
  });
});
