/** The mail that names several visitors at once, where one for each would be too many. Pure. */
import type { CSSProperties } from 'preact';
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { MailKind } from '../site/team-mails.ts';
import { factsText, oneLine, waitedWords } from './visitor-words.tsx';

export interface DigestFacts {
  siteName: string;
  /** The Live page, absolute. */
  link: string;
  named: readonly {
    kind: MailKind;
    /** Where this conversation is opened, absolute. */
    link: string;
    /** As the Live page shows it; absent once it does not any more. */
    card: Card | undefined;
  }[];
  now: Millis;
}

/** Puts the mail into words. Whatever a visitor typed stays text. */
export function digestMail({ siteName, link, named, now }: DigestFacts): Words {
  const count = new Set(named.map((one) => one.link)).size;
  const who = count === 1 ? 'A visitor has' : `${count} visitors have`;
  const title = `${who} asked for you on ${siteName}`;
  const why = 'There were so many requests within an hour that these come in one mail.';
  const items = named.map((one) => ({
    link: one.link,
    said: one.card?.lastLine ? oneLine(one.card.lastLine) : 'This chat has ended.',
    facts: factsOf(one, now),
  }));
  const subject = `${siteName}: ${count === 1 ? 'a visitor' : `${count} visitors`} asked for you`;
  const text = [
    `${title}.`,
    why,
    `See who is there: ${link}`,
    ...items.map((item) => `> ${item.said}\n${factsText(item.facts)}\nOpen: ${item.link}`),
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>{title}</h1>
      <p style={mailStyles.line}>{why}</p>
      <MailButton link={link}>See who is there</MailButton>
      {items.map((item) => (
        <p style={styles.item}>
          <a href={item.link} dir="auto">
            {item.said}
          </a>
          <br />
          {Object.entries(item.facts)
            .map(([name, value]) => `${name}: ${value}`)
            .join(' · ')}
        </p>
      ))}
      <MailAddress link={link} />
    </>,
  );
  return { subject, text, html };
}

function factsOf(
  { kind, card }: DigestFacts['named'][number],
  now: Millis,
): Record<string, string> {
  const isWaiting = card?.phase === 'waiting' && card.waitingSince !== undefined;
  return {
    What: WHAT[kind],
    ...(isWaiting && { Waiting: waitedWords(now - (card.waitingSince ?? now)) }),
    ...(card?.contact !== undefined && { 'Email address': card.contact }),
  };
}

const WHAT: Readonly<Record<MailKind, string>> = {
  call: 'wants to talk to a person',
  reminder: 'still wants to talk to a person',
  contact: 'left an email address',
};

const styles = {
  item: { margin: '0 0 12px', overflowWrap: 'anywhere' },
} satisfies Record<string, CSSProperties>;
