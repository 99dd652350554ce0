/** The mails that take long to come by, as the mailbox would show them, with hostile words in all of them. */
import type { Words } from '../../src/mail/frame.tsx';
import { toMime } from '../../src/mail/mime.ts';
import { mailboxPage } from '../../src/pages/mailbox.tsx';
import type { Card } from '../../src/protocol/monitor.ts';
import { contactMail } from '../../src/takeover/contact-mail.tsx';
import { digestMail } from '../../src/takeover/digest-mail.tsx';
import { oneLine } from '../../src/team/name.ts';
import { CORPUS, ODD_ADDRESSES } from '../hostile/corpus.ts';

const FROM = 'baton@acme.example';
const TEAM = 'team@acme.example';

/** As many messages as a mail quotes. */
const QUOTED = 5;

/** The mailbox page with a mail that names as many visitors as there are hostile words, and one for each way to leave an address. */
export function mailboxOfHarm(origin: string): string {
  const siteName = '<svg/onload=__pwned(/shop/)>';
  const cards = CORPUS.map(({ text }, at): Card => {
    const contact = ODD_ADDRESSES[at % ODD_ADDRESSES.length] ?? '';
    return { ...CARD, conversation: `c${at}`, lastLine: text, contact };
  });
  const digest = digestMail({
    siteName,
    link: `${origin}/app/sites/demo/live`,
    named: cards.map((card) => ({
      kind: 'contact',
      link: `${origin}/app/sites/demo/history/${card.conversation}`,
      card,
    })),
    now: 0,
  });
  const share = Math.ceil(CORPUS.length / QUOTED);
  const messages = Array.from({ length: QUOTED }, (_, at) =>
    CORPUS.slice(at * share, (at + 1) * share)
      .map(({ text }) => text)
      .join('\n'),
  );
  const contacts = CORPUS.filter(({ name }) => /^(?:url|bidi|rtl|quote)/.test(name)).map(
    ({ text }, at) =>
      contactMail({
        siteName,
        assistantName: siteName,
        page: { url: text, title: text },
        contact: ODD_ADDRESSES[at % ODD_ADDRESSES.length] ?? '',
        messages: at === 0 ? messages : [text],
        summary: oneLine(text),
        link: `${origin}/app/sites/demo/history/c${at}`,
      }),
  );
  return mailboxPage([digest, ...contacts].map(received));
}

const CARD = {
  phase: 'waiting',
  startedAt: 0,
  lastAt: 0,
  messages: 1,
  waitingSince: 0,
  visitorOnline: true,
} as const;

function received(words: Words, id: number) {
  const mail = { ...words, from: { address: FROM, name: 'Baton' }, to: TEAM };
  const raw = toMime({ ...mail, id: `m${id}`, thread: 'm' });
  return { ...words, id, at: 0, from: FROM, to: TEAM, raw };
}
