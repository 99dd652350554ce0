/** What the system says of a running `workerd`. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const NS_PER_MS = 1_000_000;
const KIB_PER_MIB = 1_024;

interface Process {
  pid: number;
  kib: number;
}

/** Every `workerd` that this process started, whichever way. */
export function runtimes(): Process[] {
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).stdout;
  const processes = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', kib = '', ...name] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), kib: Number(kib), name: name.join(' ') };
    });
  const below = new Set([process.pid]);
  for (let before = 0; before !== below.size;) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  return processes.filter(({ pid, name }) => below.has(pid) && name.endsWith('workerd'));
}

/** Megabytes of all of them. */
export function runtimeMegabytes(): number {
  return Math.round(runtimes().reduce((sum, { kib }) => sum + kib, 0) / KIB_PER_MIB);
}

/** KiB of memory that a process has in use. */
export function memoryKib(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout.trim());
}

/** Whether {@link cpuMs} knows anything here. */
export const CPU_IS_TOLD = process.platform === 'linux';

/**
 * Milliseconds of CPU that the threads of a process have used, by the scheduler's own count, which is exact
 * to the nanosecond. NaN where there is no such count: Linux alone has it.
 */
export function cpuMs(pid: number): number {
  if (!CPU_IS_TOLD) return Number.NaN;
  const threads = readdirSync(`/proc/${pid}/task`);
  const ns = threads.reduce((sum, thread) => sum + runTimeNs(`/proc/${pid}/task/${thread}`), 0);
  return ns / NS_PER_MS;
}

/** Nothing of a thread that ended while we looked. */
function runTimeNs(thread: string): number {
  try {
    return Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
