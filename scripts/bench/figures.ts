/** What many measurements come to. Pure. */

/** Milliseconds, of so many measurements. */
export interface Figures {
  median: number;
  p95: number;
  count: number;
}

/** Of at least one number. */
export function figuresOf(measured: readonly number[]): Figures {
  const sorted = measured.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), count: sorted.length };
}

/** The smallest of them that no less than this share of all stays below or at. */
function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return Math.round(value * 10) / 10;
}

/** Rows of a table for people. */
export function tableOf(rows: readonly (readonly [string, Figures])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  return rows
    .map(([name, { median, p95, count }]) => {
      return `${name.padEnd(width)}  median${ms(median)}  p95${ms(p95)}  of ${count}\n`;
    })
    .join('');
}
