/** What a number of runs came to. Pure. */
import type { Failure, RunResult } from './run.ts';

export interface Tally extends RunResult {
  runs: number;
}

export function emptyTally(): Tally {
  return { runs: 0, steps: 0, kinds: new Map(), reached: new Map(), failure: null };
}

/** Adds one to the other; of two failures the one with the shorter way to it is told. */
export function add(sum: Tally, more: Tally): void {
  sum.runs += more.runs;
  sum.steps += more.steps;
  for (const [name, times] of more.kinds) sum.kinds.set(name, (sum.kinds.get(name) ?? 0) + times);
  for (const [name, times] of more.reached)
    sum.reached.set(name, (sum.reached.get(name) ?? 0) + times);
  sum.failure = shorter(sum.failure, more.failure);
}

function shorter(one: Failure | null, other: Failure | null): Failure | null {
  if (!one || !other) return one ?? other;
  return other.trace.length < one.trace.length ? other : one;
}

const LAST_STEPS = 25;

/** What broke, how it came to that, and how to see it again. */
export function failureText({ seed, invariant, what, trace }: Failure, replay: string): string {
  const last = trace.slice(-LAST_STEPS);
  const left = trace.length - last.length;
  return [
    `broken: ${invariant}: ${what}`,
    '',
    ...(left > 0 ? [`  (${left} steps before)`] : []),
    ...last.map((line) => `  ${line}`),
    '',
    `seed ${seed}; again: ${replay}`,
    '',
  ].join('\n');
}

/** How often everything happened, most often first. */
export function summaryText({ runs, steps, kinds, reached }: Tally, seconds: number): string {
  const list = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .toSorted(([, one], [, other]) => other - one)
      .map(([name, times]) => `  ${String(times).padStart(9)}  ${name}`);
  return [
    'steps:',
    ...list(kinds),
    '',
    'reached:',
    ...list(reached),
    '',
    `${runs} runs, ${steps} steps, ${seconds.toFixed(1)} s`,
    '',
  ].join('\n');
}
