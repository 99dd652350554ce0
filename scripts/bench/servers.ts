/**
 * The Worker as it was built, served in two ways: by the runtime alone, and by wrangler as `npm start` has
 * it. And what it is held against, the bare object, by the same runtime with the same settings.
 */
import { build } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lean } from '../build/lean.ts';
import { Complaint } from '../lib/complaint.ts';
import { freePort } from '../lib/free-port.ts';
import { ROOT, WORKER } from '../lib/paths.ts';
import { start } from '../lib/tools.ts';
import { isHealthy } from '../start/server.ts';
import { runtimes } from './runtime-process.ts';

export interface Bench {
  origin: string;
  /** The process of the runtime; 0 behind wrangler, where others work too. */
  pid: number;
  /** Where the runtime lets itself be inspected, if it was asked to: `ws://…`. */
  inspector?: string;
  stop(): Promise<void>;
}

/** Vars of the Worker by their names; see wrangler.toml. */
export type Vars = Readonly<Record<string, string>>;

const PATIENCE_MS = 90_000;

/** How the runtime alone is started, where that matters. */
export interface RuntimeWishes {
  isInspected?: boolean;
  /** With the browser code, and whatever routes requests to it. */
  hasAssets?: boolean;
  /** Requests from addresses that begin like this are refused before anything of ours sees them. */
  refused?: string;
  /** The model is a stub inside of the Worker; the bare object hears it through its provider's package. */
  hasStubModel?: boolean;
  /** The modules of the Worker: those that were built, unless told. */
  folder?: string;
}

/** `state`: a folder whose database is ready, which nobody else serves. */
export async function overRuntime(
  state: string,
  vars: Vars,
  { refused, folder = WORKER, ...wishes }: RuntimeWishes = {},
): Promise<Bench> {
  const { modulesRules: _, ...served } = await workerOptions();
  const { assets: __, ...bodiless } = served;
  const options = wishes.hasAssets === true ? served : bodiless;
  const before = [
    ...(refused === undefined ? [] : [gateFor(refused, folder)]),
    ...(wishes.hasStubModel === true ? await stubFor(folder) : []),
  ];
  return serve(
    {
      ...options,
      name: 'baton',
      modules: [...before, ...(await modules(folder))],
      modulesRoot: folder,
      bindings: Object.assign({}, options['bindings'], vars),
    },
    state,
    wishes,
  );
}

const BARE = join(ROOT, 'scripts', 'bench', 'bare');

/** The bare object. `model`: the address of a model that it can be told to listen to. */
export async function overBare(
  state: string,
  model: string,
  wishes: RuntimeWishes = {},
): Promise<Bench> {
  const { compatibilityDate, compatibilityFlags } = await workerOptions();
  const contents = await bundled(wishes.hasStubModel === true ? 'hearer.ts' : 'worker.ts');
  return serve(
    {
      compatibilityDate: String(compatibilityDate),
      compatibilityFlags: Array.isArray(compatibilityFlags) ? compatibilityFlags.map(String) : [],
      name: 'bare',
      modules: [{ type: 'ESModule', path: join(BARE, 'index.js'), contents }],
      modulesRoot: BARE,
      bindings: { MODEL_URL: model },
      durableObjects: { BARE: { className: 'Bare', useSQLite: true } },
    },
    state,
    wishes,
  );
}

/** Of wrangler.toml, as miniflare wants them. */
async function workerOptions() {
  // wrangler is told before it is loaded: what it has to say would mix with the figures.
  process.env['WRANGLER_LOG'] = 'error';
  const { unstable_getMiniflareWorkerOptions: readOptions } = await import('wrangler');
  return readOptions(join(ROOT, 'wrangler.toml')).workerOptions;
}

type Worker = Parameters<(typeof import('miniflare'))['convertV4MiniflareOptions']>[0];

/** Without assets, requests reach the Worker with nothing of miniflare's own between. */
async function serve(
  worker: Worker & { name: string },
  state: string,
  { hasAssets = false, isInspected = false }: RuntimeWishes,
): Promise<Bench> {
  const { convertV4MiniflareOptions, Miniflare } = await import('miniflare');
  const before = new Set(runtimes().map(({ pid }) => pid));
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      ...worker,
      resourcePersistencePath: join(state, 'v3'),
      port: 0,
      // What a Worker notes in passing would mix with the figures.
      handleStructuredLogs({ level, message }) {
        if (level === 'error' || level === 'warn') process.stderr.write(`${message}\n`);
      },
      ...(!hasAssets && { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] }),
      ...(isInspected && { inspectorPort: 0 }),
    }),
  );
  const entrance = await runtime.ready;
  const { origin } = hasAssets ? entrance : await runtime.unsafeGetDirectURL(worker.name);
  const pid = runtimes().find((process) => !before.has(process.pid))?.pid ?? 0;
  const inspector = isInspected ? { inspector: String(await runtime.getInspectorURL()) } : {};
  return { origin, pid, ...inspector, stop: () => runtime.dispose() };
}

/** A module before all others, for which refusing is the least work there is. */
function gateFor(addresses: string, folder: string) {
  const contents = `
    import worker from './index.js';
    export * from './index.js';
    export default {
      fetch: (request, env, ctx) =>
        request.headers.get('CF-Connecting-IP')?.startsWith(${JSON.stringify(addresses)})
          ? new Response(null, { status: 429 })
          : worker.fetch(request, env, ctx),
    };`;
  return { type: 'ESModule' as const, path: join(folder, 'gate.js'), contents };
}

/** A module before all others, which has conversations ask a stub; and the stub. */
async function stubFor(folder: string) {
  const contents = `
    import { Conversation as Built } from './index.js';
    import { stubModel } from './stub-model.js';
    export * from './index.js';
    export { default } from './index.js';
    export class Conversation extends Built {
      constructor(ctx, env) {
        super(ctx, { ...env, AI: stubModel });
      }
    }`;
  const type = 'ESModule' as const;
  return [
    { type, path: join(folder, 'with-stub.js'), contents },
    { type, path: join(folder, 'stub-model.js'), contents: await bundled('stub-model.ts') },
  ];
}

/** A module of those beside the bare object, with all that it imports. */
async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(BARE, name)],
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    target: 'es2024',
    plugins: [lean],
  });
  return outputFiles[0]?.text ?? '';
}

/** The one that everything begins with comes first. */
async function modules(folder: string) {
  const names = await readdir(folder);
  names.sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'));
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
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
    return { origin: `http://localhost:${port}`, pid: 0, stop };
  }
  await stop();
  throw new Complaint('The server did not start.');
}
