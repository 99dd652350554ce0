/** In which language a message is written. Pure. */
import { likeliest, unpack, type Table } from './likeness.ts';
import { MAX_CHARS, placesOf, wordsOf } from './pieces.ts';
import { scriptOf, type SharedScript } from './script.ts';
import { isTongue, type Tongue } from './codes.ts';
import { packed } from './tongue-weights.ts';

/** So sure it must be; surer where it is hard to tell. See docs/detection.md. */
const SURE_FROM = 0.65;
/** A word or two is a name or a loanword more often. */
const SURE_OF_FEW_FROM = 0.85;
const FEW_WORDS = 2;
/** They share whole sentences, and neighbours take each other's for their own. */
const SURE_OF_TWINS_FROM = 0.75;
const TWINS: ReadonlySet<string> = new Set(['da', 'no', 'hr', 'sl']);
/** Characters that say as much as a word. */
const CHARACTERS_TO_A_WORD = 2;

const tables = new Map<string, Table>();

/** The language of a message; null where it could be another. */
export function writtenIn(text: string): Tongue | null {
  const read = text.slice(0, MAX_CHARS);
  const script = scriptOf(read);
  if (script === null) return null;
  if (isTongue(script)) return script;
  const words = wordsOf(read);
  if (words.length === 0) return null;
  const { code, probable } = likeliest(placesOf(words), tableOf(script));
  return probable >= sureFrom(code, words, script) && isTongue(code) ? code : null;
}

function sureFrom(code: string, words: readonly string[], script: SharedScript): number {
  if (hasFew(words, script)) return SURE_OF_FEW_FROM;
  return TWINS.has(code) ? SURE_OF_TWINS_FROM : SURE_FROM;
}

function hasFew(words: readonly string[], script: SharedScript): boolean {
  const many = script === 'han' ? words.join('').length / CHARACTERS_TO_A_WORD : words.length;
  return many <= FEW_WORDS;
}

function tableOf(script: SharedScript): Table {
  const known = tables.get(script);
  if (known !== undefined) return known;
  const table = unpack(packed.groups[script], packed.step);
  tables.set(script, table);
  return table;
}
