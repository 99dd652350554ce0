/** The Worker as it was built, served in two ways: by the runtime alone, and by wrangler as `npm start` has it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { freePort } from '../lib/free-port.ts';
import { ROOT, WORKER } from '../lib/paths.ts';
import { start } from '../lib/tools.ts';
import { isHealthy } from '../start/server.ts';

export interface Bench {
  origin: string;
  stop(): Promise<void>;
}

/** Vars of the Worker by their names; see wrangler.toml. */
export type Vars = Readonly<Record<string, string>>;

const PATIENCE_MS = 90_000;

/** `state`: a folder whose database is ready, which nobody else serves. */
export async function overRuntime(state: string, vars: Vars): Promise<Bench> {
  // wrangler is told before it is loaded: what it has to say would mix with the figures.
  process.env['WRANGLER_LOG'] = 'error';
  const [{ unstable_getMiniflareWorkerOptions: readOptions }, miniflare] = await Promise.all([
    import('wrangler'),
    import('miniflare'),
  ]);
  const { workerOptions } = readOptions(join(ROOT, 'wrangler.toml'));
  const { modulesRules: _, ...options } = workerOptions;
  const worker = {
    ...options,
    name: 'baton',
    modules: await modules(),
    modulesRoot: WORKER,
    bindings: Object.assign({}, options['bindings'], vars),
    resourcePersistencePath: join(state, 'v3'),
    port: 0,
  };
  const runtime = new miniflare.Miniflare(miniflare.convertV4MiniflareOptions(worker));
  const { origin } = await runtime.ready;
  return { origin, stop: () => runtime.dispose() };
}

/** The one that everything begins with comes first. */
async function modules() {
  const names = await readdir(WORKER);
  names.sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'));
  return Promise.all(
    names.map(async (name) => {
      const path = join(WORKER, name);
      return { type: 'ESModule' as const, path, contents: await readFile(path, 'utf8') };
    }),
  );
}

/** `state`: as above. */
export async function overWrangler(state: string, vars: Vars): Promise<Bench> {
  const port = await freePort();
  const args = ['dev', '--local', '--ip', 'localhost', '--port', String(port)];
  args.push('--inspector-port', '0', '--persist-to', state);
  args.push('--log-level', 'error', '--show-interactive-dev-session', 'false');
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}:${value}`);
  const env = { WRANGLER_REGISTRY_PATH: join(state, 'registry') };
  const { child, ended } = start('wrangler', args, { env, output: 'pipe' });
  child.stderr?.pipe(process.stderr);
  const gone = new AbortController();
  void ended.then(() => gone.abort());
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  if (await isHealthy(port, PATIENCE_MS, gone.signal)) {
    return { origin: `http://localhost:${port}`, stop };
  }
  await stop();
  throw new Complaint('The server did not start.');
}
