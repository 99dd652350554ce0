/** How well it does on sentences that it has not learned from, by threshold. Pure. */
import { scaleFor } from '../../../src/assistant/promises/score.ts';
import { type Example, fit, type Fit } from './fit.ts';

const FOLDS = 5;
const STEP = 0.05;
const FROM = -0.5;
const TO = 3;

export interface Point {
  threshold: number;
  /** Shares, 0 to 1. */
  caught: number;
  falseAlarms: number;
}

interface Scored {
  score: number;
  isPositive: boolean;
  isInCharacters: boolean;
}

export class Curve {
  readonly #scored: readonly Scored[];
  readonly #positive: readonly number[];
  readonly #negative: readonly number[];

  constructor(scored: readonly Scored[]) {
    this.#scored = scored;
    this.#positive = scored.filter(({ isPositive }) => isPositive).map(({ score }) => score);
    this.#negative = scored.filter(({ isPositive }) => !isPositive).map(({ score }) => score);
  }

  /** The same for one kind of script. */
  of(isInCharacters: boolean): Curve {
    return new Curve(this.#scored.filter((one) => one.isInCharacters === isInCharacters));
  }

  at(threshold: number): Point {
    const share = (scores: readonly number[]) =>
      scores.filter((score) => score > threshold).length / (scores.length || 1);
    return { threshold, caught: share(this.#positive), falseAlarms: share(this.#negative) };
  }

  points(): Point[] {
    const count = Math.round((TO - FROM) / (5 * STEP));
    return Array.from({ length: count + 1 }, (_, at) => this.at(rounded(FROM + at * 5 * STEP)));
  }
}

/** Each fifth of the examples, scored by what was learned from the others. */
export function crossValidate(examples: readonly Example[], size: number): Curve {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const learned = fit(
      examples.filter((_example, at) => at % FOLDS !== fold),
      size,
    );
    return examples
      .filter((_example, at) => at % FOLDS === fold)
      .map((example) => ({
        score: scoreOf(example, learned),
        isPositive: example.isPositive,
        isInCharacters: example.isInCharacters,
      }));
  });
  return new Curve(scored.flat());
}

/** The lowest threshold with no more false alarms than that. */
export function thresholdFor(curve: Curve, falseAlarms: number): Point {
  for (let threshold = FROM; threshold < TO; threshold += STEP) {
    const point = curve.at(rounded(threshold));
    if (point.falseAlarms <= falseAlarms) return point;
  }
  return curve.at(TO);
}

function scoreOf({ places }: Example, { weights, bias }: Fit): number {
  const sum = places.reduce((total, place) => total + (weights[place] ?? 0), 0);
  return bias + sum * scaleFor(places.length);
}

function rounded(number: number): number {
  return Number(number.toFixed(2));
}
