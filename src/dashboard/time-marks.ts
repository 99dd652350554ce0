/** Where an axis of times has its marks. */

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Steps that read well on a clock. */
const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
];

const MAX_STEPS = 6;

/** Marks from 0 up to `longest` or the first step beyond it, all in ms: two of them at least. */
export function timeMarks(longest: number): number[] {
  const step =
    STEPS_MS.find((ms) => longest <= ms * MAX_STEPS) ??
    Math.ceil(longest / MAX_STEPS / DAY_MS) * DAY_MS;
  const steps = Math.max(1, Math.ceil(longest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
