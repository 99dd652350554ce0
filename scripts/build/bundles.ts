/**
 * The browser code, bundled: the loader every embedding page fetches, the chat it brings in when it is
 * wanted, and the scripts and style sheets of our own pages.
 */
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { list } from '../lib/files.ts';
import { squeeze } from './squeeze.ts';
import { bundleTongues } from './tongues.ts';
import { ASSETS, ROOT } from '../lib/paths.ts';

/** A file to serve: its path below the assets folder, such as `widget.js`, and what is in it. */
export interface Asset {
  path: string;
  content: string | Uint8Array;
}

interface Bundles {
  assets: Asset[];
  /** What an open chat is made of, as asset paths: its entry, then everything that one loads at once. */
  chat: string[];
  /** What it fetches when it is needed first. */
  talk: string[];
  /** What that fetches when it is needed first, the same way. */
  extra: string[];
  /** What it fetches to speak with the page around it, where that speaks to it. */
  page: string[];
  /** What it says, in two files a language. */
  tongues: string[];
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
  const tongues = await bundleTongues();
  const [{ assets, chat, talk, extra, page }, pages] = await Promise.all([
    bundleChat(tongues.folder),
    bundlePages(),
  ]);
  const loader = await build({
    ...COMMON,
    entryPoints: { widget: widget('visitor', 'loader.ts') },
    format: 'iife',
    define: {
      ...COMMON.define,
      __CHAT_PATH__: JSON.stringify(`/${chat[0]}`),
      __TONGUES_PATH__: JSON.stringify(`/${tongues.folder}`),
    },
  });
  return {
    assets: [
      ...(await squeeze(assetsOf(loader), 'script')),
      ...assets,
      ...tongues.assets,
      ...pages,
    ],
    chat,
    talk,
    extra,
    page,
    tongues: tongues.assets.map(({ path }) => path),
  };
}

/** The chat, and what it fetches later: they share no code, or another file would have to hold it. */
async function bundleChat(tongues: string): Promise<Omit<Bundles, 'tongues'>> {
  const extra = await bundleModule('baton/extra', widget('visitor', 'extra', 'extra.tsx'), {
    __TONGUES__: JSON.stringify(basename(tongues)),
  });
  const talk = await bundleModule('baton/talk', widget('visitor', 'talk', 'create-talk.tsx'), {
    __EXTRA__: JSON.stringify(basename(extra.paths[0] ?? '')),
  });
  const page = await bundleModule('baton/page', widget('visitor', 'page', 'page.ts'), {});
  const chat = await bundleModule('baton/chat', widget('visitor', 'chat.tsx'), {
    __TALK__: JSON.stringify(basename(talk.paths[0] ?? '')),
    __PAGE__: JSON.stringify(basename(page.paths[0] ?? '')),
    __TONGUES__: JSON.stringify(basename(tongues)),
  });
  return {
    assets: await squeeze(
      [extra, talk, page, chat].flatMap(({ assets }) => assets),
      'module',
    ),
    chat: chat.paths,
    talk: talk.paths,
    extra: extra.paths,
    page: page.paths,
  };
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
