/**
 * Text, folded to what the grammars compare: lower-case words without accents, each with its place in
 * the original message. Vocabularies are folded by the same function, so their authors write plainly.
 */

/** One folded word, and where in the original text it stood. Sentence ends are the words `.` and `?`. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Words, emoticons, sentence marks and pictographs; everything else separates. */
const PIECE =
  /[:;=]-?[()DPp](?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’ʼ´`][\p{L}\p{N}\p{M}]+)*|[.!?…。！？؟।\n,،、，]|\p{Extended_Pictographic}/gu;
const APOSTROPHE = /['’ʼ´`]/;
const ENGLISH_ENDING = /^(?:s|t|re|m|ll|ve|d)$/;
const PLAIN = /^[a-z0-9]+$/;
const RUN = /(\p{L})\1{2,}/gu;
const HAS_RUN = /([^\d])\1\1/;
/** Scripts written without spaces, or with endings glued on: every character is a word of its own. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;
/** Below the first of those scripts there is nothing to test. */
const FIRST_UNSPACED = '\u0e00';

/** Whether a folded word is a character of such a script. */
export function isUnspaced(word: string): boolean {
  return word >= FIRST_UNSPACED && UNSPACED.test(word);
}

/** Pictographs that answer a question; all others are decoration. */
const ANSWERS = new Set('👍 👌 ✅ ☑ 🆗 🙆 💯 ⭕ 👎 ❌ ❎ ✖ 🚫 🙅'.split(' '));
const QUESTION_MARKS = new Set(['?', '？', '؟']);

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
  ё: 'е',
};
/** Accents, joiners and what says how a pictograph is to look. */
const MARKS = /[\u0300-\u036f\u064b-\u065f]|\u200c|\u200d|[\u{fe00}-\u{fe0f}]/gu;

/** Words for no. A comma after one ends a sentence: "no, I want a person" is not "no I want". */
const NO_WORDS = new Set([
  'no',
  'nope',
  'non',
  'nein',
  'nee',
  'nao',
  'nie',
  'нет',
  'hayir',
  'tidak',
  'لا',
]);

/** What an apostrophe may have been lost or spaced out between, as in "don t" and "that s". */
const LOST_APOSTROPHE =
  /^(?:(?:do|ca|is|wo|does|did|was|are|could|would|should|have|has|were|ai)n t|(?:that|it|there|what|he|she|let) s|i m|(?:you|we|they) re|(?:i|you|we|they|it|that) (?:ll|ve|d))$/;

/** Folds `text` into words, in order. Total: every string gives a list, perhaps an empty one. */
export function fold(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(PIECE)) addPiece(words, match[0], match.index);
  return words;
}

function addPiece(words: Word[], piece: string, start: number): void {
  const first = piece.charCodeAt(0);
  const end = start + piece.length;
  const lower = piece.toLowerCase();
  if (PLAIN.test(lower)) {
    addWord(words, squeeze(lower), start, end);
  } else if (QUESTION_MARKS.has(piece)) {
    words.push({ text: '?', start, end });
  } else if (/[,،、，]/.test(piece)) {
    if (NO_WORDS.has(words.at(-1)?.text ?? '')) words.push({ text: '.', start, end });
  } else if (/[.!…。！।\n]/.test(piece)) {
    words.push({ text: '.', start, end });
  } else if (first === 0x3a || first === 0x3b || first === 0x3d) {
    return;
  } else if (/\p{Extended_Pictographic}/u.test(piece) && !/\p{N}/u.test(piece)) {
    if (ANSWERS.has(piece)) words.push({ text: piece, start, end });
  } else if (APOSTROPHE.test(piece)) {
    addContraction(words, piece, start);
  } else if (UNSPACED.test(piece)) {
    addCharacters(words, piece, start);
  } else {
    addWord(words, squeeze(plain(lower)), start, end);
  }
}

/** "don't" is one word, "l'agent" is two. */
function addContraction(words: Word[], piece: string, start: number): void {
  const parts = piece.split(APOSTROPHE);
  const last = parts.at(-1) ?? '';
  if (parts.length === 2 && ENGLISH_ENDING.test(last.toLowerCase())) {
    addWord(words, squeeze(plain(parts.join('').toLowerCase())), start, start + piece.length);
    return;
  }
  let at = start;
  for (const part of parts) {
    addPiece(words, part, at);
    at += part.length + 1;
  }
}

function addCharacters(words: Word[], piece: string, start: number): void {
  let at = start;
  let run = '';
  for (const character of piece) {
    if (UNSPACED.test(character)) {
      if (run !== '') addWord(words, plain(run.toLowerCase()), at - run.length, at);
      run = '';
      words.push({ text: character.normalize('NFKC'), start: at, end: at + character.length });
    } else run += character;
    at += character.length;
  }
  if (run !== '') addWord(words, plain(run.toLowerCase()), at - run.length, at);
}

function addWord(words: Word[], text: string, start: number, end: number): void {
  if (text === '') return;
  const host = words.at(-1);
  if (
    host !== undefined &&
    text.length <= 2 &&
    start - host.end === 1 &&
    LOST_APOSTROPHE.test(`${host.text} ${text}`)
  ) {
    host.text += text;
    host.end = end;
  } else words.push({ text, start, end });
}

/** Letters drawn out for effect: "pleeease", "nooooo". */
export function squeeze(word: string): string {
  return HAS_RUN.test(word) ? word.replace(RUN, '$1') : word;
}

/** Without accents, ligatures and full-width forms; vowel signs of Indic scripts stay. */
function plain(lower: string): string {
  let out = '';
  for (const letter of lower.normalize('NFKD')) out += LETTERS[letter] ?? letter;
  return out.replace(MARKS, '').normalize('NFC');
}
