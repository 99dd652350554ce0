/** Foreign words as one line of plain text that shows what it says, leads nowhere and fits. Pure. */

/** Addresses with a scheme or `www.`; mail addresses, which stay; and the dots inside of bare host names. */
const ADDRESSES =
  /(?:[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S+|([\w.+-]+@[\w.-]+)|(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/giu;

/**
 * Whatever has no picture of its own: private and lone code units, direction overrides and other format
 * characters. Joiners stay: emoji and Persian are spelled with them.
 */
const INVISIBLE = /[\p{Co}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** More marks than any script puts on one letter: they would run over the lines above and below. */
const PILED_UP = /(\p{M}{4})\p{M}+/gu;

/**
 * The text as one line. An address becomes `[link]`, and a dot inside of a bare host name gets a space
 * after it, so that no mail reader makes a link of either; a mail address is a fact and stays.
 */
export function plainLine(text: string): string {
  return withoutPiles(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').replaceAll(INVISIBLE, ''))
    .replaceAll(ADDRESSES, (found, mail: string | undefined) =>
      found === '.' ? '. ' : (mail ?? '[link]'),
    )
    .trim();
}

/** The text with no more marks on a letter than stay in their line. */
export function withoutPiles(text: string): string {
  return text.replaceAll(PILED_UP, '$1');
}

let graphemes: Intl.Segmenter | undefined;

/** So much of a word, in UTF-16 units, is given up to end a shortened line between words. */
const MAX_WORD_LOST = 16;

/**
 * The text, with an ellipsis in place of what exceeds `max` UTF-16 units. Cut between words where one
 * ends nearby, and never inside of what a reader sees as one character.
 */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  // A character longer than this is none.
  const start = text.slice(0, 2 * max + MAX_WORD_LOST);
  const cut = graphemes.segment(start).containing(max - 1)?.index ?? 0;
  const space = text.lastIndexOf(' ', cut);
  const end = space > 0 && cut - space <= MAX_WORD_LOST ? space : cut;
  return `${text.slice(0, end).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
