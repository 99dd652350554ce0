/** The servers of the bench: each on a state of its own, and gone when its task is done. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../build/assets.ts';
import { prepareDatabase } from '../start/database.ts';
import { newSecret } from '../start/dev-vars.ts';
import type { House } from './scenario.ts';
import { type Bench, overBare, overRuntime, overWrangler, type Vars } from './servers.ts';

/** The limits of a deployment would be in the way of a load that comes from one machine. */
const COMMON = {
  BATON_ENV: 'development',
  BATON_SECRET: newSecret(),
  OWNER_EMAIL: 'owner@acme.example',
  MODEL_PROVIDER: 'embedded',
  OPENS_PER_MINUTE: '100000',
  SOCKETS_PER_NETWORK: '100000',
  ANSWERS_PER_CONVERSATION: '100000',
  ANSWERS_PER_NETWORK: '100000',
  ANSWERS_PER_SITE: '100000',
} satisfies Vars;

/** Does `task` with a folder in which a database is ready. */
export async function withDatabase(task: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  try {
    await Promise.all([buildAssets(), prepareDatabase(join(folder, 'database'))]);
    await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A house whose states are made in `folder`, where everything is measured so often. */
export function houseIn(folder: string, repeats: number): House {
  return {
    repeats,
    with(column, { vars = {}, model = '', ...wishes }, task) {
      const ours = (state: string) => overRuntime(state, { ...COMMON, ...vars }, wishes);
      const bare = (state: string) => overBare(state, model, wishes);
      return on(folder, column === 'ours' ? ours : bare, task);
    },
    withWrangler: (vars, task) =>
      on(folder, (state) => overWrangler(state, { ...COMMON, ...vars }), task),
  };
}

/** Does `task` with a server of its own, on its own copy of the database. */
export async function on<T>(
  folder: string,
  serve: (state: string) => Promise<Bench>,
  task: (bench: Bench) => Promise<T>,
): Promise<T> {
  const state = await mkdtemp(join(folder, 'state-'));
  await cp(join(folder, 'database'), state, { recursive: true });
  const bench = await serve(state);
  try {
    return await task(bench);
  } finally {
    await bench.stop();
    await rm(state, { recursive: true, force: true });
  }
}
