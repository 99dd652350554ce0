import { access, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { hashFiles, list, readText, writeWhole } from '../lib/files.ts';
import { ASSETS, DIST, ROOT, WORKER } from '../lib/paths.ts';
import { docsSources } from './docs-sources.ts';

/** What a build left behind, kept in dist/build.json. */
interface Build {
  /** A hash over everything the build read. */
  inputs: string;
  /** Every file below dist that belongs to the build. */
  files: string[];
  /** What an open chat is made of besides the loader, as paths below dist/assets. */
  chat: string[];
  /** What a conversation adds to that, the same way. */
  talk: string[];
  /** What it fetches when it is needed first, the same way. */
  extra: string[];
  /** What it fetches to speak with the page around it, the same way. */
  page: string[];
  /** What it says, in two files a language. */
  tongues: string[];
}

const RECORD = join(DIST, 'build.json');
/** A server watches the folders that are served, and stumbles over a file that is there for an instant only. */
const WORKSHOP = join(DIST, 'half');
/** Folders whose every file may change what is built, the build itself included. */
const SOURCES = ['widget', 'src', 'scripts/build'];

/** Builds dist/assets and dist/worker, or finds that nothing changed since it was last built (`fresh` is false). */
export async function buildAssets(): Promise<Build & { fresh: boolean }> {
  const inputs = await hashFiles(await inputFiles());
  const last = await readRecord();
  if (last?.inputs === inputs && (await allThere(last.files))) return { ...last, fresh: false };

  // Loaded only when there is something to build: the usual start has no need to wait for them.
  const [{ bundle }, { bundleWorker }, { renderDocs }, { HEADERS }] = await Promise.all([
    import('./bundles.ts'),
    import('./worker.ts'),
    import('./docs.ts'),
    import('./headers.ts'),
  ]);
  const [bundles, modules, docs] = await Promise.all([
    bundle().catch(complain('The browser code could not be built: see the lines above.')),
    bundleWorker().catch(complain('The Worker could not be built: see the lines above.')),
    renderDocs(),
  ]);
  const assets = [...bundles.assets, ...docs, { path: '_headers', content: HEADERS }];
  const built = [
    ...assets.map(({ path, content }) => ({ path: `assets/${path}`, content })),
    ...modules.map(({ path, content }) => ({ path: `worker/${path}`, content })),
  ];
  await Promise.all(
    built.map(({ path, content }) => writeWhole(join(DIST, path), content, WORKSHOP)),
  );
  const { chat, talk, extra, page, tongues } = bundles;
  const kinds = { chat, talk, extra, page, tongues };
  const build = { inputs, files: built.map(({ path }) => path), ...kinds };
  await removeOthers(new Set(build.files));
  await writeWhole(RECORD, `${JSON.stringify(build, null, 2)}\n`);
  return { ...build, fresh: true };
}

function complain(why: string): () => never {
  return () => {
    throw new Complaint(why);
  };
}

async function inputFiles(): Promise<string[]> {
  const folders = await Promise.all(SOURCES.map((folder) => list(join(ROOT, folder))));
  const docs = (await docsSources()).map((source) => join(ROOT, source));
  return [
    ...folders.flat(),
    ...docs,
    join(ROOT, 'package.json'),
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'tsconfig.json'),
  ];
}

async function readRecord(): Promise<Build | undefined> {
  try {
    const value: unknown = JSON.parse((await readText(RECORD)) ?? '');
    return isBuild(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBuild(value: unknown): value is Build {
  return (
    typeof value === 'object' &&
    value !== null &&
    'inputs' in value &&
    typeof value.inputs === 'string' &&
    'files' in value &&
    isStrings(value.files) &&
    'chat' in value &&
    isStrings(value.chat) &&
    'talk' in value &&
    isStrings(value.talk) &&
    'extra' in value &&
    isStrings(value.extra) &&
    'page' in value &&
    isStrings(value.page) &&
    'tongues' in value &&
    isStrings(value.tongues)
  );
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

async function allThere(files: readonly string[]): Promise<boolean> {
  const found = await Promise.allSettled(files.map((file) => access(join(DIST, file))));
  return found.every(({ status }) => status === 'fulfilled');
}

/** What earlier builds left must not be deployed. */
async function removeOthers(keep: ReadonlySet<string>): Promise<void> {
  for (const file of [...(await list(ASSETS)), ...(await list(WORKER))]) {
    const path = relative(DIST, file).replaceAll('\\', '/');
    if (!keep.has(path)) await rm(file, { force: true });
  }
}
