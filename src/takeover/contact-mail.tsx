/** The mail that brings the team an address a visitor left. Pure: facts in, words out. */
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
export function contactMail(facts: ContactFacts): Words {
  const { siteName, contact, link } = facts;
  const table = { 'Email address': contact, Page: pageWords(facts.page) };
  const how = 'Answer this mail to write to them.';
  const subject = `${siteName}: a visitor left an email address`;
  const text = [
    `A visitor on ${siteName} would like to hear from you at ${contact}.`,
    how,
    ...saidText(facts),
    factsText(table),
    `The whole conversation: ${link}`,
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>A visitor on {siteName} would like to hear from you</h1>
      <p style={mailStyles.line}>{how}</p>
      <Facts facts={table} />
      <Said messages={facts.messages} summary={facts.summary} />
      <MailButton link={link}>Read the conversation</MailButton>
      <MailAddress link={link} />
    </>,
  );
  return { subject, text, html };
}
