/** How often the language of a message is told, and how often it is the right one. */
import { writtenIn } from '../../src/language/written-in.ts';
import { wordsOf } from '../../src/language/pieces.ts';
import { isTongue } from '../../src/language/codes.ts';
import type { Part } from './report.ts';

/** A message and the language that its author wrote in. */
interface Written {
  text: string;
  language: string;
}

/** What was made of one. */
interface Told extends Written {
  told: string | null;
  words: number;
  /** In Latin letters, though the language has its own: nothing is to be told of it. */
  isRomanised: boolean;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Characters of scripts without spaces that are about a word. */
const CHARACTERS_TO_A_WORD = 2;
const OWN_SCRIPT = new Set('ar bg bn el fa he hi ja ko ru th uk zh'.split(' '));

/** The table of it. */
export function tonguesIn(rows: readonly Written[]): Part {
  const all = rows.map((row) => toldOf(row));
  const own = all.filter(({ language, isRomanised }) => !isRomanised && isTongue(language));
  const others = own.filter(({ language }) => language !== 'en');
  const romanised = all.filter((one) => one.isRomanised);
  const malay = all.filter(({ language }) => language === 'ms');
  const english = own.filter(({ language }) => language === 'en');
  const away = english.filter(({ told }) => told !== null && told !== 'en').length;
  const tongues = [...new Set(own.map(({ language }) => language))].toSorted();
  return {
    title: 'Which language it is',
    lines: [
      line('', 'told', 'right', 'rows', '3 words on', 'right', 'rows'),
      both('*', own),
      both('* but English', others),
      ...tongues.map((tongue) =>
        both(
          tongue,
          own.filter(({ language }) => language === tongue),
        ),
      ),
      '',
      line('* but English', 'told', 'right', 'rows'),
      line('1 or 2 words', ...figures(others.filter(({ words }) => words <= 2))),
      line('3 to 5 words', ...figures(others.filter(({ words }) => words > 2 && words < 6))),
      line('6 words and more', ...figures(others.filter(({ words }) => words > 5))),
      '',
      `English taken for another language: ${away} of ${english.length} (${percent(away, english.length)})`,
      `romanised, taken for any: ${toldIn(romanised)} of ${romanised.length}`,
      `Malay, of which nothing is to be told: ${toldIn(malay)} of ${malay.length}`,
    ],
  };
}

function toldOf({ text, language }: Written): Told {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = wordsOf(text.replace(UNSPACED, ' ')).length;
  return {
    text,
    language,
    told: writtenIn(text),
    words: spaced + Math.ceil(unspaced / CHARACTERS_TO_A_WORD),
    isRomanised: OWN_SCRIPT.has(language) && isLatin(text),
  };
}

function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => /\p{Script=Latin}/u.test(letter));
}

function both(name: string, rows: readonly Told[]): string {
  return line(name, ...figures(rows), ...figures(rows.filter(({ words }) => words > 2)));
}

function figures(rows: readonly Told[]): string[] {
  const told = rows.filter((one) => one.told !== null);
  const right = told.filter((one) => one.told === one.language);
  return [
    percent(told.length, rows.length),
    percent(right.length, told.length),
    String(rows.length),
  ];
}

function toldIn(rows: readonly Told[]): number {
  return rows.filter(({ told }) => told !== null).length;
}

function line(name: string, ...cells: readonly string[]): string {
  return `${name.padEnd(18)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`.trimEnd();
}

function percent(part: number, all: number): string {
  return all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`;
}
