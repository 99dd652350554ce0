import type { Label } from '../src/protocol/entry.ts';

export type { Label } from '../src/protocol/entry.ts';

const LABELS = [
  'ask_human',
  'frustrated',
  'confirm',
  'decline',
  'other',
] as const satisfies readonly Label[];

/** Whether a value is one of the detector's labels. */
export function isLabel(value: unknown): value is Label {
  return LABELS.some((label) => label === value);
}

/** One message judged. */
export interface Judged {
  expected: Label;
  label: Label;
  language: string;
  micros: number;
}

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Everything counted so far. */
export interface Tally {
  /** By language, `*` for all together, then by label. */
  counts: Map<string, Map<Label, Counts>>;
  others: number;
  falseAlarms: number;
  micros: number[];
}

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return { counts: new Map(), others: 0, falseAlarms: 0, micros: [] };
}

/** Counts one message. A false alarm is an `other` taken for a wish for a person or for frustration. */
export function record(tally: Tally, { expected, label, language, micros }: Judged): void {
  for (const group of ['*', language]) {
    countsOf(tally, group, expected)[label === expected ? 'right' : 'missed'] += 1;
    if (label !== expected) countsOf(tally, group, label).wrong += 1;
  }
  if (expected === 'other') {
    tally.others += 1;
    if (label === 'ask_human' || label === 'frustrated') tally.falseAlarms += 1;
  }
  tally.micros.push(micros);
}

function countsOf({ counts }: Tally, group: string, label: Label): Counts {
  const labels = counts.get(group) ?? new Map<Label, Counts>();
  counts.set(group, labels);
  const known = labels.get(label) ?? { right: 0, wrong: 0, missed: 0 };
  labels.set(label, known);
  return known;
}

/** The tally as a table for reading. */
export function formatTally(tally: Tally): string {
  const lines = [row('lang', 'label', 'precision', 'recall', 'F1', 'rows')];
  const groups = [...tally.counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [group, labels] of groups) {
    for (const label of LABELS) {
      const counts = labels.get(label);
      if (counts === undefined) continue;
      const { right, wrong, missed } = counts;
      const f1 = share(2 * right, 2 * right + wrong + missed);
      lines.push(
        row(
          group,
          label,
          share(right, right + wrong),
          share(right, right + missed),
          f1,
          String(right + missed),
        ),
      );
    }
  }
  lines.push(
    '',
    `false alarms of ask_human and frustrated on other: ${tally.falseAlarms} of ${tally.others} (${percent(tally.falseAlarms, tally.others)})`,
    `median time: ${median(tally.micros).toFixed(1)} µs a message, ${tally.micros.length} messages`,
    '',
  );
  return lines.join('\n');
}

function row(group: string, label: string, ...figures: readonly string[]): string {
  return `${group.padEnd(5)} ${label.padEnd(10)} ${figures.map((figure) => figure.padStart(9)).join(' ')}`.trimEnd();
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
