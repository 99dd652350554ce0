import { describe, expect, it } from 'vitest';
import { type LadderValues, ladderValues, readLadder } from '../../../src/dashboard/ladder-form.ts';
import { minutesWords } from '../../../widget/shared/minutes.ts';
import { LADDER } from '../../../src/site/settings.ts';

const VALUES = ladderValues(LADDER);
const wrong = (over: Partial<LadderValues>) => {
  const read = readLadder({ ...VALUES, ...over });
  return read.ok ? [] : Object.keys(read.errors);
};

describe('the times of a wait', () => {
  it('are as they were when nothing is typed', () => {
    expect(readLadder(VALUES)).toEqual({ ok: true, ladder: LADDER });
  });

  it('are whole minutes, from one to a day', () => {
    expect(wrong({ remind: ' 1 ', close: '1440' })).toEqual([]);
    for (const typed of ['', '0', '-1', '1.5', '1e2', 'soon', '1,5']) {
      expect(wrong({ remind: typed })).toEqual(['remind']);
    }
    expect(wrong({ close: '1441' })).toEqual(['close']);
  });

  it('come one after the other', () => {
    expect(wrong({ ask: '2' })).toEqual(['ask']);
    expect(wrong({ ask: '3' })).toEqual([]);
    expect(wrong({ close: '5' })).toEqual(['close']);
    expect(wrong({ remind: '60' })).toEqual(['ask']);
  });

  it('are measured by what can be read alone: one problem is told once', () => {
    expect(wrong({ remind: 'x' })).toEqual(['remind']);
    expect(wrong({ remind: 'x', ask: '', close: '0' })).toEqual(['remind', 'ask', 'close']);
  });

  it.each([
    [1, '1 minute'],
    [59, '59 minutes'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [1_440, '24 hours'],
  ])('%i is put as %j', (minutes, words) => {
    expect(minutesWords(minutes)).toBe(words);
  });
});
