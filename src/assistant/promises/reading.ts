/** A sentence as the patterns read it, whatever it was dressed up with. */
import { fold } from '../../intent/fold.ts';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const EMPHASIS = /[*_`~]/g;
const INVISIBLE = /\p{Cf}/gu;
const PAUSES = /…|\.{2,}|https?:\S+/g;
/** Full stops that end nothing: of numbers, of abbreviations. */
const STOPS =
  /\.(?=\s*[\p{Ll}\d])|(?<=(?<!\p{L})(?:\p{L}|[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof|[Ss]ra?|[Ss]t|[HhFf]r))\./gu;
const COMMAS = /[,،、，]/;
const BREAKS = /[;:؛；：—–()]|\s-+\s/g;
/** Words put between two of them can be left out: "I have, as you asked, told the team". */
const ASIDE = /[,،、，—–(]\s*[^,،、，—–();:.!?]{1,40}[,،、，—–)]|\s-+\s[^-.!?]{1,40}\s-+\s/g;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/** The folded words of a piece without commas. Sentence marks become `;`. */
export function wordsOf(piece: string): string[] {
  return fold(piece.replace(EMPHASIS, '').normalize('NFKC')).map(({ text }) =>
    text === '.' || text === '?' ? ';' : hindi(text),
  );
}

/** Spellings that Hindi writers and Unicode itself do not agree on. */
function hindi(word: string): string {
  return word.replace(/ँ/g, 'ं').replace(/़/g, '');
}

/** Folds the words within a pattern and leaves its signs alone. */
export function foldPattern(pattern: string): string {
  return pattern.replace(WORD, (word) => joined(wordsOf(word)));
}

/**
 * All the ways to read a sentence that a claim might hide between: with and without what is put in
 * brackets, dashes or commas, invisible characters taken for nothing and for spaces.
 */
export function readingsOf(sentence: string): Set<string> {
  const readings = new Set<string>();
  for (const instead of ['', ' ']) {
    const visible = sentence
      .replace(PAUSES, ' ')
      .replace(STOPS, ' ')
      .replace(INVISIBLE, instead)
      .normalize('NFKC');
    for (const text of [visible, visible.replace(ASIDE, ' ')]) {
      const clauses = text.replace(BREAKS, ' . ').split(COMMAS);
      readings.add(` ${clauses.map((clause) => joined(wordsOf(clause))).join(' , ')} `);
    }
  }
  return readings;
}

/** One space between words, and none within a script that has none. */
function joined(words: readonly string[]): string {
  let text = '';
  let last = '';
  for (const word of words) {
    const isGlued = text === '' || (UNSPACED.test(last) && UNSPACED.test(word));
    text += isGlued ? word : ` ${word}`;
    last = word;
  }
  return text;
}

/** Whether a character is a word of its own, next to others of its kind. */
export function isUnspaced(character: string): boolean {
  return character > '\u10ff' && UNSPACED.test(character);
}
