import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceIn, type Span } from '../../../src/intent/evidence.ts';

const upTo = (to: number): Span => ({ from: 0, to });

/** A range speaks for the label as long as these words are in it. */
const needs =
  (...words: readonly number[]) =>
  ({ from, to }: Span): number =>
    words.every((word) => word >= from && word < to) ? 1 : 0;

describe('the evidence', () => {
  it.each([
    ['is the one word that decides', 9, [4], { from: 4, to: 5 }],
    ['is the first word', 9, [0], { from: 0, to: 1 }],
    ['is the last word', 9, [8], { from: 8, to: 9 }],
    ['is two words, with what stands between them', 9, [2, 5], { from: 2, to: 6 }],
    ['is everything, if that is what it takes', 9, [0, 8], { from: 0, to: 9 }],
    ['is a message of one word', 1, [0], { from: 0, to: 1 }],
  ])('%s', (_, count, words, span) => {
    expect(evidenceIn(upTo(count), needs(...words))).toEqual(span);
  });

  it('is never empty, even if any words would do', () => {
    expect(evidenceIn(upTo(9), () => 1)).toEqual({ from: 0, to: 1 });
    expect(evidenceIn(upTo(100), () => 1)).toEqual({ from: 0, to: 1 });
  });

  it('is the first of two words that would do as well', () => {
    const scoreOf = (span: Span) => Math.max(needs(2)(span), needs(6)(span));
    expect(evidenceIn(upTo(9), scoreOf)).toEqual({ from: 2, to: 3 });
  });

  it('is the second if that speaks more for the label', () => {
    const scoreOf = (span: Span) => Math.max(0.96 * needs(2)(span), needs(6)(span));
    expect(evidenceIn(upTo(9), scoreOf)).toEqual({ from: 6, to: 7 });
  });

  it('speaks for the label nearly as much as everything does', () => {
    const word = (alone: number) =>
      evidenceIn(upTo(2), ({ from, to }) => (to - from === 2 ? 1 : from === 1 ? alone : 0));
    expect(word(0.95)).toEqual({ from: 1, to: 2 });
    expect(word(0.94)).toEqual({ from: 0, to: 2 });
  });

  it('stays in the range that is looked at', () => {
    expect(evidenceIn({ from: 3, to: 6 }, () => 1)).toEqual({ from: 3, to: 4 });
    expect(evidenceIn({ from: 3, to: 6 }, needs(5))).toEqual({ from: 5, to: 6 });
    expect(evidenceIn({ from: 30, to: 90 }, needs(89))).toEqual({ from: 89, to: 90 });
  });

  it('is some of the words, and enough of them, whatever each says', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 140 }),
        fc.nat(),
        (from, count, seed) => {
          const range = { from, to: from + count };
          const scoreOf = (span: Span) =>
            (Math.imul(span.from * 161 + span.to + seed, 0x9e3779b1) >>> 0) / 2 ** 32;
          const span = evidenceIn(range, scoreOf);
          expect(scoreOf(span)).toBeGreaterThanOrEqual(0.95 * scoreOf(range));
          expect(span.from).toBeGreaterThanOrEqual(range.from);
          expect(span.to).toBeLessThanOrEqual(range.to);
          expect(span.from).toBeLessThan(span.to);
        },
      ),
    );
  });
});

describe('the evidence in a long message', () => {
  it.each([24, 25, 160])('is found wherever it stands: %i words', (count) => {
    for (let word = 0; word < count; word += 1) {
      expect(evidenceIn(upTo(count), needs(word))).toEqual({ from: word, to: word + 1 });
    }
  });

  it('is found across the end of a stretch, and if it is wider than one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 159 }), fc.nat({ max: 159 }), (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(evidenceIn(upTo(160), needs(first, last))).toEqual({ from: first, to: last + 1 });
      }),
    );
  });

  it('takes few looks', () => {
    let looks = 0;
    evidenceIn(upTo(160), (span) => {
      looks += 1;
      return needs(150)(span);
    });
    expect(looks).toBeLessThan(80);
  });
});
