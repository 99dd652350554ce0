import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { retrieve } from '../../src/assistant/retrieval/retrieve.ts';
import {
  createArticle,
  deleteArticle,
  listArticles,
  updateArticle,
} from '../../src/site/articles.ts';
import { createNearest } from '../../src/site/nearest.ts';
import { tendKnowledge } from '../../src/site/tend-knowledge.ts';
import { embeddingModel } from './embeddings.ts';

const MODEL = '@cf/acme/meaning';
const never = new AbortController().signal;

/** As long as it takes: a busy machine must not decide what is found. */
const PATIENT = { deadlineMs: 600_000 };

interface Stored {
  article: number;
  passage: number;
  model: string;
  hash: string;
}

async function stored(site: string): Promise<Stored[]> {
  const sql = 'SELECT article, passage, model, hash FROM knowledge_vector WHERE site = ?';
  return (await env.DB.prepare(sql).bind(site).all<Stored>()).results;
}

async function addSite(): Promise<string> {
  const site = `site-${crypto.randomUUID().slice(0, 8)}`;
  const sql = "INSERT INTO site (id, name, owner, created_at) VALUES (?, 'S', 'o@acme.example', 0)";
  await env.DB.prepare(sql).bind(site).run();
  return site;
}

async function write(site: string, title: string, text: string): Promise<number> {
  await createArticle(env.DB, site, { title, url: null, text }, Date.now());
  const { articles } = await listArticles(env.DB, site, '', 1);
  return articles.find((article) => article.title === title)?.id ?? -1;
}

const change = (site: string, id: number, title: string, text: string) =>
  updateArticle(env.DB, site, id, { title, url: null, text }, Date.now());

