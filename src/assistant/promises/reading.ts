/** A sentence as the classifier reads it, whatever it was dressed up with. Pure. */
import { fold, squeeze } from '../../intent/fold.ts';

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;
const EMPHASIS = /[*_`~]/g;
const INVISIBLE = /\p{Cf}/gu;

/** What stands between two clauses, as a word. */
export const BREAK = ',';
const BREAKS = /[,;:،؛、，；：—–()]|(?<=\s|^)-+(?=\s|$)/u;
const ADDRESSES = /https?:\/\/\S+/g;

/** Most words, which stand for themselves but for their case. */
const PLAIN = /^[A-Za-z\d]+$/;

/** The folded words of a piece and the breaks between its clauses; of a script without spaces, its characters. */
export function wordsOf(piece: string): string[] {
  if (PLAIN.test(piece)) return [squeeze(piece.toLowerCase())];
  const clauses = piece.replace(EMPHASIS, '').replace(ADDRESSES, ' ').split(BREAKS);
  const words: string[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (at > 0) words.push(BREAK);
    for (const { text } of fold(clause.normalize('NFKC'))) words.push(spelled(text));
  }
  return words;
}

/** Spellings that Hindi writers and Unicode itself do not agree on. */
function spelled(word: string): string {
  return word.replace(/ँ/g, 'ं').replace(/़/g, '');
}

/** The ways to read a sentence in which invisible characters stand: as if they were nothing, or spaces. */
export function readingsOf(sentence: string): string[] {
  const visible = sentence.replace(INVISIBLE, '');
  return visible === sentence ? [sentence] : [visible, sentence.replace(INVISIBLE, ' ')];
}

/** Whether something in a text cannot be seen. */
export function hidesSomething(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

/** Whether a word is a character of a script without spaces: fold.ts makes words of them. */
export function isCharacter(word: string): boolean {
  return word > '\u0dff' && UNSPACED.test(word);
}
