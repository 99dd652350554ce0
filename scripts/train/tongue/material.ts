/**
 * What telling languages is learned from: the sentences of the intent detector, those of the promise guard,
 * and those in scripts/train/tongue of languages that nothing is said of.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARED_SCRIPTS, scriptOf, type SharedScript } from '../../../src/language/script.ts';
import { Complaint } from '../../lib/complaint.ts';
import { ROOT } from '../../lib/paths.ts';
import { sentencesOf } from '../detector/grammar.ts';
import type { Material } from '../detector/material.ts';
import type { Sentence } from '../guard/corpus.ts';
import { type Random, seeded, seedOf, shuffle } from '../random.ts';

const FOLDER = join(ROOT, 'scripts', 'train', 'tongue');
/** Malay is a class of its own, to be told from Indonesian, though nobody is ever told that it is Malay. */
const UNTOLD = [
  ['none.txt', '-'],
  ['malay.txt', 'ms'],
] as const;

/** What is said of a text that is in none of the languages. */
const NONE = '-';

/** A text, the language it is in, and what it was made of. */
export interface Sample {
  text: string;
  code: string;
  script: SharedScript;
  /** A template's number: texts of one are alike. */
  family: number;
}

/** Of each template so many sentences, and of each list of assistants' lines. */
const PER_TEMPLATE = 6;
const PER_LIST = 400;
/** Words stand together in chance company, so often, since what stands once is chance. */
const TIMES = 3;
const WORDS_TOGETHER = 4;

/** Messages that are in none of the languages. */
interface Untold {
  code: string;
  lines: readonly string[];
}

/** All of them. */
export async function readUntold(folder = FOLDER): Promise<Untold[]> {
  return Promise.all(
    UNTOLD.map(async ([name, code]) => {
      const text = await readFile(join(folder, name), 'utf8');
      const lines = text.split('\n').map((line) => line.trim());
      return { code, lines: lines.filter((line) => line !== '' && !line.startsWith('//')) };
    }),
  );
}

/** The words of words.txt, by language. Throws a `Complaint` that names the line. */
export async function readWords(folder = FOLDER): Promise<Untold[]> {
  const text = await readFile(join(folder, 'words.txt'), 'utf8');
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('//')) return [];
    const [, code, words] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (code === undefined || words === undefined) {
      throw new Complaint(`words.txt, line ${at + 1}: a language and its words were expected.`);
    }
    return [{ code, lines: [...new Set(words.split(' '))] }];
  });
}

/** All texts in scripts that several languages share, in the order of what they are made of. */
export function samplesFrom(
  materials: readonly Material[],
  corpus: readonly Sentence[],
  untold: readonly Untold[],
  words: readonly Untold[],
): Sample[] {
  const samples: Sample[] = [];
  let family = 0;
  const add = (texts: readonly string[], code: string): void => {
    family += 1;
    for (const text of texts) samples.push(...sampleOf(text, code, family));
  };
  for (const { language, templates, offer, says } of materials) {
    for (const { sentence, text } of templates) {
      const random = seeded(seedOf(`${language} ${text}`));
      add(some(sentencesOf(sentence, PER_TEMPLATE, random), random), language);
    }
    for (const list of [offer, says]) {
      for (const line of sentencesOf(list, PER_LIST, seeded(1))) add([line], language);
    }
  }
  for (const { text, language } of corpus) add([text], language);
  for (const { code, lines } of untold) for (const line of lines) add([line], code);
  for (const { code, lines } of words) {
    const random = seeded(seedOf(code));
    for (let time = 0; time < TIMES; time += 1) {
      const turns = [...lines];
      shuffle(turns, random);
      for (let at = 0; at < turns.length; at += WORDS_TOGETHER) {
        add([turns.slice(at, at + WORDS_TOGETHER).join(' ')], code);
      }
    }
  }
  return samples;
}

/** A list has more options than a template needs. */
function some(sentences: string[], random: Random): string[] {
  shuffle(sentences, random);
  return sentences.slice(0, PER_TEMPLATE);
}

function sampleOf(text: string, language: string, family: number): Sample[] {
  const own = scriptOf(text);
  const script = SHARED_SCRIPTS.find((shared) => shared === own);
  if (script !== undefined) return [{ text, code: codeIn(script, language), script, family }];
  if (own !== 'ja') return [];
  // Japanese without kana is short, and made of words like these.
  const words = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return words.map((word) => ({ text: word, code: NONE, script: 'han', family }));
}

/** A language in letters that are not its own is none that could be told. */
function codeIn(script: SharedScript, language: string): string {
  return SCRIPTS[script](language) ? language : NONE;
}

const among = (codes: string) => {
  const known = new Set(codes.split(' '));
  return (code: string): boolean => known.has(code);
};

const SCRIPTS: Readonly<Record<SharedScript, (code: string) => boolean>> = {
  latin: among(
    'af az ca cs cy da de en es et eu fi fil fr ga gl hr hu id is it lt lv ms nl no pl pt ro sk sl sq sv sw tr uz vi',
  ),
  cyrillic: among('bg kk mn ru uk'),
  arabic: among('ar fa ur'),
  devanagari: among('hi mr ne'),
  han: among('zh'),
};
