import { describe, expect, it } from 'vitest';
import { calibrationOf, CHAT, COST, curveOf } from '../../../scripts/eval/curve.ts';
import type { Scores } from '../../../src/intent/scores.ts';
import type { Label } from '../../../src/protocol/entry.ts';

/** A message, of which half of `team` speaks for a wish and half for impatience. */
function scored(expected: Label, team: number): { expected: Label; scores: Scores } {
  const half = team / 2;
  return {
    expected,
    scores: { ask_human: half, frustrated: half, confirm: 0, decline: 0, other: 1 - team },
  };
}

describe('the curve', () => {
  const curve = curveOf([
    scored('ask_human', 0.5),
    scored('ask_human', 0.9),
    scored('frustrated', 0.25),
    scored('other', 0.5),
    scored('other', 0),
    scored('other', 0),
    scored('other', 0),
    scored('confirm', 1),
  ]);
  const at = (from: number) => curve.find((point) => point.from === from);

  it('goes from 0.05 to 0.95 in steps of 0.05', () => {
    expect(curve.map(({ from }) => from.toFixed(2))).toEqual(
      Array.from({ length: 19 }, (_, step) => (0.05 * (step + 1)).toFixed(2)),
    );
  });

  it('tells at each score who would be missed, and who would be disturbed', () => {
    expect(at(0.25)).toMatchObject({ missedAsking: 0, missedFrustrated: 0, falseOffers: 0.25 });
    expect(at(0.3)).toMatchObject({ missedAsking: 0, missedFrustrated: 1, falseOffers: 0.25 });
  });

  it('counts a message as offered a person at its very score', () => {
    expect(at(0.5)).toMatchObject({ missedAsking: 0, falseOffers: 0.25 });
    expect(at(0.55)).toMatchObject({ missedAsking: 0.5, falseOffers: 0 });
  });

  it('tells what that costs, in false offers per thousand messages', () => {
    expect(at(0.25)?.cost).toBeCloseTo((1000 - CHAT.asking - CHAT.frustrated) * 0.25);
    expect(at(0.55)?.cost).toBeCloseTo(
      CHAT.asking * 0.5 * COST.missedAsking + CHAT.frustrated * COST.missedFrustrated,
    );
  });

  it('misses nobody where there is nobody', () => {
    for (const { missedAsking, missedFrustrated, falseOffers, cost } of curveOf([])) {
      expect([missedAsking, missedFrustrated, falseOffers, cost]).toEqual([0, 0, 0, 0]);
    }
  });
});

describe('the calibration', () => {
  it('sets what was said against what was so, by tenths, the empty ones left out', () => {
    const bins = calibrationOf([
      { score: 0.4, isRight: true },
      { score: 0.46, isRight: false },
      { score: 0.5, isRight: true },
    ]);
    expect(bins).toMatchObject([
      { from: 0.4, to: 0.5, rows: 2, was: 0.5 },
      { from: 0.5, to: 0.6, rows: 1, said: 0.5, was: 1 },
    ]);
    expect(bins[0]?.said).toBeCloseTo(0.43);
  });

  it('has room for nothing and for certainty', () => {
    const bins = calibrationOf([0, 1].map((score) => ({ score, isRight: true })));
    expect(bins.map(({ from, to, rows }) => [from, to, rows])).toEqual([
      [0, 0.1, 1],
      [0.9, 1, 1],
    ]);
  });
});
