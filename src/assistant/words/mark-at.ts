/** Recognizes a mark: where a model says which passage it took something from, or that none holds it. */
import { AGENT_LABEL } from '../prompt/history-window.ts';

interface Mark {
  /** Where the text goes on. */
  end: number;
  /** The passages it names, from 1, as they stand there. */
  cited: readonly number[];
  /** It says that the passages do not hold the answer. */
  isUnknown: boolean;
}

/** A mark is no longer than this, in UTF-16 units: what looks like the beginning of one waits no longer. */
const MAX_MARK_CHARS = 48;

const CLOSERS: Readonly<Record<string, string>> = {
  '[': ']',
  '【': '】',
  '(': ')',
  '（': '）',
  '<': '>',
};

/** What models call a passage, in the languages they answer in. */
const NAMES =
  `passage passages passagen source sources src ref refs reference references quelle quellen fuente
  fuentes fonte fontes fonti pasaje pasajes passagem passagens passaggio passaggi bron bronnen kaynak źródło
  źródła источник источники sumber nguồn 来源 來源 段落 出典 文章 출처 المصدر مصدر स्रोत`.split(
    /\s+/,
  );

/** What may stand between two numbers, and before the first name. */
const JOINERS = ['and', 'und', 'et', 'y', 'e', 'en'];
const LEADS = ['see', 'from', 'siehe', 'voir', 'ver', 'vedi', 'zie', 'cf'];

const AGENT_WORDS = AGENT_LABEL.toLowerCase().match(/\p{L}+/gu) ?? [];

const WORDS = [...NAMES, ...JOINERS, ...LEADS, ...AGENT_WORDS];

const NAME = new RegExp(anyOf(NAMES), 'iu');

/** What a mark holds, once brackets in it are gone and its spaces are single: names, numbers, joiners. */
const NUMBERS = numbersPattern();

function numbersPattern(): RegExp {
  const number = `(?:${anyOf(NAMES)} ?[.:：#№-]? ?)?#?\\d{1,3}`;
  const join = `(?: ?[,;、，&+–-] ?| (?:${anyOf(JOINERS)}) | )`;
  return new RegExp(
    `^ ?\\^?(?:${anyOf(LEADS)} )?${number}(?:${join}${number}){0,9} ?(?:†${anyOf(NAMES)})? ?$`,
    'iu',
  );
}

/** A pattern of any of the words, longer ones first. */
function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

/** The signs of the above that are no letters. */
const SIGN = /[\s\d^#№:：.,;、，&+–†[\]?？-]/;

/** "2-4": of passages if it says so, else of anything. */
const RANGE = /\d ?[–-] ?\d/;

const UNKNOWN = /^\s*[?？]\s*$/;

/** A name at the beginning of a line, as in "Sources: [1], [2]". */
const HEADING = /[*_]{0,2}([\p{L}\p{M}]{0,12})([:：*_]{0,4})[ \t]{0,2}/uy;

/**
 * The mark that begins at `at`; `open` if the text ends before that can be told; else null. A number in
 * square brackets is a mark only if one of `passages` has it, so that "[12] months" stays text; with a name
 * before it ("passage 12") it is one in any case; round brackets and ranges want a name. `startsLine`: nothing but
 * white space stands before it on its line.
 */
export function markAt(
  text: string,
  at: number,
  passages: number,
  startsLine: boolean,
): Mark | 'open' | null {
  const opener = text[at] ?? '';
  const closer = CLOSERS[opener];
  if (closer === undefined) return startsLine ? headedMarkAt(text, at, passages) : null;
  for (let end = at + 1; end <= at + MAX_MARK_CHARS; end++) {
    const sign = text[end];
    if (sign === undefined || sign === closer) {
      const inner = text.slice(at + 1, end);
      if (!mayBe(inner, opener)) return null;
      return sign === undefined ? 'open' : closedMark(inner, end + 1, opener, passages);
    }
    if (!SIGN.test(sign) && !/[\p{L}\p{M}]/u.test(sign)) return null;
  }
  return null;
}

function closedMark(raw: string, end: number, opener: string, passages: number): Mark | null {
  const isSquare = opener === '[' || opener === '【';
  const isBracketed = isSquare || raw.includes('[');
  const inner = (isSquare ? raw : raw.replace(/[[\]]/g, '')).replace(/\s+/g, ' ');
  if (isBracketed && UNKNOWN.test(inner)) return { end, cited: [], isUnknown: true };
  if (`[${raw}]` === AGENT_LABEL) return { end, cited: [], isUnknown: false };
  if (!NUMBERS.test(inner)) return null;
  const cited = numbersIn(inner).filter((number) => number >= 1 && number <= passages);
  const isNamed = NAME.test(inner);
  if (!isNamed && RANGE.test(inner)) return null;
  if (!isNamed && (cited.length === 0 || !isBracketed)) return null;
  return { end, cited, isUnknown: false };
}

/** The numbers of a list; those from "2" to "4" in "passages 2-4". */
function numbersIn(inner: string): number[] {
  return [...inner.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, low, high]) => {
    const from = Number(low);
    const length = high === undefined ? 1 : Math.min(9, Number(high) - from + 1);
    return Array.from({ length: Math.max(0, length) }, (_, step) => from + step);
  });
}

/** Whether `inner` may be what a mark holds, or the beginning of it. What it says no to never becomes one. */
function mayBe(inner: string, opener: string): boolean {
  if (/\d{4}/.test(inner)) return false;
  const isSquare = opener === '[' || opener === '【';
  // Round brackets begin with a name or another bracket; most that are innocent end here.
  if (isSquare ? inner.includes('[') : /^\s*[^\s\p{L}[]|^\s{2}/u.test(inner)) return false;
  const words = inner.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isCut = /[\p{L}\p{M}]$/u.test(inner);
  return words.every((word, place) => {
    const small = word.toLowerCase();
    const isLast = place === words.length - 1;
    return WORDS.some((known) => (isLast && isCut ? known.startsWith(small) : known === small));
  });
}

function headedMarkAt(text: string, at: number, passages: number): Mark | 'open' | null {
  HEADING.lastIndex = at;
  const [whole = '', word = '', colon = ''] = HEADING.exec(text) ?? [];
  const small = word.toLowerCase();
  const next = at + whole.length;
  if (!/[:：]/.test(colon)) {
    if (next < text.length) return null;
    const isCut = whole.endsWith(word);
    return NAMES.some((name) => (isCut ? name.startsWith(small) : name === small)) ? 'open' : null;
  }
  if (!NAMES.includes(small)) return null;
  return next === text.length ? 'open' : markAt(text, next, passages, false);
}