describe('the vectors of a website', () => {
  let site: string;
  let model: ReturnType<typeof embeddingModel>;
  beforeEach(async () => {
    site = await addSite();
    model = embeddingModel(MODEL);
  });
  const tend = (by = model) => tendKnowledge(env.DB, by.choice, site);
  const find = (question: string, by = model) =>
    createNearest(env.DB, by.choice, PATIENT)(site, question, never);

  it('are one per passage, made of its title and its text', async () => {
    await write(
      site,
      'Boats',
      'We sell every kayak there is.\n\nA paddle comes with each of them.',
    );
    await tend();
    expect(await stored(site)).toMatchObject([
      { passage: 0, model: MODEL },
      { passage: 1, model: MODEL },
    ]);
    expect(model.asked).toEqual([
      'Boats\nWe sell every kayak there is.',
      'Boats\nA paddle comes with each of them.',
    ]);
  });

  it('are not made again while nothing changes', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    await tend();
    expect(model.asked).toHaveLength(1);
  });

  it('find by meaning what shares no word with the question', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    await write(site, 'Payment', 'You have your money back within five days.');
    await tend();
    const [best] = await find('a canoe');
    expect(best).toMatchObject({
      article: { id, title: 'Boats' },
      text: 'We sell every kayak there is.',
    });
    expect(retrieve([], { text: 'a canoe' }, '', await find('a canoe')).passages[0]).toMatchObject({
      article: id,
      title: 'Boats',
    });
  });

  it('go with an edit and come back for the new text', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    const before = await stored(site);
    await change(site, id, 'Boats', 'Our grotto is open to the public.');
    expect(await stored(site)).toEqual([]);
    await tend();
    const after = await stored(site);
    expect(after).toHaveLength(1);
    expect(after[0]?.hash).not.toBe(before[0]?.hash);
    expect((await find('which cave?'))[0]?.text).toBe('Our grotto is open to the public.');
  });

  it('stay when an article is saved as it was', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    await change(site, id, 'Boats', 'We sell every kayak there is.');
    expect(await stored(site)).toHaveLength(1);
  });

  it('never speak for a text that has changed since, whatever the cache holds', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    expect(await find('canoe')).toHaveLength(1);
    await change(site, id, 'Boats', 'We sell nothing.');
    expect(await find('canoe')).toEqual([]);
  });

  it('go with their article', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    await find('canoe');
    await deleteArticle(env.DB, site, id);
    expect(await stored(site)).toEqual([]);
    expect(await find('canoe')).toEqual([]);
  });

  it('go with their website', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    await env.DB.prepare('DELETE FROM site WHERE id = ?').bind(site).run();
    expect(await stored(site)).toEqual([]);
  });

  it('are made anew by another model, and those of the old one are not asked', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    const other = embeddingModel('@cf/acme/other');
    expect(
      await createNearest(env.DB, other.choice, { background: () => undefined })(
        site,
        'canoe',
        never,
      ),
    ).toEqual([]);
    await tend(other);
    expect((await stored(site)).map((row) => row.model)).toEqual(['@cf/acme/other']);
    expect(await find('canoe', other)).toHaveLength(1);
  });

  it('of another website are never used', async () => {
    const other = await addSite();
    await write(other, 'Boats', 'We sell every kayak there is.');
    await tendKnowledge(env.DB, model.choice, other);
    expect(await find('canoe')).toEqual([]);
    await write(site, 'Caves', 'See our tunnel.');
    await tend();
    expect((await find('canoe in a tunnel')).map(({ article }) => article.title)).toEqual([
      'Caves',
    ]);
  });

  it('of an article that changes while they are made are not kept', async () => {
    const id = await write(site, 'Boats', 'We sell every kayak there is.');
    const { binding } = model.choice;
    const run = binding.run.bind(binding);
    const meddling = new Proxy(binding, {
      get: (target, name) =>
        name === 'run'
          ? async (...args: Parameters<typeof run>) => {
              await change(site, id, 'Boats', 'We sell nothing.');
              return run(...args);
            }
          : Reflect.get(target, name),
    });
    await tendKnowledge(env.DB, { ...model.choice, binding: meddling }, site);
    expect(await stored(site)).toEqual([]);
    await tend();
    expect(await stored(site)).toHaveLength(1);
  });

  it('are made when an answer finds that they are missing, but never while it waits', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    const works: Promise<void>[] = [];
    const background = (work: Promise<void>) => void works.push(work);
    let now = 1_000_000;
    const nearest = createNearest(env.DB, model.choice, { ...PATIENT, background, now: () => now });
    expect(await nearest(site, 'canoe', never)).toEqual([]);
    await Promise.all(works);
    expect(await nearest(site, 'canoe', never)).toHaveLength(1);
    await write(site, 'Caves', 'See our tunnel.');
    now += 59_999;
    await nearest(site, 'grotto', never);
    expect(works).toHaveLength(1);
    now += 1;
    await nearest(site, 'grotto', never);
    await Promise.all(works);
    expect(works).toHaveLength(2);
    expect((await nearest(site, 'grotto', never))[0]?.article.title).toBe('Caves');
  });

  it.each(['fails', 'hangs', 'babbles'] as const)(
    'are no matter for an answer when the model %s',
    async (behaviour) => {
      await write(site, 'Boats', 'We sell every kayak there is.');
      await tend();
      model.behaviour = behaviour;
      // Only silence has to wait for the deadline, and has had all it needs by then.
      const deadlineMs = behaviour === 'hangs' ? 1_000 : PATIENT.deadlineMs;
      const nearest = createNearest(env.DB, model.choice, { deadlineMs });
      expect(await nearest(site, 'canoe', never)).toEqual([]);
      expect(model.asked.at(-1)).toBe('canoe');
    },
  );

  it('are not waited for by an answer that was called off', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    await tend();
    model.behaviour = 'hangs';
    const nearest = createNearest(env.DB, model.choice, { deadlineMs: 600_000 });
    const off = new AbortController();
    const answer = nearest(site, 'canoe', off.signal);
    off.abort();
    expect(await answer).toEqual([]);
  });

  it('that could not be made are made by the next upkeep', async () => {
    await write(site, 'Boats', 'We sell every kayak there is.');
    model.behaviour = 'fails';
    await tend();
    expect(await stored(site)).toEqual([]);
    model.behaviour = 'answers';
    await tend();
    expect(await stored(site)).toHaveLength(1);
  });

  it('cost a website without any of them no call', async () => {
    expect(await find('canoe')).toEqual([]);
    expect(await createNearest(env.DB, { provider: 'embedded' })(site, 'canoe', never)).toEqual([]);
    expect(await find('  ')).toEqual([]);
    expect(model.asked).toEqual([]);
  });

  it('of an article that says nothing but its title are made, and made once', async () => {
    await write(site, 'Kayak', '#');
    await tend();
    await tend();
    expect(model.asked).toHaveLength(1);
    expect(await find('canoe')).toMatchObject([{ article: { title: 'Kayak' }, text: '#' }]);
  });
});
