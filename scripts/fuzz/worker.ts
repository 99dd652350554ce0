/** A thread that plays runs, one after the other, until one fails. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Campaign } from './bundle.ts';
import type { Share } from './pool.ts';
import { add, emptyTally } from './tally.ts';

const { bundle, seeds, ...order }: Share = workerData;
const campaign: Campaign = await import(bundle);
process.on('unhandledRejection', campaign.onUnhandled);

const tally = emptyTally();
for (const seed of seeds) {
  const { failure, ...result } = await campaign.playSeed({ ...order, seed });
  add(tally, { ...result, runs: 1, failure });
  if (failure) break;
}
parentPort?.postMessage(tally, []);
