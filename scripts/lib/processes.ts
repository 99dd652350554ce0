/** Reads the machine's process table, to tell our own leftovers from everybody else's processes. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Set, with a value nobody else has, in the environment of every tool that is started. Children inherit
 * it and a process cannot lose it, so unlike a process number it names what we started and nothing else.
 */
export const RUN_VARIABLE = 'BATON_RUN';

const isLinux = process.platform === 'linux';

/** Ends, without asking, every process that was started by or under run `run`. Returns how many. */
export function sweep(run: string): number {
  const pids = isLinux ? fromProc(run) : fromPs(run);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  return pids.length;
}

/**
 * When a running process began, in the platform's own notation: together with its number that names one
 * process for good. `undefined` once it is gone.
 */
export function beganAt(pid: number): string | undefined {
  if (!isLinux) return ps(['-o', 'lstart=', '-p', String(pid)]).trim() || undefined;
  const stat = read(`/proc/${pid}/stat`);
  // Field 2 is the program's name in brackets and may hold anything. Field 3 is the process's
  // condition, Z for one that has ended and is only remembered; field 22 its start in ticks since boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

function fromProc(run: string): number[] {
  const wanted = `${RUN_VARIABLE}=${run}`;
  return readdirSync('/proc')
    .filter(
      (name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).split('\0').includes(wanted),
    )
    .map(Number);
}

function fromPs(run: string): number[] {
  // -E shows the environment of one's own processes behind their command.
  return ps(['-A', '-E', '-ww', '-o', 'pid=,command='])
    .split('\n')
    .filter((line) => line.includes(`${RUN_VARIABLE}=${run}`))
    .map((line) => Number.parseInt(line, 10));
}

function ps(args: readonly string[]): string {
  return (
    spawnSync('ps', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout ?? ''
  );
}

/** Nothing, where a process has ended or belongs to somebody else. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
