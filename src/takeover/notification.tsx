/** The mail that asks the team to take over, and the one that reminds it. Pure: facts in, words out. */
import { fill } from '../language/fill.ts';
import type { MailWords } from '../language/language.ts';
import { ENGLISH } from '../language/speech.ts';
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';
import type { Millis, OfferReason } from '../protocol/entry.ts';
import {
  Facts,
  factsText,
  pageWords,
  Said,
  saidText,
  type VisitorFacts,
  waitedWords,
} from './visitor-words.tsx';

export interface TakeoverFacts extends VisitorFacts {
  reason: OfferReason;
  /** How long the visitor has been waiting. */
  waitedMs: Millis;
  /** The takeover link, absolute. */
  link: string;
  /** The team was called before, and nobody came. */
  isReminder: boolean;
}

const WHY: Readonly<Record<OfferReason, 'asked' | 'pressed' | 'unhappy' | 'unanswered'>> = {
  asked: 'asked',
  button: 'pressed',
  frustrated: 'unhappy',
  unanswered: 'unanswered',
};

/** Puts the mail into words. Whatever the visitor typed stays text: escaped in HTML, as it is in plain. */
export function takeoverMail(facts: TakeoverFacts, pen = ENGLISH): Words {
  const { siteName: site, assistantName: assistant, contact, link, isReminder } = facts;
  const { words, tongue } = pen;
  const put = (name: NameOfSentence) => fill(words[name], { site, assistant });
  const table = {
    [words.why]: put(WHY[facts.reason]),
    [words.waiting]: waitedWords(facts.waitedMs, pen),
    [words.page]: pageWords(facts.page, pen),
    ...(contact !== undefined && { [words.email]: contact }),
  };
  const title = put(isReminder ? 'reminder' : 'call');
  const subject = put(isReminder ? 'reminderSubject' : 'callSubject');
  const text = [
    title,
    `${words.takeOver}: ${link}`,
    ...saidText(facts, pen),
    factsText(table),
    put('meanwhile'),
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>{title}</h1>
      <MailButton link={link}>{words.takeOver}</MailButton>
      <Said messages={facts.messages} summary={facts.summary} words={words} />
      <Facts facts={table} />
      <p style={mailStyles.line}>{put('meanwhile')}</p>
      <MailAddress link={link} words={words} />
    </>,
    tongue,
  );
  return { subject, text, html };
}

/** The names of sentences that have no count in them. */
type NameOfSentence = {
  [Name in keyof MailWords]: MailWords[Name] extends string ? Name : never;
}[keyof MailWords];
