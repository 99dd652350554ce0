/** Runs of text from a page, put together as the text of an article. Pure. */
import { MAX_TEXT_CHARS, MAX_TITLE_CHARS } from './articles.ts';
import { decodeEntities } from './entities.ts';

/** What may stand between two runs of text, narrowest first. */
const GAPS = ['', ' ', '\n', '\n\n'] as const;
export type Gap = (typeof GAPS)[number];

/** Puts runs of text together. Between two of them stands the widest gap that was asked for. */
export class TextWriter {
  #written = '';
  #raw = '';
  #gap: Gap = '';
  #mark = '';

  add(raw: string): void {
    this.#raw += raw;
  }

  /** What the next run begins with. */
  mark(mark: string): void {
    this.#mark = mark;
  }

  /** The run is over. Two line breaks in a row are a gap between paragraphs. */
  part(by: Gap | 'br'): void {
    // A character reference may come in two chunks: it is read when its run is whole.
    const run = decodeEntities(this.#raw).replaceAll(/\s+/g, ' ').trim();
    this.#raw = '';
    if (run !== '') {
      this.#written += this.#gap + this.#mark + run;
      this.#gap = '';
      this.#mark = '';
    }
    const gap = by !== 'br' ? by : this.#gap.startsWith('\n') ? '\n\n' : '\n';
    if (GAPS.indexOf(gap) > GAPS.indexOf(this.#gap)) this.#gap = gap;
  }

  end(): string {
    this.part('');
    return tidy(this.#written);
  }
}

/** Text as an article holds it: without trailing space and long gaps, as much as fits. */
export function tidy(text: string): string {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return shorten(lines, MAX_TEXT_CHARS);
}

/** A title as an article has it: one line, as much as fits. */
export function tidyTitle(text: string): string {
  return shorten(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_TITLE_CHARS);
}

function shorten(text: string, chars: number): string {
  if (text.length <= chars) return text;
  return text
    .slice(0, chars)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trim();
}
