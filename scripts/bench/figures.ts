/** What many measurements come to. Pure. */

/** Milliseconds, of so many measurements. */
export interface Figures {
  median: number;
  p95: number;
  count: number;
}

/** Of at least one number. */
export function figuresOf(measured: readonly number[]): Figures {
  const [median, p95] = [tenths(quantile(measured, 0.5)), tenths(quantile(measured, 0.95))];
  return { median, p95, count: measured.length };
}

/** The smallest of them that no less than this share of all stays below or at. */
export function quantile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
