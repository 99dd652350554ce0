/** The mail that brings the team an address a visitor left. Pure: facts in, words out. */
import { fill } from '../language/fill.ts';
import { ENGLISH } from '../language/speech.ts';
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';
import {
  Facts,
  factsText,
  pageWords,
  Said,
  saidText,
  type VisitorFacts,
} from './visitor-words.tsx';

export interface ContactFacts extends VisitorFacts {
  contact: string;
  /** Where a member reads the whole conversation, absolute. */
  link: string;
}

/** Puts the mail into words; an answer to it goes to the visitor. */
export function contactMail(facts: ContactFacts, pen = ENGLISH): Words {
  const { siteName: site, contact, link } = facts;
  const { words, tongue } = pen;
  const table = { [words.email]: contact, [words.page]: pageWords(facts.page, pen) };
  const title = fill(words.contact, { site });
  const subject = fill(words.contactSubject, { site });
  const text = [
    title,
    fill(words.contactAt, { contact }),
    words.answerThis,
    ...saidText(facts, pen),
    factsText(table),
    `${words.read}: ${link}`,
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>{title}</h1>
      <p style={mailStyles.line}>{words.answerThis}</p>
      <Facts facts={table} />
      <Said messages={facts.messages} summary={facts.summary} words={words} />
      <MailButton link={link}>{words.read}</MailButton>
      <MailAddress link={link} words={words} />
    </>,
    tongue,
  );
  return { subject, text, html };
}
