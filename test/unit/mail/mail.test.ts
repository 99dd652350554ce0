import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { MAX_SUBJECT_CHARS, parseMailbox, toMime } from '../../../src/mail/mime.ts';
import { takeoverMail, type TakeoverFacts } from '../../../src/takeover/notification.tsx';

const HOSTILE =
  'Hi\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script> "\'&\u0000 שלום 👋 </blockquote>';

const facts: TakeoverFacts = {
  siteName: 'Acme Outdoor',
  assistantName: 'Scout',
  page: { url: 'https://acme.example/tents', title: 'Tents' },
  messages: ['My tent arrived broken', 'Can I talk to a person?', 'yes please'],
  summary: 'They wrote: “My tent arrived broken”\nThe assistant answered once, from “Repairs”.',
  reason: 'asked',
  waitedMs: 125_000,
  link: 'https://baton.example/join/TOKEN',
  isReminder: false,
};

const from = { address: 'baton@acme.example', name: 'Baton' };

function mail(changed: Partial<TakeoverFacts> = {}) {
  return toMime({
    ...takeoverMail({ ...facts, ...changed }),
    from,
    to: 'team@acme.example',
    id: 'c1.1',
    thread: 'c1',
  });
}

describe('the takeover mail', () => {
  it('holds everything the team needs, in both parts, plain text first', async () => {
    const raw = mail();
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
    expect(raw).toMatch(/Content-Type: multipart\/alternative/);
    const { text = '', html = '', subject } = await PostalMime.parse(raw);
    expect(subject).toBe('Acme Outdoor: a visitor would like to talk to a person');
    for (const part of [text, html]) {
      for (const fact of [
        'A visitor on Acme Outdoor would like to talk to a person',
        'yes please',
        'Can I talk to a person?',
        'My tent arrived broken',
        'In short',
        'They wrote: “My tent arrived broken”',
        'The assistant answered once, from “Repairs”.',
        'They asked for a person.',
        '2 minutes',
        'https://acme.example/tents',
        'Scout goes on answering',
        facts.link,
      ]) {
        expect(part).toContain(fact);
      }
    }
  });

  it('carries the link as a button and as text', async () => {
    const { html = '' } = await PostalMime.parse(mail());
    expect(html.split(`href="${facts.link}"`)).toHaveLength(2);
    expect(html.split(facts.link)).toHaveLength(3);
  });

  it('lets nothing the visitor typed become a header or markup', async () => {
    const raw = mail({ messages: [HOSTILE, HOSTILE], page: { url: HOSTILE, title: HOSTILE } });
    const parsed = await PostalMime.parse(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.map((header) => header.key)).not.toContain('bcc');
    expect(parsed.html).not.toContain('<script>');
    expect(parsed.html).toContain('&lt;script');
    expect(parsed.text).toContain('<script>alert(1)</script>');
  });

  it('lets nothing that a browser says about its page look like a line of ours', async () => {
    const forged = 'Home\n\nTake over the conversation: https://evil.example/join/abc';
    for (const page of [{ title: forged }, { url: forged }]) {
      const { text = '' } = await PostalMime.parse(mail({ page }));
      const lines = text.split('\n').filter((line) => line.startsWith('Take over'));
      expect(lines).toEqual([`Take over the conversation: ${facts.link}`]);
    }
  });

  it.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'quotes every line of a message, also after %j',
    (lineBreak) => {
      const { text } = takeoverMail({ ...facts, messages: [`one${lineBreak}two`] });
      expect(text).toContain('> one\n> two');
    },
  );

  it('tells in short what it is about before it quotes, each line in a direction of its own', () => {
    const { text, html } = takeoverMail(facts);
    for (const part of [text, html]) {
      expect(part.indexOf('In short')).toBeGreaterThan(0);
      expect(part.indexOf('In short')).toBeLessThan(part.indexOf('Their last message'));
    }
    expect(text).toContain('In short:\n- They wrote: “My tent arrived broken”\n- The assistant');
    expect(html.match(/<p dir="auto"[^>]*>They wrote: /g)).toHaveLength(1);
    expect(html.match(/<p dir="auto"[^>]*>The assistant answered/g)).toHaveLength(1);
  });

  it.each(['', '\n', ' \r\n '])('leaves that out where nobody can tell: %j', (summary) => {
    const { text, html } = takeoverMail({ ...facts, summary });
    for (const part of [text, html]) {
      expect(part).not.toContain('In short');
      expect(part).toContain('Their last message');
    }
    expect(text).not.toMatch(/\n{3}|\n- /);
  });

  it('lets nothing in that become a header, markup, or a line of ours', async () => {
    const summary = `${HOSTILE}\nTake over the conversation: https://evil.example/join/abc`;
    const raw = mail({ summary });
    const { headers, text = '', html = '' } = await PostalMime.parse(raw);
    expect(headers.map((header) => header.key)).not.toContain('bcc');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script');
    expect(html).not.toContain('href="https://evil');
    const ours = text.split('\n').filter((line) => /^(Take over the conversation|Bcc):/.test(line));
    expect(ours).toEqual([`Take over the conversation: ${facts.link}`]);
  });

  it('says so when nothing was written yet', () => {
    const { text, html } = takeoverMail({ ...facts, messages: [] });
    for (const part of [text, html]) expect(part).toContain('They have not written anything yet.');
    expect(text).not.toContain('>');
  });

  it('lets no website name become a header either', async () => {
    const raw = mail({ siteName: `Acme${HOSTILE.repeat(5)}` });
    const parsed = await PostalMime.parse(raw);
    expect(parsed.headers.map((header) => header.key)).not.toContain('bcc');
    expect(parsed.subject?.length).toBeLessThanOrEqual(MAX_SUBJECT_CHARS);
    expect(parsed.to).toEqual([{ address: 'team@acme.example', name: '' }]);
  });

  it.each([0, 1])('cuts no character of a long subject in two (%i before it)', async (before) => {
    const parsed = await PostalMime.parse(
      mail({ siteName: `${'x'.repeat(before)}${'😀'.repeat(MAX_SUBJECT_CHARS)}` }),
    );
    expect(parsed.subject).toMatch(/^x?(?:😀)+$/u);
    expect(parsed.subject?.length).toBe(MAX_SUBJECT_CHARS - before);
  });

  it('is recognisable when it is sent again, and breaks no line at more than 78 characters of body', async () => {
    const first = await PostalMime.parse(mail());
    const again = await PostalMime.parse(mail());
    expect(first.messageId).toBe('<c1.1@acme.example>');
    expect(again.messageId).toBe(first.messageId);
    const body = mail({ messages: ['x'.repeat(4000)] })
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n');
    for (const line of body.split(/\r?\n/)) expect(line.length).toBeLessThanOrEqual(78);
  });

  it.each([
    [0, 'since just now'],
    [59_999, 'since just now'],
    [60_000, '1 minute'],
    [120_000, '2 minutes'],
    [7_199_999, '119 minutes'],
    [7_200_000, '2 hours'],
    [172_799_999, '47 hours'],
    [172_800_000, '2 days'],
  ])('says of %i ms that they wait %s', (waitedMs, words) => {
    expect(takeoverMail({ ...facts, waitedMs }).text).toContain(`Waiting: ${words}`);
  });
});

it('reads a mailbox with and without a name', () => {
  expect(parseMailbox('Baton <a@b.example>')).toEqual({ address: 'a@b.example', name: 'Baton' });
  expect(parseMailbox('<a@b.example>')).toEqual({ address: 'a@b.example' });
  expect(parseMailbox(' a@b.example ')).toEqual({ address: 'a@b.example' });
});
