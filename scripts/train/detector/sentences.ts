/** What is learned from: sentences made of the templates, as people would type them. Pure. */
import type { Before } from '../../../src/intent/features.ts';
import { isQuestion } from '../../../src/intent/question.ts';
import { MEANINGS, type Meaning } from '../../../src/intent/table.ts';
import { type Random, seeded, seedOf } from '../random.ts';
import { sentenceOf, sentencesOf } from './grammar.ts';
import type { Material, Section, Template } from './material.ts';

/** A sentence to learn from. */
export interface Sentence {
  text: string;
  /** What it was said after. */
  before: Before;
  meaning: Meaning | 'other';
  language: string;
  /** Which template it was made of. */
  template: number;
  /** How much it counts. */
  weight: number;
}

/** A template with more sentences than this gives some of them. */
const ENOUGH_SENTENCES = 8;
/** Look-alikes count for more than ordinary sentences: they are what there is to learn. */
const NEAR_WEIGHT = 1.5;
/** Where it does not matter, one in four is said after a question, and one in four after a statement. */
const AFTER_QUESTION = 0.25;
const AFTER_ANYTHING = 0.5;

/** All sentences, in the order of the material. The same material gives the same ones. */
export function sentencesFrom(materials: readonly Material[]): Sentence[] {
  let template = 0;
  return materials.flatMap((material) =>
    material.templates.flatMap((one) => sentencesFor(one, material, (template += 1))),
  );
}

function sentencesFor(template: Template, material: Material, number: number): Sentence[] {
  const random = seeded(seedOf(`${material.language} ${template.text}`));
  const sentences = sentencesOf(template.sentence, ENOUGH_SENTENCES, random);
  const meaning = meaningOf(template.section);
  const isNear = template.section === 'near';
  return sentences.flatMap((sentence) => {
    const typed = asTyped(sentence, random);
    // A template that makes many sentences counts for more than a single one, but not for as many.
    const weight = (isNear ? NEAR_WEIGHT : 1) / (Math.sqrt(sentences.length) * typed.length);
    return typed.map((text) => ({
      text,
      before: beforeOf(template, material, random),
      meaning,
      language: material.language,
      template: number,
      weight,
    }));
  });
}

/** What a section's sentences mean. */
export function meaningOf(section: Section): Meaning | 'other' {
  return MEANINGS.find((meaning) => meaning === section) ?? 'other';
}

/** What an assistant's line is to the message that follows it. */
export function beforeFrom(line: string): Before {
  return isQuestion(line) ? 'question' : 'statement';
}

function beforeOf(template: Template, { offer, says }: Material, random: Random): Before {
  if (template.context) return beforeFrom(sentenceOf(template.context, random));
  const chance = random();
  if (chance < AFTER_QUESTION) return beforeFrom(sentenceOf(offer, random));
  if (chance < AFTER_ANYTHING) return beforeFrom(sentenceOf(says, random));
  return 'nothing';
}

/** A sentence as it stands, and as somebody in a hurry types it: without its marks, or with a slip. */
function asTyped(sentence: string, random: Random): string[] {
  const bare = sentence.replaceAll(MARKS, ' ').replaceAll(/\s+/g, ' ').trim();
  const hasMarks = bare !== '' && bare !== sentence;
  const mayLoseThem = hasMarks && random() < 0.6;
  if (mayLoseThem) return [sentence, bare];
  return /[a-z]{2}/i.test(sentence) ? [sentence, withSlip(sentence, random)] : [sentence];
}

const MARKS = /[.!?,;:¿¡。，！？、]+/g;

/** A letter left out, doubled, or swapped with the next. */
function withSlip(text: string, random: Random): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const chance = random();
  const letter = text.charAt(at);
  const rest = text.slice(at + 1);
  if (chance < 1 / 3) return text.slice(0, at) + rest;
  if (chance < 2 / 3) return text.slice(0, at) + rest.slice(0, 1) + letter + rest.slice(1);
  return text.slice(0, at) + letter + letter + rest;
}
