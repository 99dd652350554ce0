import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENOUGH_FEATURES, scaleFor, scoresOf } from '../../../src/intent/scores.ts';
import { unpack } from '../../../src/intent/table.ts';
import { packed } from '../../../src/intent/weights.ts';

const table = unpack(packed);
const sumOf = (scores: Readonly<Record<string, number>>): number =>
  Object.values(scores).reduce((sum, score) => sum + score, 0);

describe('scores', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('human', 'useless', 'yes', 'no', '转', '人', '工'),
  );

  it('are probabilities that sum up to one, for any words', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 200 }),
        fc.constantFrom('nothing', 'statement', 'question'),
        (words, before) => {
          const scores = scoresOf(words, before, table);
          expect(Object.values(scores).every((score) => score >= 0 && score <= 1)).toBe(true);
          expect(sumOf(scores)).toBeCloseTo(1);
        },
      ),
    );
  });

  it.each(['human', 'useless', 'yes', 'no', '人'])(
    'stay so however often one word is said: %s',
    (one) => {
      expect(sumOf(scoresOf(Array<string>(5_000).fill(one), 'question', table))).toBeCloseTo(1);
    },
  );

  it('do not depend on what was read before', () => {
    const first = scoresOf(['human', 'please'], 'nothing', table);
    scoresOf(['no'], 'question', table);
    expect(scoresOf(['human', 'please'], 'nothing', table)).toEqual(first);
  });
});

describe('a few features', () => {
  it('count for as little as they are, until there are enough', () => {
    expect(scaleFor(1)).toBe(scaleFor(ENOUGH_FEATURES));
    expect(scaleFor(ENOUGH_FEATURES + 1)).toBeLessThan(scaleFor(ENOUGH_FEATURES));
  });
});
