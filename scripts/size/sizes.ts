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
  /** Menu, contact form and the like, fetched when they are needed first. */
  extra: 2.5 * KB,
  /** Whatever a conversation may ever have the runtime compile, the embedded assistant's answers included. */
  worker: 280 * KB,
  /** What the detector has learned, loaded before the first message is judged. */
  detector: 400 * KB,
  /** What comes on top with the first answer of a model, each provider for itself. */
  model: 110 * KB,
  /** What comes on top when somebody opens the dashboard. */
  dashboard: 70 * KB,
} as const;

/** Prints the table of sizes; true if nothing is over its budget. */
export async function checkSizes(): Promise<boolean> {
  const [{ chat, extra }, worker] = await Promise.all([buildAssets(), weighWorker()]);
  const loader = await weighFiles([join(ASSETS, 'widget.js')]);
  const parts = await weighFiles(chat.map((path) => join(ASSETS, path)));
  const later = await weighFiles(extra.map((path) => join(ASSETS, path)));
  const rows: Row[] = [
    { name: 'Loader', weight: loader, budget: BUDGETS.loader },
    { name: 'Chat', weight: parts },
    { name: 'Open chat, loader included', weight: add(loader, parts), budget: BUDGETS.openChat },
    { name: 'Chat’s seldom used parts', weight: later, budget: BUDGETS.extra },
    { name: 'Worker without the next four', weight: worker.talk, budget: BUDGETS.worker },
    { name: 'Detector’s weights', weight: worker.detector, budget: BUDGETS.detector },
    { name: 'Workers AI', weight: worker.workersAi, budget: BUDGETS.model },
    { name: 'OpenAI-compatible', weight: worker.openAi, budget: BUDGETS.model },
    { name: 'Dashboard', weight: worker.dashboard, budget: BUDGETS.dashboard },
    { name: 'Worker', weight: worker.all },
  ];
  console.log(table(rows));
  return !rows.some(isOver);
}

/** Modules by the names the bundler gives them: the file they begin with, and a hash. */
const DASHBOARD = /^dashboard-/;
const DETECTOR = /^weights-/;
const WORKERS_AI = /^workers-ai-/;
const OPENAI = /^openai-compatible-/;
/** What becomes of a model's words, whichever it is; and what finds articles by their meaning. */
const WORDS = /^(?:model-words|embedder)-/;

/** The modules below `folder` that `entries` import, now or later, by way of others than `except`. */
async function reachable(
  folder: string,
  entries: readonly string[],
  except: readonly RegExp[],
): Promise<Set<string>> {
  const found = new Set(entries);
  for (const name of found) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, next = ''] of text.matchAll(/["']\.\/([\w-]+\.js)["']/g)) {
      if (!except.some((pattern) => pattern.test(next))) found.add(next);
    }
  }
  return found;
}

async function weighFiles(files: readonly string[]): Promise<Weight> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return contents.map(weigh).reduce(add, NOTHING);
}

/** The Worker by what has the runtime compile it. */
interface WorkerWeight {
  talk: Weight;
  detector: Weight;
  workersAi: Weight;
  openAi: Weight;
  dashboard: Weight;
  all: Weight;
}

/** Bundles the Worker as a deploy would, without an account, and weighs the modules it would upload. */
async function weighWorker(): Promise<WorkerWeight> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-size-'));
  try {
    const { code, output } = await capture('wrangler', ['deploy', '--dry-run', '--outdir', folder]);
    if (code !== 0) {
      process.stderr.write(output);
      throw new Complaint('The Worker could not be bundled: see the lines above.');
    }
    const modules = (await list(folder)).filter((file) => !/\.(map|md)$/.test(file));
    const names = modules.map((file) => basename(file));
    const apart = [DASHBOARD, DETECTOR, WORKERS_AI, OPENAI, WORDS];
    const talk = await reachable(folder, ['index.js'], apart);
    const besideTalk = async (...entries: RegExp[]) => {
      const beginnings = names.filter((name) => entries.some((entry) => entry.test(name)));
      const others = apart.filter((pattern) => !entries.includes(pattern));
      const all = await reachable(folder, beginnings, others);
      return weighFiles(
        modules.filter((file) => all.has(basename(file)) && !talk.has(basename(file))),
      );
    };
    return {
      talk: await weighFiles(modules.filter((file) => talk.has(basename(file)))),
      detector: await besideTalk(DETECTOR),
      workersAi: await besideTalk(WORKERS_AI, WORDS),
      openAi: await besideTalk(OPENAI, WORDS),
      dashboard: await besideTalk(DASHBOARD),
      all: await weighFiles(modules),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
