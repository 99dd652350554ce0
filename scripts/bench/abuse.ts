/**
 * `npm run bench -- abuse`: what a well-behaved visitor notices of somebody at another address who floods
 * the same Worker. They share one machine here, so the flood’s own work slows the visitor too.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { Complaint } from '../lib/complaint.ts';
import type { Orders, Tally } from './abuser.ts';
import { type Figures, figuresOf, tableOf } from './figures.ts';
import { runtimeMegabytes } from './memory.ts';
import type { Bench } from './servers.ts';
import { Visitor } from './visitor.ts';

const ALONE_MS = 15_000;
const FLOOD_MS = 20_000;
/** After the flood, before memory is looked at once more. */
const CALM_MS = 5_000;

/** Somebody who asks whether the server is there waits no longer. */
const HEALTHZ_MS = 5_000;

/** Slower than a visitor may: nothing of it is refused. */
const SAY_EVERY_MS = 250;

const VISITOR = '203.0.113.10';
const ABUSER = '198.51.100.66';

/** How much longer an entry may take to come back, at the median. */
const TARGET_RATIO = 2;

/** Measures, prints, and complains if the visitor was kept waiting, or the server is no more. */
export async function measureAbuse({ origin }: Bench): Promise<void> {
  const visitor = await Visitor.arrive(origin, VISITOR);
  await echoes(visitor, ALONE_MS / 5);
  const before = runtimeMegabytes();
  const alone = await echoes(visitor, ALONE_MS);
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, runtimeMegabytes());
  }, 1_000);
  const [flooded, tally] = await Promise.all([
    echoes(visitor, FLOOD_MS),
    flood({
      url: `${origin.replace(/^http/, 'ws')}/v1/sites/demo/socket`,
      address: ABUSER,
      forMs: FLOOD_MS,
    }),
  ]);
  clearInterval(watch);
  await delay(CALM_MS);
  const after = runtimeMegabytes();
  const ok = await isThere(origin);
  visitor.leave();
  const ratio = flooded.median / alone.median;
  process.stdout.write(
    [
      tableOf([
        ['own words back, alone', alone],
        ['own words back, in a flood', flooded],
      ]),
      `ratio  median ${ratio.toFixed(2)}  p95 ${(flooded.p95 / alone.p95).toFixed(2)}\n`,
      `memory of the runtime  before ${before} MB  at most ${highest} MB  after ${after} MB\n`,
      ...Object.entries(tally).map(([what, count]) => `flood: ${what}  ${count}\n`),
      `healthz  ${ok ? 'answers' : 'does not answer'}\n`,
    ].join(''),
  );
  if (!ok) throw new Complaint('The server does not answer any more.');
  if (ratio > TARGET_RATIO) {
    throw new Complaint(`The visitor waited ${ratio.toFixed(1)} times as long.`);
  }
}

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

function flood(orders: Omit<Orders, 'answer'>): Promise<Tally> {
  const { port1: heard, port2: answer } = new MessageChannel();
  const thread = new Worker(new URL('abuser.ts', import.meta.url), {
    workerData: { ...orders, answer } satisfies Orders,
    transferList: [answer],
  });
  return new Promise<Tally>((resolve, reject) => {
    heard.once('message', resolve);
    thread.once('error', reject);
  }).finally(() => heard.close());
}
