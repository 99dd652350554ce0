/** The harness and the Worker's own code, bundled for Node with stand-ins for the platform. */
import { build, type Plugin } from 'esbuild';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.ts';

const standIn = (name: string) => join(ROOT, 'scripts', 'fuzz', 'stand-ins', `${name}.ts`);

/** The modules of the platform, and the one that chooses models. */
const platform: Plugin = {
  name: 'platform',
  setup(build) {
    build.onResolve({ filter: /^cloudflare:(?:workers|email)$/ }, ({ path }) => ({
      path: standIn(path.slice('cloudflare:'.length)),
    }));
    build.onResolve({ filter: /^\.\/assistant\.ts$/ }, ({ importer }) =>
      importer.endsWith(join('conversation', 'conversation.ts'))
        ? { path: standIn('assistant') }
        : undefined,
    );
  },
};

/** Chance is the run's own where it decides when something is done, but not where libraries ask for it once. */
const chance: Plugin = {
  name: 'chance',
  setup(build) {
    build.onLoad({ filter: /src[\\/]conversation[\\/]courier\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('Math.random', 'chance'),
      loader: 'ts',
    }));
  },
};

/** What the bundle offers. */
export type Campaign = typeof import('./campaign.ts');

let bundled: Promise<string> | undefined;

/** The bundle's file, made once and gone with this process. */
export function bundleCampaign(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

/** Bundles into a folder of its own; answers the file. Lazy imports are bundled in: they take no thread's time. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-fuzz-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'campaign.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('scripts', 'fuzz', 'campaign.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    inject: [standIn('globals')],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    keepNames: true,
    plugins: [platform, chance],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outfile;
}
