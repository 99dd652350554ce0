/** The mail that names several visitors at once, where one for each would be too many. Pure. */
import type { CSSProperties } from 'preact';
import { count } from '../language/fill.ts';
import { ENGLISH, type Pen } from '../language/speech.ts';
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
    /** The conversation as it is. */
    card: Card;
  }[];
  now: Millis;
}

/** Puts the mail into words. Whatever a visitor typed stays text. */
export function digestMail(facts: DigestFacts, pen = ENGLISH): Words {
  const { siteName: site, link, named, now } = facts;
  const { words, tongue } = pen;
  const visitors = new Set(named.map((one) => one.link)).size;
  const title = count(words.digest, visitors, tongue, { site });
  const items = named.map((one) => ({
    link: one.link,
    said: one.card.lastLine ? oneLine(one.card.lastLine) : words.chatEnded,
    facts: factsOf(one, now, pen),
  }));
  const subject = count(words.digestSubject, visitors, tongue, { site });
  const text = [
    title,
    words.digestWhy,
    `${words.seeWho}: ${link}`,
    ...items.map((item) => `> ${item.said}\n${factsText(item.facts)}\n${words.open}: ${item.link}`),
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>{title}</h1>
      <p style={mailStyles.line}>{words.digestWhy}</p>
      <MailButton link={link}>{words.seeWho}</MailButton>
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
      <MailAddress link={link} words={words} />
    </>,
    tongue,
  );
  return { subject, text, html };
}

function factsOf(
  { kind, card }: DigestFacts['named'][number],
  now: Millis,
  pen: Pen,
): Record<string, string> {
  const { words } = pen;
  const isWaiting = card.phase === 'waiting' && card.waitingSince !== undefined;
  return {
    [words.what]: words[WHAT[kind]],
    ...(isWaiting && { [words.waiting]: waitedWords(now - (card.waitingSince ?? now), pen) }),
    ...(card.contact !== undefined && { [words.email]: card.contact }),
  };
}

const WHAT: Readonly<Record<MailKind, 'wantsPerson' | 'stillWants' | 'leftAddress'>> = {
  call: 'wantsPerson',
  reminder: 'stillWants',
  contact: 'leftAddress',
};

const styles = {
  item: { margin: '0 0 12px', overflowWrap: 'anywhere' },
} satisfies Record<string, CSSProperties>;
