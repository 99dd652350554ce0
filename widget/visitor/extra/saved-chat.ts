/** The chat as a text file: who said what, and when. Made in the browser, from what it shows. Pure. */
import type { Words } from '../../../src/language/language.ts';
import type { PublicSettings } from '../../../src/protocol/public-settings.ts';
import { plainLines } from '../../shared/plain-lines.ts';
import type { Row } from '../talk/rows.ts';

/**
 * The file's text. What somebody said cannot look like a line of somebody else's, whatever breaks lines in
 * the program that opens it: it is indented, and holds no signal to a terminal.
 *
 * @param heading the first line, told when that is
 */
export function savedChat(
  heading: (when: string) => string,
  rows: readonly Row[],
  words: Words,
  language: string,
  now: number,
): string {
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  let name = '';
  const lines = rows.map((row) => {
    if (row.kind === 'message') name = row.name ?? (row.role === 'visitor' ? words.you : name);
    const said =
      row.kind === 'line' ? `* ${row.text}` : `${name}: ${row.text}${remarks(row, words)}`;
    return `[${moment.format(row.at)}] ${plainLines(said).join('\n    ')}`;
  });
  return [heading(moment.format(now)), '', ...lines, ''].join('\n');
}

/** The file's name: the website, and the day. */
export function savedName(
  { name, site }: Pick<PublicSettings, 'name' | 'site'>,
  now: number,
): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || site;
  const date = new Date(now);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${plain}-chat-${day.map((part) => `${part}`.padStart(2, '0')).join('-')}.txt`;
}

function remarks({ message }: Extract<Row, { kind: 'message' }>, words: Words): string {
  const sources = message?.sources?.map(({ title, url }) => (url ? `${title} (${url})` : title));
  return [
    message?.interrupted && words.interrupted,
    sources?.[0] && `${words.sources}: ${sources.join(', ')}`,
  ]
    .filter(Boolean)
    .map((remark) => `\n(${remark})`)
    .join('');
}
