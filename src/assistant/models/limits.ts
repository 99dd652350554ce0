/** How long a model may take, in milliseconds. */
export interface Limits {
  /** To its first word. */
  firstWordMs: number;
  /** From one word to the next. */
  stallMs: number;
  /** In all. */
  totalMs: number;
  /** Before it is asked the same thing again: whoever is busy is given a moment. */
  retryMs: number;
}

export const LIMITS: Limits = { firstWordMs: 8_000, stallMs: 6_000, totalMs: 20_000, retryMs: 400 };
