/** Articles to passages: pieces of an article that read well by themselves and fit into an answer. */
import type { Article } from './passage.ts';
import { UNSPACED } from './scripts.ts';

/** What an answer may hold without becoming a page. */
export const MAX_PASSAGE_WORDS = 80;

/** In UTF-16 units, whatever they are. */
export const MAX_PASSAGE_CHARS = 640;

/** Of scripts without spaces, characters that a word takes on average. */
const CHARS_PER_WORD = 2.5;

/** A run without white space is cut after this many characters where nothing better is at hand. */
const CUT_CHARS = 160;

/** A paragraph shorter than this is a heading or an introduction, and goes with what follows. */
const HEADING_WORDS = 8;

/** The paragraphs of an article's text, short ones joined to their next, long ones cut at sentences. */
export function passagesOf(article: Article): string[] {
  const passages: string[] = [];
  let heading = '';
  for (const raw of article.text.split(/\r?\n\s*\r?\n/)) {
    const paragraph = raw.replace(/^#+\s+/gm, '').trim();
    if (paragraph === '') continue;
    const text = heading === '' ? paragraph : `${heading}\n${paragraph}`;
    heading = '';
    if (wordCount(paragraph) < HEADING_WORDS && !/[.!?。！？؟।۔]$/.test(paragraph)) heading = text;
    else passages.push(...windows(text));
  }
  if (heading !== '') passages.push(...windows(heading));
  return passages;
}

function windows(text: string): string[] {
  if (fits(text)) return [text];
  const cut: string[] = [];
  let window = '';
  for (const sentence of sentences(text).flatMap(pieces)) {
    if (window !== '' && !fits(window + sentence)) {
      cut.push(window.trim());
      window = '';
    }
    window += sentence;
  }
  cut.push(window.trim());
  return cut.filter((piece) => piece !== '');
}

/** Sentences with the white space after them, so that joining gives the text back. */
function sentences(text: string): string[] {
  return text.split(
    /(?<=[.!?…؟।۔]["'”’)]?\s+)(?=[\p{Lu}\p{Lo}\p{N}"'“‘(¿¡])|(?<=[。！？][」』”’）]?)(?![。！？」』”’）])|(?<=\n)/u,
  );
}

/** A sentence that is too long by itself, cut between words or at commas, or anywhere if it has none. */
function pieces(sentence: string): string[] {
  if (fits(sentence)) return [sentence];
  const words = sentence.match(PIECE) ?? [];
  const cut: string[] = [];
  let piece = '';
  for (const word of words) {
    if (piece !== '' && !fits(piece + word)) {
      cut.push(piece);
      piece = '';
    }
    piece += word;
  }
  return [...cut, piece];
}

const PIECE = new RegExp(`[^\\s，、；]{1,${CUT_CHARS}}[，、；]*\\s*|[，、；]+\\s*`, 'gu');

function fits(text: string): boolean {
  return text.length <= MAX_PASSAGE_CHARS && wordCount(text) <= MAX_PASSAGE_WORDS;
}

/** Words as a reader counts them: runs between white space, and what scripts without spaces make of one. */
export function wordCount(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = (unspaced > 0 ? text.replace(UNSPACED, ' ') : text).match(/\S*[\p{L}\p{N}]\S*/gu);
  const words = unspaced > 0 ? (spaced?.length ?? 0) : (text.match(/\S+/g)?.length ?? 0);
  return words + Math.ceil(unspaced / CHARS_PER_WORD);
}
