/**
 * The browser code, bundled: the loader every embedding page fetches, the chat it brings in when it is
 * wanted, and the scripts and style sheets of our own pages.
 */
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { list } from '../lib/files.ts';
import { ASSETS, ROOT } from '../lib/paths.ts';

/** A file to serve: its path below the assets folder, such as `widget.js`, and what is in it. */
export interface Asset {
  path: string;
  content: string | Uint8Array;
}

export interface Bundles {
  assets: Asset[];
  /** What an open chat is made of, as asset paths: its entry, then everything that one loads at once. */
  chat: string[];
  /** What it fetches when it is needed first. */
  extra: string[];
}

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  absWorkingDir: ROOT,
  outdir: ASSETS,
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

const widget = (...path: string[]) => join(ROOT, 'widget', ...path);

/** Bundles everything a browser loads. Throws esbuild's failure, whose lines esbuild has printed. */
export async function bundle(): Promise<Bundles> {
  const [{ assets, chat, extra }, pages] = await Promise.all([bundleChat(), bundlePages()]);
  const loader = await build({
    ...COMMON,
    entryPoints: { widget: widget('visitor', 'loader.ts') },
    format: 'iife',
    define: { ...COMMON.define, __CHAT_PATH__: JSON.stringify(`/${chat[0]}`) },
  });
  return { assets: [...assetsOf(loader), ...assets, ...pages], chat, extra };
}

/** The chat, and what it fetches later: the two share no code, or a third file would have to hold it. */
async function bundleChat(): Promise<Bundles> {
  const extra = await bundleModule('baton/extra', widget('visitor', 'extra', 'extra.tsx'), {});
  const chat = await bundleModule('baton/chat', widget('visitor', 'chat.tsx'), {
    __EXTRA__: JSON.stringify(basename(extra.paths[0] ?? '')),
  });
  return { assets: [...extra.assets, ...chat.assets], chat: chat.paths, extra: extra.paths };
}

/** A module whose name carries its hash, so that it can be cached for good and never be stale. */
async function bundleModule(name: string, file: string, define: Record<string, string>) {
  const result = await build({
    ...COMMON,
    entryPoints: { [name]: file },
    entryNames: '[dir]/[name].[hash]',
    chunkNames: `${name}.[hash]`,
    format: 'esm',
    splitting: true,
    define: { ...COMMON.define, ...define },
  });
  const paths = loadedAtOnce(result.metafile);
  if (paths.length === 0) throw new Error(`${name} has no entry`);
  return { assets: assetsOf(result), paths };
}

async function bundlePages(): Promise<Asset[]> {
  const pages = await list(widget('pages'), 'flat');
  const dashboard = await list(widget('dashboard'), 'flat');
  const agent = await list(widget('agent'), 'flat');
  const scripts = [...pages, ...dashboard].filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  const entries = [
    widget('agent', 'takeover.tsx'),
    ...scripts,
    ...(await rootSheets([...pages, ...dashboard, ...agent])),
  ];
  const result = await build({
    ...COMMON,
    entryPoints: entries.map((file) => ({
      in: file,
      out: `baton/${basename(file).replace(/\.\w+$/, '')}`,
    })),
    format: 'esm',
  });
  return assetsOf(result);
}

/** The style sheets that no other one imports: those are the ones a page links to. */
async function rootSheets(files: readonly string[]): Promise<string[]> {
  const sheets = files.filter((file) => file.endsWith('.css'));
  const imported = new Set<string>();
  for (const sheet of sheets) {
    for (const [, path = ''] of (await readFile(sheet, 'utf8')).matchAll(
      /@import\s+['"](.+?)['"]/g,
    )) {
      imported.add(resolve(dirname(sheet), path));
    }
  }
  return sheets.filter((sheet) => !imported.has(sheet));
}

function assetsOf(result: { outputFiles: { path: string; contents: Uint8Array }[] }): Asset[] {
  return result.outputFiles.map((file) => ({
    path: pathOf(file.path),
    content: file.contents,
  }));
}

/** The entry and what it imports statically, and what those import: a dynamic import costs only who needs it. */
function loadedAtOnce(metafile: Metafile): string[] {
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint);
  const found = new Set<string>(entry === undefined ? [] : [entry]);
  for (const path of found) {
    for (const { kind, path: next } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') found.add(next);
    }
  }
  return Array.from(found, pathOf);
}

function pathOf(output: string): string {
  return resolve(ROOT, output)
    .slice(ASSETS.length + 1)
    .replaceAll('\\', '/');
}
