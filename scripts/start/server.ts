import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { start } from '../lib/tools.ts';

const LOOK_EVERY_MS = 50;
/** One look at a server that accepts a connection and then says nothing. */
const LOOK_MS = 1_000;
/** How long a runtime that crashed may take to be back. */
const RECOVERY_MS = 2_000;
/** What wrangler says when workerd died and it starts another. */
const CRASH = 'runtime crashed unexpectedly';

export interface Server {
  /** Settles once the server has ended. */
  ended: Promise<unknown>;
  /** Settles once the server is there and will never answer again. */
  lost: Promise<void>;
}

interface ServerOptions {
  port: number;
  state: string;
  run: string;
  /** Of anything, unless told: a runtime that was killed has remarks on every alarm it finds. */
  complains?: 'of anything' | 'of errors';
}

/**
 * Starts the local server on every address of localhost, reachable from this machine only, under the
 * name `run`. It rebuilds when the Worker's source changes. What it says is passed on.
 */
export function startServer(options: ServerOptions): Server {
  const { port, state, run, complains = 'of anything' } = options;
  const args = ['dev', '--local', '--ip', 'localhost', '--port', String(port)];
  args.push('--inspector-port', '0', '--persist-to', state);
  const level = complains === 'of anything' ? 'warn' : 'error';
  args.push('--log-level', level, '--show-interactive-dev-session', 'false');
  // The registry lets Workers on one machine find each other by name. Two Batons must not.
  const env = { WRANGLER_REGISTRY_PATH: join(state, 'registry') };
  const { child, ended } = start('wrangler', args, { run, env, output: 'pipe' });
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  return { ended, lost: whenLost([child.stdout, child.stderr], port) };
}

/**
 * wrangler replaces a workerd that died, but the one in front of the Worker comes back without knowing
 * where to pass requests on to, and lets them wait for ever.
 */
function whenLost(streams: (NodeJS.ReadableStream | null)[], port: number): Promise<void> {
  return new Promise((resolve) => {
    let looking = false;
    const hear = async (chunk: Buffer) => {
      if (looking || !chunk.toString().includes(CRASH)) return;
      looking = true;
      if (!(await isHealthy(port, RECOVERY_MS, new AbortController().signal))) resolve();
      looking = false;
    };
    for (const stream of streams) stream?.on('data', hear);
  });
}

/** Waits until the server answers. False if it did not within `patienceMs` or `gone` fired before. */
export async function isHealthy(
  port: number,
  patienceMs: number,
  gone: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!gone.aborted && performance.now() < deadline) {
    try {
      const signal = AbortSignal.any([gone, AbortSignal.timeout(LOOK_MS)]);
      const response = await fetch(`http://localhost:${port}/healthz`, { signal });
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await delay(LOOK_EVERY_MS);
  }
  return false;
}
