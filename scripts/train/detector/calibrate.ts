/** Makes probabilities of scores: when it says 0.8, it is to be right eight times out of ten. Pure. */
import { MEANINGS, type Meaning } from '../../../src/intent/table.ts';

/** A message that was not learned from: its scores, and what it means. */
export interface Scored {
  scores: readonly number[];
  meaning: Meaning | 'other';
}

/** A score counts `scale` times as much, and `shifts` is added, one for each meaning. */
interface Calibration {
  scale: number;
  shifts: readonly number[];
}

/**
 * In a chat most messages mean nothing to act on. The ones that it is calibrated on were collected for
 * something else, so the rest of them is made to count as much as it does there.
 */
const SHARE_OF_OTHERS = 0.85;
const ROUNDS = 3_000;
const SCALE_RATE = 0.5;
const SHIFT_RATE = 2;

/** Finds the calibration that makes the messages' meanings likeliest, by gradient descent. */
export function calibrate(scored: readonly Scored[]): Calibration {
  const others = scored.filter(({ meaning }) => meaning === 'other').length;
  const countOf = ({ meaning }: Scored): number =>
    meaning === 'other'
      ? SHARE_OF_OTHERS / others
      : (1 - SHARE_OF_OTHERS) / (scored.length - others);
  let scale = 1;
  let shifts = MEANINGS.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    let scaleSlope = 0;
    const slopes = MEANINGS.map(() => 0);
    for (const one of scored) {
      const probable = probabilities(one.scores, { scale, shifts });
      const count = countOf(one);
      for (const [at, meaning] of MEANINGS.entries()) {
        const off = ((probable[at] ?? 0) - (one.meaning === meaning ? 1 : 0)) * count;
        slopes[at] = (slopes[at] ?? 0) + off;
        scaleSlope += off * (one.scores[at] ?? 0);
      }
    }
    scale -= SCALE_RATE * scaleSlope;
    shifts = shifts.map((shift, at) => shift - SHIFT_RATE * (slopes[at] ?? 0));
  }
  return { scale, shifts };
}

function probabilities(scores: readonly number[], { scale, shifts }: Calibration): number[] {
  const odds = scores.map((score, at) => Math.exp(scale * score + (shifts[at] ?? 0)));
  const all = odds.reduce((sum, one) => sum + one, 1);
  return odds.map((one) => one / all);
}
