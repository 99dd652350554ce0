import { describe, expect, it } from 'vitest';
import { accuracyOf, falseAlarmsOf, isLabel, LABELS } from '../../../scripts/eval/tally.ts';
import type { Label } from '../../../src/protocol/entry.ts';

const judged = (...pairs: readonly [expected: Label, label: Label][]) =>
  pairs.map(([expected, label]) => ({ expected, label }));

describe('a label', () => {
  it('is one of five', () => {
    expect(LABELS.every(isLabel)).toBe(true);
    for (const value of ['human', '', undefined, null, 7, ['other']])
      expect(isLabel(value)).toBe(false);
  });
});

describe('the accuracy', () => {
  it('counts what was right, wrong and missed', () => {
    expect(
      accuracyOf(
        judged(
          ['confirm', 'confirm'],
          ['confirm', 'confirm'],
          ['confirm', 'other'],
          ['other', 'confirm'],
          ['other', 'other'],
        ),
      ),
    ).toEqual([
      { label: 'confirm', precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, rows: 3 },
      { label: 'other', precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, rows: 2 },
    ]);
  });

  it('is told of a label that was never told, or that no message has', () => {
    expect(accuracyOf(judged(['decline', 'confirm']))).toEqual([
      { label: 'confirm', precision: 0, recall: NaN, f1: 0, rows: 0 },
      { label: 'decline', precision: NaN, recall: 0, f1: 0, rows: 1 },
    ]);
  });

  it('is nothing where there was nothing to tell', () => {
    expect(accuracyOf([])).toEqual([]);
  });
});

describe('false alarms', () => {
  it('are offers to those who meant nothing to act on', () => {
    expect(
      falseAlarmsOf(
        judged(
          ['other', 'ask_human'],
          ['other', 'frustrated'],
          ['other', 'confirm'],
          ['other', 'other'],
          ['confirm', 'ask_human'],
          ['frustrated', 'frustrated'],
        ),
      ),
    ).toEqual({ count: 2, of: 4 });
  });
});
