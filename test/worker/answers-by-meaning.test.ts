import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/assistant/answer.ts';
import type { Attempt, AnswerPart, Question } from '../../src/assistant/answerer.ts';
import { createArticle } from '../../src/site/articles.ts';
import { findArticles } from '../../src/site/knowledge.ts';
import { createNearest } from '../../src/site/nearest.ts';
import { findSite } from '../../src/site/sites.ts';
import { tendKnowledge } from '../../src/site/tend-knowledge.ts';
import { embeddingModel } from './embeddings.ts';
import { callsAbout, PROVIDERS } from './providers.ts';

const TEXT = 'We sell every kayak there is.';

async function question(asked: string): Promise<Question> {
  const settings = await findSite(env.DB, 'demo');
  if (!settings) throw new Error('no demo site');
  const lines = [{ role: 'visitor', text: asked }] as const;
  return { settings, lines, asked: [asked], team: 'available' };
}

/** Puts a question that shares no word with the one article about it; returns what embeddings were asked for. */
async function ask(asked: string, isPaid: boolean, attempt?: Attempt): Promise<string[]> {
  const model = embeddingModel('@cf/acme/meaning');
  await createArticle(env.DB, 'demo', { title: 'Boats', url: null, text: TEXT }, Date.now());
  await tendKnowledge(env.DB, model.choice, 'demo');
  model.asked.length = 0;
  const answer = createAnswerer({
    findArticles: (site, text, limit) => findArticles(env.DB, site, text, limit),
    findNearest: createNearest(env.DB, model.choice, { deadlineMs: 600_000 }),
    choice: PROVIDERS['an OpenAI-compatible endpoint'],
    isPaid: () => Promise.resolve(isPaid),
    limits: { retryMs: 1 },
  });
  const parts: AnswerPart[] = [];
  for await (const part of answer(await question(asked), new AbortController().signal, attempt)) {
    parts.push(part);
  }
  expect(parts.at(-1)?.type).toBe('done');
  return model.asked;
}

describe('a model', () => {
  it('reads what is near in meaning, though it shares no word with the question', async () => {
    const asked = 'Any canoe in stock by chance?';
    expect(await ask(asked, true)).toEqual([asked]);
    const [call] = await callsAbout(asked);
    expect(call?.messages[0]?.content).toContain(TEXT);
  });

  it('is asked for no meaning once the articles’ own words have to do', async () => {
    const asked = 'Any canoe on offer by chance?';
    expect(await ask(asked, true, 'resort')).toEqual([]);
    expect(await callsAbout(asked)).toEqual([]);
  });
});
