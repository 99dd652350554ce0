/** Plays many runs on several threads. */
import { Worker } from 'node:worker_threads';
import { bundleCampaign } from './bundle.ts';
import type { Order } from './campaign.ts';
import { add, emptyTally, type Tally } from './tally.ts';

/** `seed`: that of the first run; every next one's is one more. */
type Campaigning = Order & {
  runs: number;
  /** Each goes on to a failure of its own: one alone stops at the first. */
  threads?: number;
};

/** What one thread is given. */
export type Share = Omit<Order, 'seed'> & { bundle: string; seeds: number[] };

const THREADS = 2;

/** So many runs at a time: the first failure ends it all before long, and so does memory that leaks. */
const BATCH = 5_000;

/** Plays runs until all are played or one has failed; tells after each batch how many were. */
export async function campaign(
  { seed, runs, threads = THREADS, ...order }: Campaigning,
  told: (runs: number) => void = () => undefined,
): Promise<Tally> {
  const bundle = await bundleCampaign();
  const tally = emptyTally();
  for (let from = 0; from < runs && !tally.failure; from += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, runs - from) }, (_, at) => seed + from + at);
    const shares = Array.from({ length: Math.min(threads, seeds.length) }, (_, thread) => ({
      ...order,
      bundle,
      seeds: seeds.filter((_, at) => at % threads === thread),
    }));
    for (const part of await Promise.all(shares.map(play))) add(tally, part);
    told(tally.runs);
  }
  return tally;
}

function play(share: Share): Promise<Tally> {
  const { promise, resolve, reject } = Promise.withResolvers<Tally>();
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: share,
    // Whatever this process was started with is for it alone.
    execArgv: [],
  });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('A thread ended without a word.')));
  return promise;
}
