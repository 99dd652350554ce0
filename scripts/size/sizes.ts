import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildAssets } from '../build/assets.ts';
import { Complaint } from '../lib/complaint.ts';
import { list } from '../lib/files.ts';
import { ASSETS } from '../lib/paths.ts';
import { capture } from '../lib/tools.ts';
import { add, isOver, NOTHING, table, weigh, type Row, type Weight } from './weight.ts';

const KB = 1_000;
/** In bytes after gzip. */
const BUDGETS = {
  loader: 3 * KB,
  openChat: 14 * KB,
  /** Whatever a conversation may ever have the runtime compile. */
  worker: 280 * KB,
  /** What comes on top when somebody opens the dashboard. */
  dashboard: 70 * KB,
} as const;

/** Prints the table of sizes; true if nothing is over its budget. */
export async function checkSizes(): Promise<boolean> {
  const [{ chat }, worker] = await Promise.all([buildAssets(), weighWorker()]);
  const loader = await weighFiles([join(ASSETS, 'widget.js')]);
  const parts = await weighFiles(chat.map((path) => join(ASSETS, path)));
  const rows: Row[] = [
    { name: 'Loader', weight: loader, budget: BUDGETS.loader },
    { name: 'Chat', weight: parts },
    { name: 'Open chat, loader included', weight: add(loader, parts), budget: BUDGETS.openChat },
    { name: 'Worker without the dashboard', weight: worker.talk, budget: BUDGETS.worker },
    { name: 'Dashboard', weight: worker.dashboard, budget: BUDGETS.dashboard },
    { name: 'Worker', weight: add(worker.talk, worker.dashboard) },
  ];
  console.log(table(rows));
  return !rows.some(isOver);
}

/** The module that begins the dashboard: src/routes/dashboard/index.ts, by the name the bundler gives it. */
const DASHBOARD = /^dashboard-/;

/** The modules below `folder` that `entry` imports, now or later, by way of others than `except`. */
async function reachable(folder: string, entry: string, except: RegExp): Promise<Set<string>> {
  const found = new Set([entry]);
  for (const name of found) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, next = ''] of text.matchAll(/["']\.\/([\w-]+\.js)["']/g)) {
      if (!except.test(next)) found.add(next);
    }
  }
  return found;
}

async function weighFiles(files: readonly string[]): Promise<Weight> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return contents.map(weigh).reduce(add, NOTHING);
}

/** Bundles the Worker as a deploy would, without an account, and weighs the modules it would upload. */
async function weighWorker(): Promise<{ talk: Weight; dashboard: Weight }> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-size-'));
  try {
    const { code, output } = await capture('wrangler', ['deploy', '--dry-run', '--outdir', folder]);
    if (code !== 0) {
      process.stderr.write(output);
      throw new Complaint('The Worker could not be bundled: see the lines above.');
    }
    const modules = (await list(folder)).filter((file) => !/\.(map|md)$/.test(file));
    const talk = await reachable(folder, 'index.js', DASHBOARD);
    const isTalk = (file: string) => talk.has(basename(file));
    return {
      talk: await weighFiles(modules.filter(isTalk)),
      dashboard: await weighFiles(modules.filter((file) => !isTalk(file))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
