/** What every mail about a visitor says of them. Whatever they typed stays text. Pure. */
import type { CSSProperties, ComponentChildren } from 'preact';
import type { MailWords } from '../language/language.ts';
import type { Pen } from '../language/speech.ts';
import { span } from '../language/times.ts';
import type { Millis } from '../protocol/entry.ts';
import { withoutPiles } from '../assistant/prompt/plain-line.ts';
import { mailStyles } from '../mail/frame.tsx';

/** What is known of a visitor and of what they said. */
export interface VisitorFacts {
  siteName: string;
  assistantName: string;
  /** Where the visitor is, if their browser said. */
  page?: { url?: string; title?: string };
  /** The email address they left. */
  contact?: string;
  /** What the visitor wrote, oldest first; the last one is what they said most recently. */
  messages: readonly string[];
  /** What it is about, in two or three lines, separated by newlines; empty where nobody can tell. */
  summary: string;
}

/** How many of the visitor's earlier messages a mail quotes. */
const QUOTED = 4;

/** What was said, as paragraphs of plain text. */
export function saidText({ messages, summary }: VisitorFacts, { words }: Pen): string[] {
  const { last, before, lines } = saidIn(messages, summary);
  return [
    ...(lines.length > 0 ? [`${words.inShort}:\n${lines.map(item).join('\n')}`] : []),
    last === undefined ? words.silent : `${words.lastMessage}:\n${quote(last)}`,
    ...(before.length > 0 ? [`${words.before}:\n${before.map(quote).join('\n>\n')}`] : []),
  ];
}

/** The same in HTML. */
export function Said({
  messages,
  summary,
  words,
}: Pick<VisitorFacts, 'messages' | 'summary'> & { words: MailWords }) {
  const { last, before, lines } = saidIn(messages, summary);
  return (
    <>
      {lines.length > 0 && <h2 style={styles.label}>{words.inShort}</h2>}
      {lines.map((line) => (
        <p dir="auto" style={styles.summary}>
          {line}
        </p>
      ))}
      {last === undefined ? (
        <p style={mailStyles.line}>{words.silent}</p>
      ) : (
        <>
          <h2 style={styles.label}>{words.lastMessage}</h2>
          <Quote>{last}</Quote>
        </>
      )}
      {before.length > 0 && <h2 style={styles.label}>{words.before}</h2>}
      {before.map((message) => (
        <Quote>{message}</Quote>
      ))}
    </>
  );
}

/** Named facts, as lines of plain text. */
export function factsText(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** The same in HTML. */
export function Facts({ facts }: { facts: Readonly<Record<string, string>> }) {
  return (
    <table style={styles.table}>
      {Object.entries(facts).map(([name, value]) => (
        <Fact name={name}>{value}</Fact>
      ))}
    </table>
  );
}

function saidIn(messages: readonly string[], summary: string) {
  const all = messages.map(visible);
  return {
    last: all.at(-1),
    before: all.slice(0, -1).slice(-QUOTED),
    lines: summary.split(LINE_BREAK).map(oneLine).filter(Boolean),
  };
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

/** How long somebody has been waiting. */
export function waitedWords(waitedMs: Millis, { tongue, words }: Pen): string {
  return span(waitedMs, tongue) ?? words.justNow;
}

/** Where the visitor is. */
export function pageWords(page: VisitorFacts['page'], { words }: Pen): string {
  const title = oneLine(page?.title ?? '');
  const url = oneLine(page?.url ?? '');
  if (!title && !url) return words.unknown;
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
export function oneLine(text: string): string {
  return visible(text).split(LINE_BREAK).join(' ').trim();
}

/** NUL has no place in a mail; its picture has. Marks without an end on one letter would be wider than any mail. */
function visible(text: string): string {
  return withoutPiles(text).replaceAll('\0', '\u2400');
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
