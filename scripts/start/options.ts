import { resolve } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { ROOT } from '../lib/paths.ts';

interface Options {
  port: number;
  /** The folder, absolute, that holds everything the local server remembers. */
  state: string;
}

const DEFAULT_PORT = 8787;
const DEFAULT_STATE = '.wrangler/state';

/** Reads `PORT` and `BATON_STATE`. Complains about a port that is none. */
export function readOptions(env: Readonly<Record<string, string | undefined>>): Options {
  const { PORT: port, BATON_STATE: state } = env;
  return {
    port: port ? parsePort(port) : DEFAULT_PORT,
    state: resolve(ROOT, state || DEFAULT_STATE),
  };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new Complaint(`PORT must be a number from 1 to 65535, not "${text}".`, 2);
  }
  return port;
}
