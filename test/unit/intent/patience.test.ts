import { describe, expect, it } from 'vitest';
import { offeredAt, readDialogues } from '../../../scripts/eval/patience.ts';
import { loadDetector } from '../../../src/intent/detector.ts';

const detect = await loadDetector();
const dialogues = await readDialogues();

/** Of those dialogues, for how many that holds. */
const shareOf = (isImpatient: boolean, holds: (at: number, turns: number) => boolean) => {
  const those = dialogues.filter((dialogue) => dialogue.isImpatient === isImpatient);
  expect(those.length).toBeGreaterThan(50);
  const held = those.filter((one) => holds(offeredAt(one, detect), one.turns.length));
  return held.length / those.length;
};

describe('over whole dialogues, without a word of complaint in them', () => {
  it('three in four who lose patience are offered a person where they do', () => {
    expect(shareOf(true, (at, turns) => at === turns - 1)).toBeGreaterThan(0.75);
  });

  it('hardly anybody is before that', () => {
    expect(shareOf(true, (at, turns) => at !== -1 && at < turns - 1)).toBeLessThan(0.05);
  });

  it('hardly anybody who is patient is disturbed', () => {
    expect(shareOf(false, (at) => at !== -1)).toBeLessThan(0.05);
  });
});
