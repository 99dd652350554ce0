/** Words as the search over conversations stores and asks for them. Pure. */
import { UNSPACED } from '../assistant/retrieval/scripts.ts';

/** What the index takes for a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** More words than this make a search no better. */
const MAX_WORDS = 16;

/** What the index over addresses is made of: as many characters in a row. */
const GRAM_CHARS = 3;

/**
 * Text for the index, in which words of any script are found. The index takes a run of letters for one
 * word; so unspaced characters are given spaces, and looked for side by side.
 */
export function searchable(text: string): string {
  return text.replaceAll(UNSPACED, ' $& ');
}

/**
 * The FTS5 expression, over columns `site` and `text`, that finds a site's conversations in which every
 * word of `question` begins some word. Nothing but letters and digits of it gets in, quoted, so that
 * nothing typed is an operator or an error. Null if it holds no word.
 */
export function conversationQuery(site: string, question: string): string | null {
  const words = question.match(WORD) ?? [];
  if (words.length === 0) return null;
  const all = words.slice(0, MAX_WORDS).map((word) => `"${searchable(word).trim()}"*`);
  return `(site : "${site}") AND (text : (${all.join(' AND ')}))`;
}

/**
 * The FTS5 expression, over columns `site` and `contact` of three characters each, that finds a site's
 * conversations in which an address with this part was left, in any case. Null if the part is too short.
 */
export function addressQuery(site: string, part: string): string | null {
  // A quoted text ends where that character is.
  const literal = part.replaceAll('\0', '');
  if ([...literal].length < GRAM_CHARS) return null;
  return `(site : "/${site}/") AND (contact : "${literal.replaceAll('"', '""')}")`;
}
