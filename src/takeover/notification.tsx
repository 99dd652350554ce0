/** The mail that asks the team to take over, and the one that reminds it. Pure: facts in, words out. */
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

/** Puts the mail into words. Whatever the visitor typed stays text: escaped in HTML, as it is in plain. */
export function takeoverMail(facts: TakeoverFacts): Words {
  const { siteName, assistantName, contact, link, isReminder } = facts;
  const happens = isReminder ? 'is still waiting for a person' : 'would like to talk to a person';
  const table = {
    Why: reasonWords(facts.reason, assistantName),
    Waiting: waitedWords(facts.waitedMs),
    Page: pageWords(facts.page),
    ...(contact !== undefined && { 'Email address': contact }),
  };
  const meanwhile = `${assistantName} goes on answering until someone takes over. The link works for as long as the visitor waits.`;
  const subject = `${siteName}: a visitor ${happens}`;
  const text = [
    `A visitor on ${siteName} ${happens}.`,
    `Take over: ${link}`,
    ...saidText(facts),
    factsText(table),
    meanwhile,
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>
        A visitor on {siteName} {happens}
      </h1>
      <MailButton link={link}>Take over the conversation</MailButton>
      <Said messages={facts.messages} summary={facts.summary} />
      <Facts facts={table} />
      <p style={mailStyles.line}>{meanwhile}</p>
      <MailAddress link={link} />
    </>,
  );
  return { subject, text, html };
}

function reasonWords(reason: OfferReason, assistantName: string): string {
  const reasons: Record<OfferReason, string> = {
    asked: 'They asked for a person.',
    button: 'They pressed “Talk to a person”.',
    frustrated: `They seemed unhappy with ${assistantName}’s answers.`,
    unanswered: `${assistantName} could not answer them twice in a row.`,
  };
  return reasons[reason];
}
