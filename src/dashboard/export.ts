/**
 * A conversation as a file to keep. Nothing in it does anything, whichever program opens it. A file is made
 * piece by piece, as the log comes: a long one is never held as a whole.
 */
import type { Entry, Millis } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';
import { authorName, countryName, DEVICES, languageName } from './conversation-words.ts';
import { attributeFacts, identityFacts } from '../../widget/shared/identity-words.ts';
import { plainLines } from '../../widget/shared/plain-lines.ts';
import { teamLine } from '../../widget/shared/team-lines.ts';
import { decisionWords, LABELS } from './decision-words.ts';

/** A whole conversation, but for its entries. */
export interface Headed {
  conversation: string;
  about: About;
  state: StateView;
}

/** The log, in pages, oldest first. What fails in it fails the file. */
export type Pages = AsyncIterable<readonly Entry[]>;

/** The entries as they are, and what is known about the visitor. */
export async function* asJson(
  { conversation, about, state }: Headed,
  pages: Pages,
): AsyncGenerator<string> {
  const head = JSON.stringify({ conversation, about, state }, null, 2);
  yield `${head.slice(0, head.lastIndexOf('\n}'))},\n  "entries": [`;
  let before = '';
  for await (const entries of pages) {
    let text = '';
    for (const entry of entries) {
      text += `${before}\n    ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`;
      before = ',';
    }
    yield text;
  }
  yield '\n  ]\n}\n';
}

/** The conversation to be read. Everything anybody said is indented; times are UTC. */
export async function* asText(
  { conversation, about }: Headed,
  pages: Pages,
  assistant: string,
): AsyncGenerator<string> {
  const { page, contact, country, device, locale, identity, attributes } = about;
  const head = [
    `Conversation with a visitor of ${oneLine(about.siteName)}`,
    '',
    fact('Conversation', conversation),
    fact('Page', [page?.title, page?.url].filter(Boolean).join(' · ')),
    fact('Came from', page?.referrer),
    fact('Email', contact),
    ...identityFacts(identity ?? {}).map(({ name, value, isVerified }) =>
      fact(name, `${value} (${isVerified ? 'verified' : 'not verified'})`),
    ),
    fact('Country', country && countryName(country)),
    fact('Device', device && DEVICES[device]),
    fact('Language', locale && languageName(locale)),
    ...attributeFacts(attributes ?? {}).map(({ name, value }) =>
      fact(`Told by the page, ${oneLine(name)}`, value),
    ),
  ].filter((line) => line !== null);
  yield `${head.join('\n')}\n`;
  for await (const entries of pages) {
    yield entries.map((entry) => `\n${entryText(entry, assistant)}\n`).join('');
  }
}

/**
 * A name for the file: letters, digits, dots and hyphens, whatever the website is called.
 *
 * @param began when the conversation did
 * @param extension without a dot
 */
export function fileName(
  { conversation, about }: Headed,
  began: Millis,
  extension: 'txt' | 'json',
): string {
  const day = new Date(began).toISOString().slice(0, 10);
  const site = about.site.replaceAll(/[^a-z0-9]+/g, '-');
  return `${site}-${day}-${conversation.replaceAll(/[^0-9a-f]/g, '').slice(0, 8)}.${extension}`;
}

function entryText(entry: Entry, assistant: string): string {
  const at = `[${new Date(entry.at).toISOString().slice(0, 19).replace('T', ' ')} UTC]`;
  if (entry.kind === 'message') {
    const who = oneLine(authorName(entry, assistant));
    const notes = [
      ...(entry.interrupted ? ['(cut off here)'] : []),
      ...(entry.fallback ? ['(not the usual way of answering)'] : []),
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
      : teamLine(entry, assistant);
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

/** A tab is a space: spreadsheets begin a cell behind it. */
function linesOf(text: string): string[] {
  return plainLines(text.replaceAll('\t', ' '));
}

function oneLine(text: string): string {
  return linesOf(text).join(' ').trim();
}
