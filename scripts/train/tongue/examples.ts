/** Texts as people type them, whole and in parts, and their pieces as places. Pure. */
import { placesOf, wordsOf } from '../../../src/language/pieces.ts';
import { type Random, seeded } from '../random.ts';
import type { Sample } from './material.ts';

/** One thing to learn from. */
export interface Example {
  places: Int32Array;
  code: string;
  family: number;
  weight: number;
}

/** A few words of a text count for less than the text: most of them are in other languages too. */
const PART_WEIGHT = 0.5;
/** A part has up to so many words. */
const MAX_PART_WORDS = 4;
const WITHOUT_ACCENTS = 0.3;

/** The examples of these texts, in their order; the same texts give the same ones. */
export function examplesOf(samples: readonly Sample[]): Example[] {
  const random = seeded(7);
  return samples.flatMap(({ text, code, family, script }) => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const typed =
      script === 'latin' && random() < WITHOUT_ACCENTS ? words.map(withoutAccents) : words;
    const add = (own: readonly string[], weight: number): Example => ({
      places: Int32Array.from(placesOf(own)),
      code,
      family,
      weight,
    });
    const part = partOf(typed, random);
    return part.length < words.length ? [add(typed, 1), add(part, PART_WEIGHT)] : [add(typed, 1)];
  });
}

function partOf(words: readonly string[], random: Random): readonly string[] {
  const length = 1 + Math.floor(random() * MAX_PART_WORDS);
  const from = Math.floor(random() * Math.max(1, words.length - length + 1));
  return words.slice(from, from + length);
}

/** As it is typed in a hurry, or on a keyboard that has none. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ıøłđßæ]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
};
