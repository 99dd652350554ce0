/**
 * What a well-behaved visitor notices of somebody at another address who floods the same Worker. They share
 * one machine here, so the flood’s own work slows the visitor too: how much of it is ours is seen beside
 * the same flood against a Worker that refuses it with its first statement.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Complaint } from '../lib/complaint.ts';
import { type Figures, figuresOf } from './figures.ts';
import { ABUSERS, flood, floodOf, type Tally } from './flood.ts';
import type { Bench } from './servers.ts';
import { Visitor } from './visitor.ts';

const ROUNDS = 5;
const WARM_UP_MS = 3_000;
const ALONE_MS = 6_000;
const FLOOD_MS = 12_000;
/** After a flood, before the next round. */
const CALM_MS = 2_000;

/** Somebody who asks whether the server is there waits no longer. */
const HEALTHZ_MS = 5_000;

/** Slower than a visitor may: nothing of it is refused. */
const SAY_EVERY_MS = 210;

const VISITOR = '203.0.113.10';

/** How much longer an entry may take to come back, at the median. */
const TARGET_RATIO = 2;

/** One round: how long own words took to come back. */
interface Round {
  alone: Figures;
  flooded: Figures;
}

interface Noticed {
  rounds: Round[];
  tally: Tally;
}

/** Round after round, each time with another flooder. Complains if the server is no more. */
export async function whatIsNoticed(bench: Bench): Promise<Noticed> {
  const visitor = await Visitor.arrive(bench.origin, VISITOR);
  await echoes(visitor, WARM_UP_MS);
  const noticed: Noticed = { rounds: [], tally: {} };
  for (let round = 1; round <= ROUNDS; round++) {
    const alone = await echoes(visitor, ALONE_MS);
    const [flooded, tally] = await Promise.all([
      echoes(visitor, FLOOD_MS),
      flood(floodOf(bench, `${ABUSERS}${round}`, FLOOD_MS)),
    ]);
    noticed.rounds.push({ alone, flooded });
    for (const [what, count] of Object.entries(tally)) {
      noticed.tally[what] = (noticed.tally[what] ?? 0) + count;
    }
    await delay(CALM_MS);
  }
  visitor.leave();
  if (!(await isThere(bench.origin))) throw new Complaint('The server does not answer any more.');
  return noticed;
}

/** For people. `bare` is the Worker that refuses at once. */
export function noticedLines(ours: Noticed, bare: Noticed): string {
  const numbers = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join('  ');
  const ratios = (values: readonly number[]) =>
    `${middle(values).toFixed(2)}  (${values.map((value) => value.toFixed(2)).join('  ')})`;
  const lines = (['median', 'p95'] as const).flatMap((figure) => {
    const [alone, flooded, refused] = [
      ours.rounds.map((round) => round.alone[figure]),
      ours.rounds.map((round) => round.flooded[figure]),
      bare.rounds.map((round) => round.flooded[figure]),
    ];
    return [
      `own words back, alone, ms                          ${figure}  ${numbers(alone)}`,
      `own words back, in a flood, ms                     ${figure}  ${numbers(flooded)}`,
      `own words back, in a flood refused by a gate, ms   ${figure}  ${numbers(refused)}`,
      `in a flood / alone                                 ${figure}  ${ratios(quotients(flooded, alone))}`,
      `in a flood / in a flood refused by a gate          ${figure}  ${ratios(quotients(flooded, refused))}`,
    ];
  });
  const tallies = Object.entries(ours.tally).map(([what, count]) => `flood: ${what}  ${count}`);
  const refused = Object.values(bare.tally).reduce((sum, count) => sum + count, 0);
  return [...lines, ...tallies, `flood refused by a gate: sockets  ${refused}`, ''].join('\n');
}

/** Complains if the visitor was kept waiting, and it was not this machine that did. */
export function judge(ours: Noticed, bare: Noticed): void {
  const alone = middle(ours.rounds.map((round) => round.alone.median));
  const refused = middle(bare.rounds.map((round) => round.flooded.median));
  const ratio = middle(ours.rounds.map((round) => round.flooded.median)) / Math.max(alone, refused);
  if (ratio > TARGET_RATIO) {
    throw new Complaint(`The visitor waited ${ratio.toFixed(1)} times as long.`);
  }
}

const quotients = (upper: readonly number[], lower: readonly number[]): number[] =>
  upper.map((value, at) => value / (lower[at] ?? Number.NaN));

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function isThere(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(HEALTHZ_MS) })).ok;
  } catch {
    return false;
  }
}

/** How long it takes until what was said is in the log, again and again. */
async function echoes(visitor: Visitor, forMs: number): Promise<Figures> {
  const measured: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const [took] = await Promise.all([
      visitor.echo('Is the tent waterproof?'),
      delay(SAY_EVERY_MS),
    ]);
    measured.push(took);
  }
  return figuresOf(measured);
}
