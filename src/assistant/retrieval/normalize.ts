/** Text to comparable words: folded, split and lightly stemmed. */

import { gramsAndSinglesOf, isHangul, isUnspaced, runsOf } from './scripts.ts';

/** The longest word worth looking at, in UTF-16 units; anything longer is no word. */
const MAX_WORD_CHARS = 32;

/** Marks that only colour a letter: accents, points, vowel signs of Arabic. Those of kana stay. */
const ACCENTS =
  /(?<![\p{Script=Hiragana}\p{Script=Katakana}])[[\p{M}]&&[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]]+/gv;

/** Joiners inside of words, the stroke that lengthens Arabic words, and the dot under Hindi letters. */
const UNSPOKEN = /\u200c|\u200d|\u0640|\u093c/g;

/** Letters of one sound that writers mix. */
const VARIANTS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  'ँ': 'ं',
};

/**
 * Lower case without accents, ß as ss, English contractions as one word ("haven't" as `havent`,
 * "what's" as `what`). Marks that make another letter stay: those of kana, Thai and Indian scripts.
 * Whatever the text holds, never throws.
 */
export function normalize(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(UNSPOKEN, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßıłđøةىیک]|\u0901/g, (letter) => VARIANTS[letter] ?? letter);
  return folded.replace(/n['’]t\b/g, 'nt').replace(/(\w)['’](?:s|re|ve|ll|d|m)\b/g, '$1');
}

/**
 * The words of a normalized text, in order: runs of letters or digits. Single letters are left out
 * (what an apostrophe cuts off), single digits are not. Scripts without spaces, and Korean, come in
 * pairs of characters; see scripts.ts.
 */
export function split(normalized: string): string[] {
  return runsOf(normalized).flatMap((run) =>
    isUnspaced(run) || isHangul(run) ? gramsAndSinglesOf(run) : wordOf(run),
  );
}

/** A run as a word: none if it is a single letter, cut if it is endless. */
export function wordOf(run: string): string[] {
  return run.length > 1 || /\p{N}|\p{Lo}/u.test(run) ? [cut(run)] : [];
}

function cut(word: string): string {
  return word.length <= MAX_WORD_CHARS ? word : word.slice(0, MAX_WORD_CHARS);
}

/** Before an Arabic word of three letters or more: "the", alone or with "and", "in", "for", "as". */
const ARABIC_ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل|و(?=\p{L}{4}))(?=\p{L}{3})/u;

/**
 * What a word has in common with its other forms: plural and verb endings go as English has them, which
 * does other European languages little good and no harm. Stems are for comparing, not for reading.
 */
export function stem(word: string): string {
  if (/^[\u0620-\u064a]/.test(word)) return word.replace(ARABIC_ARTICLE, '');
  let rest = word;
  if (rest.length > 4 && rest.endsWith('ies')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 4 && /(ss|sh|ch|x)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (rest.length > 3 && /[^siu]s$/.test(rest)) rest = rest.slice(0, -1);
  for (const ending of ['ing', 'ed', 'en']) {
    const base = rest.slice(0, -ending.length);
    if (rest.endsWith(ending) && base.length >= 3 && /[aeiouy]/.test(base)) {
      rest = base.replace(/([bdgmnprt])\1$/, '$1');
      break;
    }
  }
  return rest.length > 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}
