/** The numbers that the page brings along for its charts. */

interface Series<T> {
  name: string;
  /** Names a custom property of the style sheet: `--chart-COLOR`. */
  color: string;
  values: T[];
}

export interface ChartData {
  /** `2026-11-23`, oldest first. */
  days: string[];
  stacks: Series<number>[];
  /** In ms; null on days without a takeover. */
  lines: (Series<number | null> & { words: string[] })[];
  /** Where the lines' axis has its marks, in ms, from 0, and what stands there. */
  marks: { at: number; words: string }[];
}

/** Reads what the server wrote; null if it is not that. */
export function readChartData(text: string): ChartData | null {
  try {
    const data: unknown = JSON.parse(text);
    return isChartData(data) ? data : null;
  } catch {
    return null;
  }
}

function isChartData(data: unknown): data is ChartData {
  if (typeof data !== 'object' || data === null) return false;
  return ['days', 'stacks', 'lines', 'marks'].every((key) => Array.isArray(Reflect.get(data, key)));
}
