import { describe, expect, it } from 'vitest';
import { mailboxPage } from '../../../src/pages/mailbox.tsx';
import type { ReceivedMail } from '../../../src/mail/dev-mailbox.ts';
import { breakouts, HOSTILE, inlined } from './hostile.ts';

const MAIL: ReceivedMail = {
  id: 7,
  at: Date.UTC(2026, 10, 23, 9, 30, 5),
  from: 'Baton <baton@acme.example>',
  to: 'team@acme.example',
  subject: 'A visitor wants a person',
  text: 'Somebody waits\n\nTake over the conversation: https://chat.example/join/abc.d-e_f\nPage: https://acme.example/boots.',
  html: '<p style="color:red">Hello</p>',
  raw: 'From: Baton\r\n\r\nHello',
};

describe('the mailbox', () => {
  it('says what to do while it is empty', () => {
    const html = mailboxPage([]);
    expect(html).toContain('No mail yet');
    expect(html).toContain('href="/demo"');
  });

  it('opens the newest mail and folds the others', () => {
    const html = mailboxPage([{ ...MAIL, id: 8 }, MAIL]);
    expect(html.indexOf('data-mail="8"')).toBeLessThan(html.indexOf('data-mail="7"'));
    expect(html).toContain('data-mail="8"><details open>');
    expect(html).toContain('data-mail="7"><details>');
  });

  it('shows from, to, subject, date, text and source', () => {
    const html = mailboxPage([MAIL]);
    expect(html).toContain('Baton &lt;baton@acme.example>');
    expect(html).toContain('team@acme.example');
    expect(html).toContain('A visitor wants a person');
    expect(html).toContain(
      '<time datetime="2026-11-23T09:30:05.000Z">2026-11-23 09:30:05 UTC</time>',
    );
    expect(html).toContain('From: Baton\r\n\r\nHello');
  });

  it('offers the takeover link of the text as a button', () => {
    expect(mailboxPage([MAIL])).toContain(
      'class="button" href="https://chat.example/join/abc.d-e_f"',
    );
    expect(mailboxPage([{ ...MAIL, text: 'No link' }])).not.toContain('class="button"');
  });

  it('offers a sign-in link and an invitation the same way', () => {
    const signIn = `https://chat.example/app/sign-in/${'a'.repeat(43)}`;
    const invitation = 'https://chat.example/app/sign-in?email=kim%40acme.example';
    expect(mailboxPage([{ ...MAIL, text: `Sign in: ${signIn}` }])).toMatch(
      new RegExp(`class="button" href="${signIn}"[^>]*>Open sign-in link<`),
    );
    const html = mailboxPage([{ ...MAIL, text: `Open your dashboard: ${invitation}` }]);
    expect(html).toContain(`class="button" href="${invitation}"`);
    expect(html).toContain('Open invitation');
  });

  it('makes web addresses of the text clickable, without the full stop behind them', () => {
    expect(mailboxPage([MAIL])).toContain('<a href="https://acme.example/boots" rel="noreferrer">');
  });

  it('never makes a link of another scheme', () => {
    const html = mailboxPage([
      { ...MAIL, text: 'javascript:alert(1) data:text/html,x file:///etc' },
    ]);
    expect(html).not.toMatch(/href="(javascript|data:text|file)/);
  });

  it('shows hostile text in every field as text', () => {
    const hostile = { from: HOSTILE, to: HOSTILE, subject: HOSTILE, text: HOSTILE, raw: HOSTILE };
    const html = mailboxPage([{ ...MAIL, ...hostile, html: HOSTILE }]);
    expect(breakouts(html)).toEqual([]);
    expect(inlined(html)).toEqual([]);
  });

  it('keeps the mail’s own HTML in a frame that may run no script', () => {
    const html = mailboxPage([MAIL]);
    const sandbox = /<iframe[^>]* sandbox="([^"]*)"/.exec(html)?.[1]?.split(' ');
    expect(sandbox).toContain('allow-popups');
    expect(sandbox).not.toContain('allow-scripts');
    expect(sandbox).not.toContain('allow-forms');
    expect(html).toContain('&lt;p style=&quot;color:red&quot;>Hello');
  });

  it('shows no frame for a mail without HTML', () => {
    expect(mailboxPage([{ ...MAIL, html: '' }])).not.toContain('<iframe');
  });
});
