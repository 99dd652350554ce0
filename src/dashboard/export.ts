/** A conversation as a file to keep. Nothing in it does anything, whichever program opens it. */
import type { Entry } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';
import { authorName, countryName, DEVICES, languageName } from './conversation-words.ts';
import { decisionWords, eventWords, LABELS } from './event-words.ts';

/** A whole conversation. */
export interface Transcript {
  conversation: string;
  about: About;
  state: StateView;
  entries: readonly Entry[];
}

/** The entries as they are, and what is known about the visitor. */
export function asJson({ conversation, about, state, entries }: Transcript): string {
  return `${JSON.stringify({ conversation, about, state, entries }, null, 2)}\n`;
}

/** The conversation to be read. Everything anybody said is indented; times are UTC. */
export function asText(transcript: Transcript, assistant: string): string {
  const { conversation, about, entries } = transcript;
  const { page, contact, country, device, locale } = about;
  const head = [
    `Conversation with a visitor of ${oneLine(about.siteName)}`,
    '',
    fact('Conversation', conversation),
    fact('Page', [page?.title, page?.url].filter(Boolean).join(' · ')),
    fact('Came from', page?.referrer),
    fact('Email', contact),
    fact('Country', country && countryName(country)),
    fact('Device', device && DEVICES[device]),
    fact('Language', locale && languageName(locale)),
  ].filter((line) => line !== null);
  const body = entries.map((entry) => entryText(entry, assistant));
  return `${head.join('\n')}\n\n${body.join('\n\n')}\n`;
}

/**
 * A name for the file: letters, digits, dots and hyphens, whatever the website is called.
 *
 * @param extension without a dot
 */
export function fileName(
  { conversation, about, entries }: Transcript,
  extension: 'txt' | 'json',
): string {
  const day = new Date(entries[0]?.at ?? 0).toISOString().slice(0, 10);
  const site = about.site.replaceAll(/[^a-z0-9]+/g, '-');
  return `${site}-${day}-${conversation.replaceAll(/[^0-9a-f]/g, '').slice(0, 8)}.${extension}`;
}

function entryText(entry: Entry, assistant: string): string {
  const at = `[${new Date(entry.at).toISOString().slice(0, 19).replace('T', ' ')} UTC]`;
  if (entry.kind === 'message') {
    const who = oneLine(authorName(entry, assistant));
    const notes = [
      ...(entry.interrupted ? ['(cut off here)'] : []),
      ...(entry.unanswered ? ['(no answer found)'] : []),
      ...(entry.sources ?? []).map(
        ({ title, url }) => `(from: ${oneLine([title, url].filter(Boolean).join(' · '))})`,
      ),
    ];
    return [`${at} ${who}`, ...linesOf(entry.text).map(indented), ...notes.map(indented)].join(
      '\n',
    );
  }
  const words =
    entry.event === 'intent.decided'
      ? `${LABELS[entry.label]}, ${decisionWords(entry)}`
      : eventWords(entry, assistant);
  const [first = '', ...more] = linesOf(words);
  return [`${at} * ${first}`, ...more.map(indented)].join('\n');
}

function fact(name: string, value: string | undefined): string | null {
  return value ? `${name}: ${oneLine(value)}` : null;
}

/** Spreadsheets take a line that begins like this for a formula, also after spaces. */
const FORMULA = /^\s*[=+\-@]/;

function indented(line: string): string {
  return `    ${FORMULA.test(line) ? `'${line}` : line}`;
}

/** Everything that some program breaks a line at. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

function linesOf(text: string): string[] {
  return text.split(LINE_BREAK).map(plain);
}

function oneLine(text: string): string {
  return linesOf(text).join(' ').trim();
}

/** Controls are signals to terminals: what is left of them is that there was one. The tab is a space. */
function plain(line: string): string {
  return line.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '\u{fffd}');
}
