/** The mail that asks the team to take over. Pure: facts in, words out. */
import type { CSSProperties, ComponentChildren } from 'preact';
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';
import type { Millis, OfferReason } from '../protocol/entry.ts';

export interface TakeoverFacts {
  siteName: string;
  assistantName: string;
  /** Where the visitor is, if their browser said. */
  page?: { url?: string; title?: string };
  /** What the visitor wrote, oldest first; the last one is what they said most recently. */
  messages: readonly string[];
  /** What it is about, in two or three lines, separated by newlines; empty where nobody can tell. */
  summary: string;
  reason: OfferReason;
  /** How long the visitor has been waiting. */
  waitedMs: Millis;
  /** The takeover link, absolute. */
  link: string;
}

const SUMMARY_TITLE = 'In short';

const SILENT = 'They have not written anything yet.';

/** How many of the visitor's earlier messages the mail quotes. */
const QUOTED = 4;

/** Puts the mail into words. Whatever the visitor typed stays text: escaped in HTML, as it is in plain. */
export function takeoverMail(facts: TakeoverFacts): Words {
  const all = facts.messages.map(visible);
  const last = all.at(-1);
  const before = all.slice(0, -1).slice(-QUOTED);
  const summary = facts.summary.split(LINE_BREAK).map(oneLine).filter(Boolean);
  const { siteName, assistantName, link } = facts;
  const reason = reasonWords(facts.reason, assistantName);
  const waited = waitedWords(facts.waitedMs);
  const where = pageWords(facts.page);
  const meanwhile = `${assistantName} goes on answering until someone takes over. The link works for as long as the visitor waits.`;
  const subject = `${siteName}: a visitor would like to talk to a person`;
  const text = [
    `A visitor on ${siteName} would like to talk to a person.`,
    `Take over: ${link}`,
    ...(summary.length > 0 ? [`${SUMMARY_TITLE}:\n${summary.map(item).join('\n')}`] : []),
    last === undefined ? SILENT : `Their last message:\n${quote(last)}`,
    ...(before.length > 0 ? [`What they wrote before:\n${before.map(quote).join('\n>\n')}`] : []),
    [`Why: ${reason}`, `Waiting: ${waited}`, `Page: ${where}`].join('\n'),
    meanwhile,
  ].join('\n\n');
  const html = renderMail(
    subject,
    <>
      <h1 style={mailStyles.title}>A visitor on {siteName} would like to talk to a person</h1>
      <MailButton link={link}>Take over the conversation</MailButton>
      {summary.length > 0 && <h2 style={styles.label}>{SUMMARY_TITLE}</h2>}
      {summary.map((line) => (
        <p dir="auto" style={styles.summary}>
          {line}
        </p>
      ))}
      {last === undefined ? (
        <p style={mailStyles.line}>{SILENT}</p>
      ) : (
        <>
          <h2 style={styles.label}>Their last message</h2>
          <Quote>{last}</Quote>
        </>
      )}
      {before.length > 0 && <h2 style={styles.label}>What they wrote before</h2>}
      {before.map((message) => (
        <Quote>{message}</Quote>
      ))}
      <table style={styles.table}>
        <Fact name="Why">{reason}</Fact>
        <Fact name="Waiting">{waited}</Fact>
        <Fact name="Page">{where}</Fact>
      </table>
      <p style={mailStyles.line}>{meanwhile}</p>
      <MailAddress link={link} />
    </>,
  );
  return { subject, text, html };
}

function Quote({ children }: { children: string }) {
  return (
    <blockquote dir="auto" style={styles.quote}>
      {children}
    </blockquote>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <tr>
      <td style={styles.factName}>{name}</td>
      <td style={styles.fact}>{children}</td>
    </tr>
  );
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

function waitedWords(waitedMs: Millis): string {
  const minutes = Math.floor(waitedMs / 60_000);
  if (minutes < 1) return 'since just now';
  return minutes === 1 ? 'for a minute' : `for ${minutes} minutes`;
}

function pageWords(page: TakeoverFacts['page']): string {
  const title = oneLine(page?.title ?? '');
  const url = oneLine(page?.url ?? '');
  if (!title && !url) return 'not known';
  return title && url ? `${title} (${url})` : title || url;
}

function quote(message: string): string {
  return message
    .split(LINE_BREAK)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** No line of the summary begins as one of ours does. */
function item(line: string): string {
  return `- ${line}`;
}

/** Everything that some mail reader takes for the end of a line. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** What a browser says about its page must not look like lines of ours. */
function oneLine(text: string): string {
  return visible(text).split(LINE_BREAK).join(' ').trim();
}

/** NUL has no place in a mail; its picture has. */
function visible(text: string): string {
  return text.replaceAll('\0', '\u2400');
}

const styles = {
  label: { margin: '16px 0 8px', fontSize: '13px', color: '#5b6474', fontWeight: 600 },
  summary: { margin: '0 0 4px', overflowWrap: 'anywhere' },
  quote: {
    margin: '0 0 8px',
    padding: '8px 12px',
    borderInlineStart: '3px solid #c9d2e3',
    background: '#f7f8fa',
    color: '#1d2330',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  table: { margin: '16px 0', borderCollapse: 'collapse' },
  factName: { padding: '2px 16px 2px 0', color: '#5b6474', verticalAlign: 'top' },
  fact: { padding: '2px 0', overflowWrap: 'anywhere' },
} satisfies Record<string, CSSProperties>;
