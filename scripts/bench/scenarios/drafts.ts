/** How long until the first words of an answer show. Latency alone, so neither needs the driver. */
import { startModelServer } from '../../../test/models/server.ts';
import type { Figures } from '../figures.ts';
import { embeddedDrafts, modelDrafts } from '../first-draft.ts';
import type { Bench, Vars } from '../servers.ts';
import type { Measured, Scenario } from '../scenario.ts';

/** Answers per figure; fewer of those that take long by design. */
const ANSWERS = 60;
const SLOW_ANSWERS = 18;

export const firstDraft: Scenario = {
  title: 'Question to first words, embedded answerer',
  columns: { ours: 'ours' },
  figures: ['first words, p50, ms', 'first words, p95, ms'],
  async run(house) {
    const drafts = await house.with('ours', {}, ({ origin }) => embeddedDrafts(origin, ANSWERS));
    return { ours: [told('first words', drafts)] };
  },
};

const AFTER_MODEL = 'after the model’s first word';
const SLOW = 'the same, a word every 30 ms';
const WHOLE = 'from the question, without the model’s time';

/** The two ways that the Worker is served, and what of each is told. */
const WAYS = ['', 'behind wrangler dev: '] as const;

export const modelDraft: Scenario = {
  title: 'First words of an answer with a model',
  columns: { ours: 'ours' },
  figures: WAYS.flatMap((way) =>
    [AFTER_MODEL, SLOW, WHOLE].flatMap((name) => [
      `${way}${name}, p50, ms`,
      `${way}${name}, p95, ms`,
    ]),
  ),
  async run(house) {
    const [alone, behind] = WAYS;
    const served = await drafts(alone, (vars, task) => house.with('ours', { vars }, task));
    const proxied = await drafts(behind, (vars, task) => house.withWrangler(vars, task));
    return { ours: [{ ...served, ...proxied }] };
  },
};

type Serve = (vars: Vars, task: (bench: Bench) => Promise<Measured>) => Promise<Measured>;

async function drafts(way: string, serve: Serve): Promise<Measured> {
  const models = await startModelServer();
  try {
    const vars = {
      MODEL_PROVIDER: 'openai-compatible',
      MODEL_URL: `${models.url}/v1`,
      ANSWER_MODEL: 'bench',
      SMALL_MODEL: 'bench-small',
    };
    return await serve(vars, async ({ origin }) => {
      const swift = await modelDrafts(origin, models, 'late', ANSWERS);
      const wordy = await modelDrafts(origin, models, 'slow', SLOW_ANSWERS);
      return {
        ...told(`${way}${AFTER_MODEL}`, swift.overFirstWord),
        ...told(`${way}${SLOW}`, wordy.overFirstWord),
        ...told(`${way}${WHOLE}`, swift.wholeWithoutModel),
      };
    });
  } finally {
    await models.close();
  }
}

const told = (name: string, { median, p95 }: Figures): Measured => ({
  [`${name}, p50, ms`]: median,
  [`${name}, p95, ms`]: p95,
});
