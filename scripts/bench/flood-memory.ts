/** What a long flood leaves behind in memory, and what as many plain requests leave there. */
import { type Address, flood, floodOf, total } from './flood.ts';
import { heapMegabytes } from './inspector.ts';
import { knockAtHealthz } from './knocker.ts';
import { runtimeMegabytes } from './runtime-process.ts';
import type { Bench } from './servers.ts';

const PART_MS = 20_000;

/** The whole flood is so many times as long as its first part. */
const PARTS = 3;

/** What V8 has in use may grow by so much over the later parts: nothing of a flood is kept. In MB. */
export const HEAP_SLACK_MB = 3;

interface Left {
  /** The heap in use, in MB: before, and after each part. */
  heap: number[];
  /** The whole runtime, in MB: before, and after each part. */
  runtime: number[];
  /** Connections in each part. */
  connections: number[];
}

/** After a flood by one address, part by part. */
export function leftByFlood(bench: Bench, address: Address): Promise<Left> {
  return left(bench, async () => total(await flood(floodOf(bench, address, PART_MS))));
}

/** After as long a flood of plain requests. */
export function leftByHealthz(bench: Bench): Promise<Left> {
  return left(bench, () => knockAtHealthz(bench.origin, PART_MS));
}

async function left(bench: Bench, part: () => Promise<number>): Promise<Left> {
  const found: Left = { heap: [], runtime: [], connections: [] };
  const look = async () => {
    found.heap.push(await heapMegabytes(bench));
    found.runtime.push(runtimeMegabytes());
  };
  await look();
  for (let at = 0; at < PARTS; at++) {
    found.connections.push(await part());
    await look();
  }
  return found;
}

/** For people. */
export function leftLines(name: string, { heap, runtime, connections }: Left): string {
  const of = (values: readonly number[]) => values.join(' → ');
  return [
    `${name}: heap in use ${of(heap)} MB, whole runtime ${of(runtime)} MB, `,
    `connections ${connections.join(' + ')}\n`,
  ].join('');
}
