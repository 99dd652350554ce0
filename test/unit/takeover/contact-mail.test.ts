import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { toMime } from '../../../src/mail/mime.ts';
import { contactMail, type ContactFacts } from '../../../src/takeover/contact-mail.tsx';
import { HOSTILE, linesOfOurs } from './hostile.ts';

const facts: ContactFacts = {
  siteName: 'Acme Outdoor',
  assistantName: 'Scout',
  contact: 'eva@visitor.example',
  page: { url: 'https://acme.example/tents', title: 'Tents' },
  messages: ['My tent arrived broken', 'Please write to me'],
  summary: 'They wrote: “My tent arrived broken”',
  link: 'https://baton.example/app/sites/acme/history/c1',
};

const mime = (changed: Partial<ContactFacts> = {}, replyTo = facts.contact) =>
  toMime({
    ...contactMail({ ...facts, ...changed }),
    from: { address: 'baton@acme.example', name: 'Baton' },
    to: 'team@acme.example',
    id: 'c1.contact.1',
    thread: 'c1',
    replyTo,
  });

describe('the mail with an address', () => {
  it('holds what the team needs to write back, in both parts', async () => {
    const { text = '', html = '', subject } = await PostalMime.parse(mime());
    expect(subject).toBe('Acme Outdoor: a visitor left an email address');
    for (const part of [text, html]) {
      for (const fact of [
        'A visitor on Acme Outdoor would like to hear from you',
        'Answer this mail to write to them.',
        facts.contact,
        'Please write to me',
        'My tent arrived broken',
        'In short',
        'https://acme.example/tents',
        facts.link,
      ]) {
        expect(part).toContain(fact);
      }
    }
  });

  it('is answered to the visitor, not to the sender', async () => {
    const { from, replyTo } = await PostalMime.parse(mime());
    expect(replyTo).toEqual([{ address: 'eva@visitor.example', name: '' }]);
    expect(from).toEqual({ address: 'baton@acme.example', name: 'Baton' });
  });

  it('holds no takeover link: nobody waits', () => {
    const { text, html } = contactMail(facts);
    for (const part of [text, html]) expect(part).not.toMatch(/take over/i);
  });

  it('lets nothing hostile become a header, markup, or a line of ours', async () => {
    const raw = mime({
      messages: [HOSTILE, HOSTILE],
      summary: HOSTILE,
      siteName: HOSTILE,
      page: { url: HOSTILE, title: HOSTILE },
    });
    const { headers, text = '', html = '' } = await PostalMime.parse(raw);
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('href="https://evil');
    const quoted = contactMail({ ...facts, messages: [HOSTILE], page: { title: HOSTILE } });
    expect(linesOfOurs(quoted.text)).toEqual([`Read the conversation: ${facts.link}`]);
    expect(text).toContain('<script>');
  });
});

describe('the address an answer goes to', () => {
  it.each([
    'eva@visitor.example\r\nBcc: thief@evil.example',
    'eva@visitor.example\nBcc: thief@evil.example',
    'eva@visitor.example>, <thief@evil.example',
    'eva@visitor.example, thief@evil.example',
    'Eva <eva@visitor.example>',
    'eva@visitor.example\u0000',
    'eva',
    '',
  ])('is left out where it is more than one address, or none: %j', async (hostile) => {
    const { headers, replyTo, bcc } = await PostalMime.parse(mime({}, hostile));
    expect(replyTo).toBeUndefined();
    expect(bcc).toBeUndefined();
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
  });

  it.each(['eva+tents@visitor.example', "o'neil@visitor.example", 'a_b-c.d@sub.visitor.example'])(
    'is taken as it is: %s',
    async (address) => {
      const { replyTo } = await PostalMime.parse(mime({}, address));
      expect(replyTo).toEqual([{ address, name: '' }]);
    },
  );
});
