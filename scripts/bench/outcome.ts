/** What the runs of a scenario come to: medians, how they compare, and whether that is good enough. Pure. */
import { quantile } from './figures.ts';
import type { Column, Runs } from './scenario.ts';
import type { Bar, Of } from './targets.ts';

/** One figure. What cannot be told is left out. */
export interface Outcome {
  figure: string;
  /** The medians of the runs. */
  ours?: number;
  bare?: number;
  /** Ours divided by the other. */
  ratio?: number;
  /** How it stands with the bars that there are for it, if it can be told. */
  verdicts: Verdict[];
  /** What the medians are of, in order. */
  runs: Partial<Record<Column, number[]>>;
}

interface Verdict {
  of: Of;
  value: number;
  bar: string;
  isMet: boolean;
}

/** What is known of every figure. `bars` are those of this scenario. */
export function outcomesOf(
  figures: readonly string[],
  runs: Runs,
  bars: readonly Bar[],
): Outcome[] {
  return figures.map((figure) => {
    const told = { ours: numbersOf(runs, 'ours', figure), bare: numbersOf(runs, 'bare', figure) };
    const ours = medianOf(told.ours);
    const bare = medianOf(told.bare);
    const values = {
      value: ours,
      ratio: ours !== undefined && bare !== undefined && bare !== 0 ? ours / bare : undefined,
      difference: ours !== undefined && bare !== undefined ? ours - bare : undefined,
    };
    return {
      figure,
      ...(ours !== undefined && { ours }),
      ...(bare !== undefined && { bare }),
      ...(values.ratio !== undefined && { ratio: values.ratio }),
      verdicts: bars
        .filter((bar) => bar.figure === figure)
        .flatMap((bar) => verdictOn(values[bar.of], bar)),
      runs: {
        ...(told.ours.length > 0 && { ours: told.ours }),
        ...(told.bare.length > 0 && { bare: told.bare }),
      },
    };
  });
}

function verdictOn(value: number | undefined, bar: Bar): Verdict[] {
  if (value === undefined) return [];
  const { of } = bar;
  return 'most' in bar
    ? [{ of, value, bar: `≤ ${bar.most}`, isMet: value <= bar.most }]
    : [{ of, value, bar: `≥ ${bar.least}`, isMet: value >= bar.least }];
}

/** What a machine cannot tell is no number in the runs. */
function numbersOf(runs: Runs, column: Column, figure: string): number[] {
  return (runs[column] ?? []).flatMap(({ [figure]: value }) =>
    value !== undefined && Number.isFinite(value) ? [value] : [],
  );
}

const medianOf = (numbers: readonly number[]): number | undefined =>
  numbers.length > 0 ? quantile(numbers, 0.5) : undefined;
