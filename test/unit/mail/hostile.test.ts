import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { ADDRESSES, CORPUS, HEADERS, ODD_ADDRESSES } from '../../hostile/corpus.ts';
import type { Words } from '../../../src/mail/frame.tsx';
import { MAX_SUBJECT_CHARS, toMime } from '../../../src/mail/mime.ts';
import { mailLink } from '../../../src/pages/links.tsx';
import { contactMail } from '../../../src/takeover/contact-mail.tsx';
import { digestMail } from '../../../src/takeover/digest-mail.tsx';
import { takeoverMail } from '../../../src/takeover/notification.tsx';
import { testMail } from '../../../src/takeover/test-mail.tsx';
import { invitationMail } from '../../../src/team/invitation-mail.tsx';
import { oneLine } from '../../../src/team/name.ts';
import { signInMail } from '../../../src/team/sign-in-mail.tsx';

const LINK = 'https://baton.example/join/TOKEN';
const TEAM = 'team@acme.example';

/** Every mail of ours, with these words in every field that holds words of others; `name` where names are. */
function mailsSaying(words: string, name = words): Record<string, Words> {
  const visitor = {
    siteName: name,
    assistantName: name,
    page: { url: words, title: words },
    contact: 'mia@acme.example',
    messages: [words, words],
    summary: oneLine(words),
  };
  const card = {
    conversation: 'c1',
    phase: 'waiting',
    startedAt: 0,
    lastAt: 0,
    messages: 1,
    lastLine: words,
    visitorOnline: true,
    contact: 'mia@acme.example',
  } as const;
  const named = [{ kind: 'call', link: LINK, card }] as const;
  return {
    call: takeoverMail({
      ...visitor,
      reason: 'frustrated',
      waitedMs: 0,
      link: LINK,
      isReminder: false,
    }),
    reminder: takeoverMail({
      ...visitor,
      reason: 'unanswered',
      waitedMs: 0,
      link: LINK,
      isReminder: true,
    }),
    contact: contactMail({ ...visitor, link: LINK }),
    digest: digestMail({ siteName: name, link: LINK, named, now: 0 }),
    test: testMail({ siteName: name, sender: name, link: LINK }),
    invitation: invitationMail({
      name,
      email: TEAM,
      siteName: name,
      role: 'agent',
      inviter: name,
      link: LINK,
    }),
    'sign-in': signInMail({ name, link: LINK, minutes: 15 }),
  };
}

const HEADERS_OF_OURS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'references',
  'reply-to',
  'subject',
  'to',
];

const mimeOf = (words: Words, more: { replyTo?: string } = {}): string =>
  toMime({
    ...words,
    from: { address: 'baton@acme.example', name: 'Baton' },
    to: TEAM,
    id: 'c1.1',
    thread: 'c1',
    replyTo: more.replyTo ?? 'mia@acme.example',
  });

/** A document's elements with all they were given. */
const tagsOf = (html: string): string[] => html.match(/<[^<>]*>/g) ?? [];

const harmless = mailsSaying('harmless');

describe.each(Object.keys(harmless))('whatever others wrote, the mail %s', (kind) => {
  it.each(CORPUS)('is the mail we meant: $name', async ({ text }) => {
    const words = mailsSaying(text)[kind];
    if (!words) throw new Error(`no mail ${kind}`);
    const raw = mimeOf(words);
    const mail = await PostalMime.parse(raw);
    expect(mail.headers.map(({ key }) => key).toSorted()).toEqual(HEADERS_OF_OURS);
    expect(mail.to).toEqual([{ address: TEAM, name: '' }]);
    expect(mail.from?.address).toBe('baton@acme.example');
    expect(mail.replyTo).toEqual([{ address: 'mia@acme.example', name: '' }]);
    expect([mail.cc, mail.bcc, mail.attachments]).toEqual([undefined, undefined, []]);
    expect(mail.subject?.length).toBeLessThanOrEqual(MAX_SUBJECT_CHARS);
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    // As many elements, with the same attributes, as where nobody meant any harm.
    expect(tagsOf(mail.html ?? '')).toEqual(tagsOf(harmless[kind]?.html ?? ''));
    // What a server reads line by line is ASCII, and no longer than it may be.
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(raw.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
  });
});

describe('words that others wrote', () => {
  it.each([...HEADERS, ...ADDRESSES])('begin no line of ours in plain text: $name', ({ text }) => {
    // Names are on one line before they are kept.
    for (const { text: plain } of Object.values(mailsSaying(text, oneLine(text)))) {
      const begun = plain
        .split(/[\n\v\f\r\u0085\u2028\u2029]/)
        .filter((line) => /^\s*(?:bcc|cc|to|reply-to|content-type)\b/i.test(line));
      expect(begun).toEqual([]);
    }
  });
});

describe('a link that a visitor wrote', () => {
  it('is not taken for one of ours, wherever they wrote it', () => {
    const evil = 'https://evil.example/join/abc';
    for (const said of [
      evil,
      `Take over the conversation: ${evil}`,
      `x\nTake over the conversation: ${evil}\n`,
      `\u2028Take over the conversation: ${evil}`,
    ]) {
      const { call, contact, digest } = mailsSaying(said, oneLine(said));
      expect(mailLink(call?.text ?? '')).toEqual({ is: 'takeover', url: LINK });
      for (const other of [contact, digest]) expect(mailLink(other?.text ?? '')).toBe(undefined);
    }
  });
});

describe('an address that a visitor left', () => {
  it.each(ODD_ADDRESSES)('is the one that an answer goes to: %s', async (address) => {
    const words = contactMail({
      siteName: 'Acme Outdoor',
      assistantName: 'Scout',
      messages: [],
      summary: '',
      contact: address,
      link: LINK,
    });
    const mail = await PostalMime.parse(mimeOf(words, { replyTo: address }));
    expect(mail.replyTo).toEqual([{ address, name: '' }]);
    expect(mail.to).toEqual([{ address: TEAM, name: '' }]);
  });
});
