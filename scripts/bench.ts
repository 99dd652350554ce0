/**
 * `npm run bench [-- --json]`: what can be measured of the built Worker on this machine, against a model
 * server of its own. `npm run bench -- abuse`: what a flood does to it. Complains if a figure is over its
 * target.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ModelServer, startModelServer } from '../test/models/server.ts';
import { measureAbuse } from './bench/abuse.ts';
import { type Figures, tableOf } from './bench/figures.ts';
import { embeddedDrafts, modelDrafts } from './bench/first-draft.ts';
import { type Bench, overRuntime, overWrangler, type Vars } from './bench/servers.ts';
import { buildAssets } from './build/assets.ts';
import { Complaint, main, onlyFlags } from './lib/complaint.ts';
import { prepareDatabase } from './start/database.ts';
import { newSecret } from './start/dev-vars.ts';

/** Milliseconds that our path may add to a model's first word, at the median. */
const TARGET_MS = 25;
const TARGETED = 'draft after a model’s first word, runtime alone';

/** Answers per figure; fewer of those that take long by design. */
const ANSWERS = 60;
const SLOW_ANSWERS = 18;

/** Figures by their names, as they are printed. */
type Result = Record<string, Figures>;

type Serve = (state: string, vars: Vars) => Promise<Bench>;

const COMMON = {
  BATON_ENV: 'development',
  BATON_SECRET: newSecret(),
  OPENS_PER_MINUTE: '100000',
  ANSWERS_PER_CONVERSATION: '100000',
  ANSWERS_PER_NETWORK: '100000',
  ANSWERS_PER_SITE: '100000',
} satisfies Vars;

await main(async () => {
  const [first, ...more] = process.argv.slice(2);
  if (first === 'abuse') {
    onlyFlags(more, []);
    return withDatabase(abuse);
  }
  const asJson = onlyFlags(process.argv.slice(2), ['--json']).has('--json');
  return withDatabase((folder) => latencies(folder, asJson));
});

/** Does `task` with a folder in which a database is ready. */
async function withDatabase(task: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  try {
    await Promise.all([buildAssets(), prepareDatabase(join(folder, 'database'))]);
    await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** With the limits that a deployment has. */
function abuse(folder: string): Promise<void> {
  const { BATON_ENV, BATON_SECRET } = COMMON;
  const vars = { BATON_ENV, BATON_SECRET, MODEL_PROVIDER: 'embedded' };
  return on(overRuntime, folder, vars, measureAbuse);
}

async function latencies(folder: string, asJson: boolean): Promise<void> {
  const models = await startModelServer();
  try {
    const result = {
      ...(await measure('runtime alone', overRuntime, folder, models)),
      ...(await measure('behind wrangler dev', overWrangler, folder, models)),
    };
    process.stdout.write(asJson ? `${JSON.stringify(result)}\n` : tableOf(Object.entries(result)));
    const median = result[TARGETED]?.median ?? Infinity;
    if (median > TARGET_MS) throw new Complaint(`${TARGETED}: ${median} ms, over ${TARGET_MS} ms.`);
  } finally {
    await models.close();
  }
}

async function measure(
  where: string,
  serve: Serve,
  folder: string,
  models: ModelServer,
): Promise<Result> {
  const remote = {
    ...COMMON,
    MODEL_PROVIDER: 'openai-compatible',
    MODEL_URL: `${models.url}/v1`,
    ANSWER_MODEL: 'bench',
    SMALL_MODEL: 'bench-small',
  };
  const withModel = await on(serve, folder, remote, async ({ origin }) => {
    const swift = await modelDrafts(origin, models, 'late', ANSWERS);
    const wordy = await modelDrafts(origin, models, 'slow', SLOW_ANSWERS);
    return {
      [`draft after a model’s first word, ${where}`]: swift.overFirstWord,
      [`  where a word comes every 30 ms, ${where}`]: wordy.overFirstWord,
      [`question to draft without the model’s time, ${where}`]: swift.wholeWithoutModel,
    };
  });
  const embedded = { ...COMMON, MODEL_PROVIDER: 'embedded' };
  const withoutModel = await on(serve, folder, embedded, async ({ origin }) => ({
    [`question to draft, embedded answerer, ${where}`]: await embeddedDrafts(origin, ANSWERS),
  }));
  return { ...withModel, ...withoutModel };
}

/** Does `task` with a server of its own, on its own copy of the database. */
async function on<T>(
  serve: Serve,
  folder: string,
  vars: Vars,
  task: (bench: Bench) => Promise<T>,
): Promise<T> {
  const state = await mkdtemp(join(folder, 'state-'));
  await cp(join(folder, 'database'), state, { recursive: true });
  const bench = await serve(state, vars);
  try {
    return await task(bench);
  } finally {
    await bench.stop();
  }
}
