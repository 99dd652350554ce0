/** From material to a table of weights, and back to text. Pure: the same material gives the same text. */
import { createHash } from 'node:crypto';
import { featuresOf, KNOWN_BITS, KNOWN_MASK, PLACE_BITS } from '../../../src/intent/features.ts';
import { fold } from '../../../src/intent/fold.ts';
import { Places } from '../../../src/intent/places.ts';
import type { Packed } from '../../../src/intent/table.ts';
import { BASE, digitsOf, digitsOfAscending } from '../../../src/intent/text-digits.ts';
import type { Labelled } from '../../eval/held-out.ts';
import { calibrate, type Scored } from './calibrate.ts';
import { type Codebook, codebookOf, linear, tuned } from './codebook.ts';
import { type Example, examplesOf, knownFrom } from './examples.ts';
import { type Fit, fit, rankedBy } from './fit.ts';
import type { Material } from './material.ts';
import { beforeFrom, sentencesFrom } from './sentences.ts';

/** As many features as the Worker's budget has room for. */
const MAX_FEATURES = 250_000;

/** What there is to learn from. */
interface Lesson {
  examples: readonly Example[];
  known: readonly number[];
  /** Messages that nothing is learned from, to calibrate on. */
  heldOut: readonly Labelled[];
  /** Tells this lesson from any other. */
  digest: string;
}

/** Takes some seconds: sentences are made, and features of them. */
export function lessonFrom(materials: readonly Material[], heldOut: readonly Labelled[]): Lesson {
  const sentences = sentencesFrom(materials);
  const known = knownFrom(sentences);
  const examples = examplesOf(sentences, known);
  const hash = createHash('sha256');
  for (const { places, meaning, template, weight } of examples) {
    hash.update(places).update(`${meaning} ${template} ${weight}`);
  }
  for (const { text, context, expected } of heldOut) {
    hash.update(JSON.stringify([text, context, expected]));
  }
  return { examples, known, heldOut, digest: hash.digest('hex') };
}

/** Learns, which takes about a minute, and calibrates on messages that nothing is learned from. */
export function learn({ examples, known, heldOut }: Lesson, maxFeatures = MAX_FEATURES): Packed {
  const learned = fit(examples, maxFeatures);
  const shared = codebookOf(learned, BASE);
  const book = tuned(shared, learned.bias, rankedBy(examples, learned.places));
  const { scale, shifts } = calibrate(scoresOf(heldOut, learned, book, known));
  return {
    places: digitsOfAscending(learned.places),
    codes: digitsOf(book.codes),
    weights: textOf(book.weights.map((weight) => weight * scale)),
    bias: textOf(learned.bias.map((bias, at) => bias * scale + (shifts[at] ?? 0))),
    known: digitsOfAscending(known),
  };
}

function scoresOf(
  rows: readonly Labelled[],
  { places, bias }: Fit,
  book: Codebook,
  known: readonly number[],
): Scored[] {
  const ranks = new Places(places, PLACE_BITS);
  const bits = new Places(known, KNOWN_BITS);
  return rows.map(({ text, context, expected }) => {
    const line = context.at(-1);
    const before = line === undefined ? 'nothing' : beforeFrom(line);
    const words = fold(text).map((word) => word.text);
    const found = featuresOf(words, before, (hash) => bits.has(hash & KNOWN_MASK));
    const own = Array.from(new Set(found), (place) => ranks.rankOf(place));
    const scores = linear(
      own.filter((rank) => rank >= 0),
      book,
      bias,
    );
    return { scores, meaning: expected };
  });
}

function textOf(numbers: Float64Array): string {
  return Array.from(numbers, (number) => String(Number(number.toFixed(4)))).join(' ');
}
