import { createHash } from 'node:crypto';
import { LAST, NEUTRAL, type Packed, type PackedGroup } from '../../../src/language/likeness.ts';
import { SHARED_SCRIPTS, type SharedScript } from '../../../src/language/script.ts';
import { digitsOf, digitsOfAscending } from '../../../src/intent/text-digits.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Fit, fit } from './fit.ts';
import type { Sample } from './material.ts';

/** So many weights there are for each script's languages: as many as there is room for. */
const WEIGHTS: Readonly<Record<SharedScript, number>> = {
  latin: 27_000,
  cyrillic: 2_000,
  arabic: 900,
  devanagari: 700,
  han: 700,
};

/** What a level of a weight is worth, and how many there are above and below nothing. */
const STEP = 0.9;
const MOST_LEVELS = 15;
const LEAST_LEVELS = -7;

/** What there is to learn from, by script, and what tells it from any other. */
interface Lesson {
  examples: ReadonlyMap<SharedScript, readonly Example[]>;
  digest: string;
}

/** Takes a few seconds: pieces are made of the texts. */
export function lessonFrom(samples: readonly Sample[]): Lesson {
  const hash = createHash('sha256');
  const examples = new Map(
    SHARED_SCRIPTS.map((script) => {
      const own = examplesOf(samples.filter((sample) => sample.script === script));
      for (const { places, code, family, weight } of own) {
        hash.update(places).update(`${code} ${family} ${weight}`);
      }
      return [script, own] as const;
    }),
  );
  return { examples, digest: hash.digest('hex') };
}

/** Learns, which takes less than a minute. The same lesson gives the same text. */
export function learn({ examples }: Lesson, most = WEIGHTS): Packed {
  const groupOf = (script: SharedScript): PackedGroup =>
    packedOf(fit(examples.get(script) ?? [], most[script]));
  return {
    groups: {
      latin: groupOf('latin'),
      cyrillic: groupOf('cyrillic'),
      arabic: groupOf('arabic'),
      devanagari: groupOf('devanagari'),
      han: groupOf('han'),
    },
    step: STEP,
  };
}

function packedOf({ codes, biases, places, weights }: Fit): PackedGroup {
  const kept: number[] = [];
  const owners: number[] = [];
  const levels: number[] = [];
  for (const [rank, place] of places.entries()) {
    const own = codes.flatMap((_, owner) => {
      const level = levelOf(weights[rank * codes.length + owner] ?? 0);
      return level === 0 ? [] : [{ owner, level }];
    });
    if (own.length > 0) kept.push(place);
    for (const [at, { owner, level }] of own.entries()) {
      owners.push(at === own.length - 1 ? owner + LAST : owner);
      levels.push(level + NEUTRAL);
    }
  }
  return {
    tongues: codes.join(' '),
    biases: Array.from(biases, (bias) => String(Number(bias.toFixed(3)))).join(' '),
    places: digitsOfAscending(kept),
    owners: digitsOf(owners),
    levels: digitsOf(levels),
  };
}

function levelOf(weight: number): number {
  return Math.max(LEAST_LEVELS, Math.min(MOST_LEVELS, Math.round(weight / STEP)));
}
