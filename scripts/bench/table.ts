/** Outcomes as people read them. Pure. */
import type { Outcome } from './outcome.ts';
import type { Scenario } from './scenario.ts';

const INDENT = '  ';

/** A scenario's title and a line per figure of which anything is known. */
export function tableOf(
  { title, columns }: Pick<Scenario, 'title' | 'columns'>,
  outcomes: readonly Outcome[],
): string {
  const known = outcomes.filter(({ ours, bare }) => ours !== undefined || bare !== undefined);
  const isCompared = columns.bare !== undefined;
  const head = ['', columns.ours, ...(isCompared ? [columns.bare ?? '', 'ratio'] : [])];
  const rows = known.map((outcome) => {
    const { name, unit } = named(outcome.figure);
    const cell = (value: number | undefined) =>
      value === undefined ? '' : `${amount(value)}${unit}`;
    const compared = isCompared ? [cell(outcome.bare), outcome.ratio?.toFixed(2) ?? ''] : [];
    return [`${INDENT}${name}`, cell(outcome.ours), ...compared];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => length(row[at]))));
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join(INDENT);
  const lines = rows.map((row, at) => `${lineOf(row)}${verdictsOf(known[at])}`.trimEnd());
  return `${title}\n${[lineOf(head), ...lines].join('\n')}\n`;
}

/** What a figure's name says, and what it is counted in. */
function named(figure: string): { name: string; unit: string } {
  const [, name, unit] = /^(.*), (ms|KiB|kB)$/.exec(figure) ?? [];
  return name === undefined ? { name: figure, unit: '' } : { name, unit: ` ${unit}` };
}

/** Three digits that count, or all before the point. */
export function amount(value: number): string {
  const digits = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function verdictsOf(outcome: Outcome | undefined): string {
  return (outcome?.verdicts ?? [])
    .map(({ of, value, bar, isMet }) => {
      const what = of === 'difference' ? ` (${amount(value)} on top)` : '';
      return `${INDENT}${isMet ? '✓' : '✗'} ${bar}${what}`;
    })
    .join('');
}

const length = (cell: string | undefined): number => cell?.length ?? 0;
