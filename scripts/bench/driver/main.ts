/** The driver: a process of its own, lest what it does is done at the server's cost. Started by drive-it.ts. */
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Complaint } from '../../lib/complaint.ts';
import { CPU_IS_TOLD, cpuMs, memoryKib } from '../runtime-process.ts';
import { Bare } from './bare.ts';
import type { Drive, Stage } from './drive.ts';
import { DRIVES } from './drives.ts';
import { Ours } from './ours.ts';
import type { Note, Orders } from './talk.ts';

/** A server that uses less than this much of a processor has nothing left to do. */
const QUIET_SHARE = 0.03;
const LOOK_EVERY_MS = 250;
/** Quiet in so many looks on end. */
const LOOKS = 3;
/** It is not waited for longer, nor at all where nobody tells how much is used. */
const SETTLED_AFTER_MS = 20_000;
const BLIND_MS = 2_000;

const NS_PER_MS = 1_000_000;

process.once('disconnect', () => process.exit(1));

const orders: Orders = JSON.parse(process.argv[2] ?? '');
// What it samples is a timer, which is on time if it is late by one step.
const STEP_MS = 1;
const loop = monitorEventLoopDelay({ resolution: STEP_MS });
try {
  const { drive }: Drive = DRIVES[orders.drive];
  const stage = stageOf(orders);
  // The first of all has the runtime load what the others then find.
  await stage.side.open();
  const measured = await drive(stage);
  const lagMs = loop.percentile(99) / NS_PER_MS - STEP_MS;
  tell({ type: 'done', measured, ...(loop.count > 0 && { lagMs }) });
} catch (error) {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell({ type: 'failed', reason: error instanceof Complaint ? error.message : why });
}

function stageOf({ column, origin, pid }: Orders): Stage {
  return {
    side: column === 'ours' ? new Ours(origin) : new Bare(origin),
    column,
    origin,
    cpuOf: (task) => cpuOf(pid, task),
    settle: () => settle(pid),
    memoryKib: () => memoryKib(pid),
  };
}

async function cpuOf(pid: number, task: () => Promise<unknown>): Promise<number> {
  tell({ type: 'begins' });
  await once(process, 'message');
  loop.reset();
  loop.enable();
  const before = cpuMs(pid);
  await task();
  const used = cpuMs(pid) - before;
  loop.disable();
  tell({ type: 'ends' });
  await once(process, 'message');
  return used;
}

async function settle(pid: number): Promise<void> {
  if (!CPU_IS_TOLD) return delay(BLIND_MS);
  const end = performance.now() + SETTLED_AFTER_MS;
  for (let quiet = 0; quiet < LOOKS && performance.now() < end;) {
    const before = cpuMs(pid);
    await delay(LOOK_EVERY_MS);
    quiet = cpuMs(pid) - before < QUIET_SHARE * LOOK_EVERY_MS ? quiet + 1 : 0;
  }
}

function tell(note: Note): void {
  process.send?.(JSON.stringify(note));
}
