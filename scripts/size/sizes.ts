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
  /** Empty: all that is there before somebody writes. */
  openChat: 12 * KB,
  /** What a conversation adds, fetched as soon as somebody writes or comes back to one. */
  talk: 6 * KB,
  /** What that adds when something happens: the offer, the menu, the contact form and the like. */
  extra: 5 * KB,
  /** What speaks with the page around the chat, fetched where that speaks to it. */
  page: 1 * KB,
  /** Of a language, each: what an open chat says, and what is told of what happens in it. */
  tongue: 1.5 * KB,
  /** Whatever a conversation may ever have the runtime compile, the embedded assistant's answers included. */
  worker: 280 * KB,
  /** What the detector has learned, loaded before the first message is judged. */
  detector: 400 * KB,
  /** What the Worker itself says in every language, and tells them apart by, loaded with the detector. */
  languages: 150 * KB,
  /** What comes on top with the first answer of a model, each provider for itself. */
  model: 110 * KB,
  /** What comes on top when somebody opens the dashboard. */
  dashboard: 70 * KB,
} as const;

/** Prints the table of sizes; true if nothing is over its budget. */
export async function checkSizes(): Promise<boolean> {
  const [{ chat, talk, extra, page, tongues }, worker] = await Promise.all([
    buildAssets(),
    weighWorker(),
  ]);
  const loader = await weighFiles([join(ASSETS, 'widget.js')]);
  const parts = await weighFiles(chat.map((path) => join(ASSETS, path)));
  const said = await weighFiles(talk.map((path) => join(ASSETS, path)));
  const later = await weighFiles(extra.map((path) => join(ASSETS, path)));
  const around = await weighFiles(page.map((path) => join(ASSETS, path)));
  const sentences = await Promise.all(tongues.map((path) => weighFiles([join(ASSETS, path)])));
  const largest = (kind: string) =>
    sentences
      .filter((_, at) => tongues[at]?.endsWith(`.${kind}.json`))
      .reduce((most, weight) => (weight.gzip > most.gzip ? weight : most), NOTHING);
  const rows: Row[] = [
    { name: 'Loader', weight: loader, budget: BUDGETS.loader },
    { name: 'Chat', weight: parts },
    {
      name: 'Open, empty chat, loader included',
      weight: add(loader, parts),
      budget: BUDGETS.openChat,
    },
    { name: 'Conversation', weight: said, budget: BUDGETS.talk },
    { name: 'What happens in it, and the menu', weight: later, budget: BUDGETS.extra },
    { name: 'What speaks with the page', weight: around, budget: BUDGETS.page },
    { name: 'Words, largest language', weight: largest('words'), budget: BUDGETS.tongue },
    { name: 'Lines, largest language', weight: largest('lines'), budget: BUDGETS.tongue },
    { name: 'Worker without the next five', weight: worker.talk, budget: BUDGETS.worker },
    { name: 'Detector’s weights', weight: worker.detector, budget: BUDGETS.detector },
    { name: 'Worker’s languages', weight: worker.languages, budget: BUDGETS.languages },
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
const LANGUAGES = /^(?:all-tongues|written-in)-/;
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
  languages: Weight;
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
    const apart = [DASHBOARD, DETECTOR, LANGUAGES, WORKERS_AI, OPENAI, WORDS];
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
      languages: await besideTalk(LANGUAGES),
      workersAi: await besideTalk(WORKERS_AI, WORDS),
      openAi: await besideTalk(OPENAI, WORDS),
      dashboard: await besideTalk(DASHBOARD),
      all: await weighFiles(modules),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
