/** How much memory the runtime has that this process started. */
import { spawnSync } from 'node:child_process';

const KIB_PER_MIB = 1_024;

/** Megabytes of all processes below this one that are a `workerd`. */
export function runtimeMegabytes(): number {
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).stdout;
  const processes = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', kib = '', ...name] = line.trim().split(/\s+/);
      return { pid, parent, kib: Number(kib), name: name.join(' ') };
    });
  const below = new Set([String(process.pid)]);
  for (let before = 0; before !== below.size;) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  const ours = processes.filter(({ pid, name }) => below.has(pid) && name.endsWith('workerd'));
  return Math.round(ours.reduce((sum, { kib }) => sum + kib, 0) / KIB_PER_MIB);
}
