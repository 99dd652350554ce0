/** Counts what was right and what was wrong. Pure. */
import { INTENTS } from '../../src/assistant/prompt/intent-prompt.ts';
import type { Label } from '../../src/protocol/entry.ts';

/** The labels, in the order in which they are told. */
export const LABELS = INTENTS;

/** Whether a value is one of the detector's labels. */
export function isLabel(value: unknown): value is Label {
  return LABELS.some((label) => label === value);
}

/** One message judged. */
export interface Judged {
  expected: Label;
  label: Label;
}

/** How well one label was told. Shares, 0 to 1; not a number where there was nothing to tell. */
interface Accuracy {
  label: Label;
  precision: number;
  recall: number;
  f1: number;
  /** Messages that have the label. */
  rows: number;
}

/** How well each label was told that some message has. */
export function accuracyOf(judged: readonly Judged[]): Accuracy[] {
  return LABELS.flatMap((label) => {
    const rows = judged.filter(({ expected }) => expected === label);
    const right = rows.filter((one) => one.label === label).length;
    const told = judged.filter((one) => one.label === label).length;
    if (rows.length === 0 && told === 0) return [];
    return {
      label,
      precision: right / told,
      recall: right / rows.length,
      f1: (2 * right) / (rows.length + told),
      rows: rows.length,
    };
  });
}

/** Of the messages that mean nothing to act on, the share for which a person would be offered. */
export function falseAlarmsOf(judged: readonly Judged[]): { count: number; of: number } {
  const others = judged.filter(({ expected }) => expected === 'other');
  const count = others.filter(
    ({ label }) => label === 'ask_human' || label === 'frustrated',
  ).length;
  return { count, of: others.length };
}
