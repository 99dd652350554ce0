import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { toMime } from '../../../src/mail/mime.ts';
import type { Card } from '../../../src/protocol/monitor.ts';
import { type DigestFacts, digestMail } from '../../../src/takeover/digest-mail.tsx';
import { HOSTILE, linesOfOurs } from './hostile.ts';

const NOW = 1_800_000_000_000;
const LIVE = 'https://baton.example/app/sites/acme/live';

const card = (conversation: string, changed: Partial<Card> = {}): Card => ({
  conversation,
  phase: 'waiting',
  startedAt: NOW - 600_000,
  lastAt: NOW - 1_000,
  messages: 3,
  lastLine: `Line of ${conversation}`,
  waitingSince: NOW - 180_000,
  visitorOnline: true,
  ...changed,
});

const named = (
  conversation: string,
  kind: 'call' | 'reminder' | 'contact' = 'call',
  changed: Partial<Card> = {},
): DigestFacts['named'][number] => ({
  kind,
  link: `${LIVE}?open=${conversation}`,
  card: card(conversation, changed),
});

const digest = (...all: DigestFacts['named'][number][]) =>
  digestMail({ siteName: 'Acme Outdoor', link: LIVE, named: all, now: NOW });

describe('the mail that names several', () => {
  it('says how many, why they come together, and where to look', () => {
    const { subject, text, html } = digest(named('a'), named('b'));
    expect(subject).toBe('Acme Outdoor: 2 visitors asked for you');
    for (const part of [text, html]) {
      expect(part).toContain('2 visitors have asked for you on Acme Outdoor');
      expect(part).toContain('so many requests within an hour');
      expect(part).toContain(LIVE);
    }
  });

  it('counts visitors, not mails', () => {
    const { subject, text } = digest(named('a'), named('a', 'reminder'), named('a', 'contact'));
    expect(subject).toBe('Acme Outdoor: 1 visitor asked for you');
    expect(text).toContain('1 visitor has asked for you');
  });

  it('says of each what they said last, what they want, for how long, and where they are', () => {
    const contact = 'eva@visitor.example';
    const { text, html } = digest(
      named('a'),
      named('b', 'contact', { phase: 'assistant', contact }),
    );
    for (const part of [text, html]) {
      for (const fact of [
        'Line of a',
        'What: wants to talk to a person',
        'Waiting: 3 minutes',
        `${LIVE}?open=a`,
        'Line of b',
        'What: left an email address',
        `Email address: ${contact}`,
        `${LIVE}?open=b`,
      ]) {
        expect(part).toContain(fact);
      }
      expect(part.match(/Waiting:/g)).toHaveLength(1);
    }
  });

  it('names those as well whose chat has ended meanwhile', () => {
    const { text } = digest(named('a', 'contact', { phase: 'ended', lastLine: '' }));
    expect(text).toContain('> This chat has ended.');
    expect(text).toContain(`Open: ${LIVE}?open=a`);
  });

  it('lets nothing a visitor typed become markup or a line of ours', () => {
    const { text, html } = digest(named('a', 'call', { lastLine: HOSTILE }));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script');
    expect(html).not.toContain('href="https://evil');
    expect(linesOfOurs(text)).toEqual([`See who is there: ${LIVE}`, `Open: ${LIVE}?open=a`]);
  });

  it('lets no website name become a header', async () => {
    const words = digestMail({ siteName: HOSTILE, link: LIVE, named: [named('a')], now: NOW });
    const from = { address: 'baton@acme.example' };
    const raw = toMime({ ...words, from, to: 'team@acme.example', id: 'd', thread: 'd' });
    const { headers, html = '' } = await PostalMime.parse(raw);
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(html).not.toContain('<script>');
  });
});
