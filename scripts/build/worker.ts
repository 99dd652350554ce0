/**
 * The Worker, bundled. Split into modules rather than left to wrangler: what one file imports lazily
 * (a model's SDK, MIME) is compiled by the runtime only when a conversation needs it.
 */
import { build } from 'esbuild';
import { basename, join } from 'node:path';
import { ROOT } from '../lib/paths.ts';
import { lean } from './lean.ts';

/** A module to upload: its name below dist/worker and what is in it. */
interface Module {
  path: string;
  content: Uint8Array;
}

/** Bundles src/index.ts, for a profile with its names kept. Throws esbuild's failure, whose lines esbuild has printed. */
export async function bundleWorker({ isReadable = false } = {}): Promise<Module[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join('src', 'index.ts')],
    outdir: join('dist', 'worker'),
    bundle: true,
    minify: !isReadable,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    plugins: [lean],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles.map((file) => ({ path: basename(file.path), content: file.contents }));
}
