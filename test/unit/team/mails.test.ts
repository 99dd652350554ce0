import { describe, expect, it } from 'vitest';
import { mailLink } from '../../../src/pages/links.tsx';
import { invitationMail } from '../../../src/team/invitation-mail.tsx';
import { signInMail } from '../../../src/team/sign-in-mail.tsx';

const TOKEN = 'A-b_'.repeat(10) + 'xyz';
const HOSTILE = '<img src=x onerror=alert(1)> & "Co"';

describe('the mail with a sign-in link', () => {
  const link = `https://chat.acme.example/app/sign-in/${TOKEN}?next=%2Fapp%2Faccount`;
  const mail = signInMail({ name: HOSTILE, link, minutes: 15 });

  it('says for which host, for how long, and what to do if it was somebody else', () => {
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('chat.acme.example');
      expect(part).toContain('15 minutes');
      expect(part).toContain('you can ignore this mail');
    }
    expect(mail.subject).toBe('Your sign-in link for chat.acme.example');
  });

  it('holds the link in words and as a button', () => {
    expect(mailLink(mail.text)).toEqual({ is: 'sign-in', url: link });
    expect(mail.html).toContain(`href="${link}"`);
  });

  it('shows a name as text', () => {
    expect(mail.html).not.toContain('<img');
    expect(mail.text).toContain(HOSTILE);
  });
});

describe('an invitation', () => {
  const link = 'https://chat.acme.example/app/sign-in?email=kim%40acme.example';
  const facts = {
    name: 'Kim',
    email: 'kim@acme.example',
    siteName: 'Acme Outdoor',
    inviter: 'Robin',
    link,
  };

  it('says who invites to what, and how to get in', () => {
    const mail = invitationMail({ ...facts, role: 'agent' });
    expect(mail.subject).toBe('Robin invited you to the team of Acme Outdoor');
    expect(mail.text).toContain('kim@acme.example');
    expect(mailLink(mail.text)).toEqual({ is: 'invitation', url: link });
  });

  it('says what an owner may do that an agent may not', () => {
    expect(invitationMail({ ...facts, role: 'owner' }).text).toContain('change every setting');
    expect(invitationMail({ ...facts, role: 'agent' }).text).not.toContain('setting');
  });

  it('shows what people called themselves and their website as text', () => {
    const hostile = { name: HOSTILE, inviter: HOSTILE, siteName: HOSTILE };
    expect(invitationMail({ ...facts, ...hostile, role: 'agent' }).html).not.toContain('<img');
  });
});

describe('a link in a mail', () => {
  it.each([
    'https://chat.acme.example/app/sign-in/short',
    `https://chat.acme.example/app/sign-in/${TOKEN}x`,
    `https://chat.acme.example/elsewhere/app/sign-in/${TOKEN}`,
    `https://chat.acme.example/app/sign-in/${TOKEN}?next=%22onclick`.replace('%22', '|'),
    'https://chat.acme.example/join/',
  ])('%s is none of ours', (url) => {
    expect(mailLink(`Open: ${url}`)).toBe(undefined);
  });
});
