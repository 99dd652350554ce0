/**
 * Every interleaving we can think of: `npm run fuzz [-- --runs N --seed S --steps K]` drives the real
 * conversation through random orders of everything it waits for, and has scripts/fuzz/invariants.ts told on each.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Complaint, main } from './lib/complaint.ts';
import { campaign } from './fuzz/pool.ts';
import { failureText, summaryText } from './fuzz/tally.ts';

const USAGE = 'usage: npm run fuzz [-- --runs N --seed S --steps K]';
const RUNS = 100_000;
const STEPS = 50;
const MAX_SEED = 2 ** 31;

await main(async () => {
  const { runs, seed, steps } = options();
  process.stdout.write(`${runs} runs of up to ${steps} steps from seed ${seed}\n`);
  const begun = performance.now();
  const tally = await campaign({ seed, runs, maxSteps: steps }, (played) => {
    if (played < runs) process.stderr.write(`${played} runs\n`);
  });
  process.stdout.write(summaryText(tally, (performance.now() - begun) / 1000));
  const { failure } = tally;
  if (!failure) return 0;
  const more = steps === STEPS ? '' : ` --steps ${steps}`;
  const replay = `npm run fuzz -- --seed ${failure.seed} --runs 1${more}`;
  process.stdout.write(`\n${failureText(failure, replay)}`);
  return 1;
});

function options(): { runs: number; seed: number; steps: number } {
  const text = { type: 'string' } as const;
  let values: { runs?: string; seed?: string; steps?: string };
  try {
    ({ values } = parseArgs({ options: { runs: text, seed: text, steps: text } }));
  } catch {
    throw new Complaint(USAGE, 2);
  }
  return {
    runs: numberIn('runs', values.runs, 1) ?? RUNS,
    seed: numberIn('seed', values.seed, 0) ?? randomInt(MAX_SEED),
    steps: numberIn('steps', values.steps, 1) ?? STEPS,
  };
}

function numberIn(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least))
    throw new Complaint(`fuzz: --${name} is a whole number from ${least} on`, 2);
  return number;
}
