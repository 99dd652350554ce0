/**
 * `npm run bench [-- NAME… --once --json]`: what the built Worker costs and how fast it is, beside the
 * smallest Durable Object that gives the same guarantee; all scenarios, or those of that name. Complains if
 * a figure misses its bar. `-- NAME… --profile`: where our time goes instead. `-- abuse`: what a flood does.
 */
import { abuse } from './bench/flooding.ts';
import { houseIn, withDatabase } from './bench/house.ts';
import { type Outcome, outcomesOf } from './bench/outcome.ts';
import { drivesOf, profiled } from './bench/profiled.ts';
import { CPU_IS_TOLD } from './bench/runtime-process.ts';
import { SCENARIOS, type ScenarioName } from './bench/scenarios.ts';
import type { House, Scenario } from './bench/scenario.ts';
import { tableOf } from './bench/table.ts';
import { TARGETS } from './bench/targets.ts';
import { Complaint, main, onlyFlags } from './lib/complaint.ts';

/** Each time in turn with the bare object: a machine that is busy for a while is so for both. */
const REPEATS = 3;

const NAMES = Object.keys(SCENARIOS).filter(isName);

await main(async () => {
  const [first, ...more] = process.argv.slice(2);
  if (first === 'abuse') {
    onlyFlags(more, []);
    return withDatabase(abuse);
  }
  const asked = onlyFlags(process.argv.slice(2), [
    '--json',
    '--once',
    '--profile',
    'abuse',
    ...NAMES,
  ]);
  const named = NAMES.filter((name) => asked.has(name));
  const names = named.length > 0 ? named : NAMES;
  if (asked.has('--profile')) {
    // Before anything is built: whoever asked for what there is not need not wait to hear it.
    const drives = drivesOf(names);
    return withDatabase((folder) => profiled(folder, drives));
  }
  const repeats = asked.has('--once') ? 1 : REPEATS;
  return withDatabase((folder) => measure(houseIn(folder, repeats), names, asked.has('--json')));
});

async function measure(
  house: House,
  names: readonly ScenarioName[],
  asJson: boolean,
): Promise<void> {
  const result: Partial<Record<ScenarioName, Outcome[]>> = {};
  for (const name of names) {
    const scenario: Scenario = SCENARIOS[name];
    const bars = TARGETS.filter((target) => target.scenario === name);
    const outcomes = outcomesOf(scenario.figures, await scenario.run(house), bars);
    result[name] = outcomes;
    if (!asJson) process.stdout.write(`${tableOf(scenario, outcomes)}\n`);
  }
  if (!asJson && !CPU_IS_TOLD) console.log('What CPU is used is told on Linux alone.');
  if (asJson) process.stdout.write(`${JSON.stringify(result)}\n`);
  const missed = names.flatMap((name) =>
    (result[name] ?? []).flatMap((outcome) => missesOf(name, outcome)),
  );
  if (missed.length > 0) throw new Complaint(`Not good enough: ${missed.join('; ')}.`);
}

function missesOf(name: ScenarioName, { figure, verdicts }: Outcome): string[] {
  return verdicts
    .filter(({ isMet }) => !isMet)
    .map(({ value, bar }) => `${name}: ${figure}, ${value.toFixed(2)} (${bar})`);
}

function isName(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}
