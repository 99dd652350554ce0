/** A flood from one address, by a thread of its own: see abuser.ts. */
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Orders, Tally } from './abuser.ts';
import type { Bench } from './servers.ts';

export type { Tally };

/** Where all floods come from, each from an address of its own: whoever was refused stays so for a while. */
export const ABUSERS = '198.51.100.';

export type Address = `${typeof ABUSERS}${number}`;

type Flood = Omit<Orders, 'answer'>;

export function floodOf({ origin }: Bench, address: Address, forMs: number): Flood {
  const url = `${origin.replace(/^http/, 'ws')}/v1/sites/demo/socket`;
  return { url, address, forMs };
}

/** Floods; answers what came of it. */
export function flood(orders: Flood): Promise<Tally> {
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

/** How many sockets it opened or had refused. */
export function total(tally: Tally): number {
  return Object.entries(tally).reduce(
    (sum, [what, count]) => sum + (/ (opened|refused)$/.test(what) ? count : 0),
    0,
  );
}
