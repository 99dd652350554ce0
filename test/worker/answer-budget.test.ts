import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as en from '../../src/language/tongues/en.ts';
import type { Question } from '../../src/assistant/answerer.ts';
import { isWithinBudget } from '../../src/limits/answer-budget.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindings, newVisitor } from './client.ts';
import { callsAbout, PROVIDERS } from './providers.ts';
import { answerBy, answerByStage } from './stage.ts';

const NOW = 1_000_000_000;
const env = { RATE_LIMITER: bindings.RATE_LIMITER };

async function questionFrom(network: string, answers = 0): Promise<Question> {
  const settings = await findSite(bindings.DB, 'demo');
  if (!settings) throw new Error('no demo site');
  return { settings, lines: [], asked: [], team: 'available', caller: { network, answers } };
}

describe('the budget for answers', () => {
  const generous = {
    ANSWERS_PER_CONVERSATION: '9',
    ANSWERS_PER_NETWORK: '9',
    ANSWERS_PER_SITE: '99',
  };

  it('ends for a conversation with the last answer it may have', async () => {
    const budget = { ...env, ...generous };
    expect(await isWithinBudget(budget, await questionFrom('a', 8), NOW)).toBe(true);
    expect(await isWithinBudget(budget, await questionFrom('a', 9), NOW)).toBe(false);
  });

  it('ends for a network across its conversations, for a day, and for nobody else', async () => {
    const budget = { ...env, ...generous, ANSWERS_PER_NETWORK: '2' };
    const [one, other] = [await questionFrom('one'), await questionFrom('other')];
    expect(await isWithinBudget(budget, one, NOW)).toBe(true);
    expect(await isWithinBudget(budget, one, NOW)).toBe(true);
    expect(await isWithinBudget(budget, one, NOW)).toBe(false);
    expect(await isWithinBudget(budget, other, NOW)).toBe(true);
    expect(await isWithinBudget(budget, one, NOW + 24 * 60 * 60 * 1000)).toBe(true);
  });

  it('ends for a website, and what is refused to a network costs the website nothing', async () => {
    const budget = { ...env, ...generous, ANSWERS_PER_NETWORK: '1', ANSWERS_PER_SITE: '2' };
    const now = NOW * 3;
    expect(await isWithinBudget(budget, await questionFrom('first'), now)).toBe(true);
    for (const _ of [1, 2, 3]) {
      expect(await isWithinBudget(budget, await questionFrom('first'), now)).toBe(false);
    }
    expect(await isWithinBudget(budget, await questionFrom('second'), now)).toBe(true);
    expect(await isWithinBudget(budget, await questionFrom('third'), now)).toBe(false);
  });

  it('is no limit where the configuration has no number', async () => {
    const budget = { ...env, ANSWERS_PER_CONVERSATION: '', ANSWERS_PER_NETWORK: 'x' };
    const question = await questionFrom('unlimited', 1_000_000);
    expect(await isWithinBudget({ ...budget, ANSWERS_PER_SITE: '  ' }, question, NOW)).toBe(true);
  });

  it('keeps nobody waiting when it cannot be read', async () => {
    const hanging = { fetch: () => new Promise<Response>(() => undefined) };
    const namespace = new Proxy(bindings.RATE_LIMITER, {
      get: (target, name) =>
        name === 'get' ? () => hanging : Reflect.get(target, name).bind(target),
    });
    const budget = { ...generous, RATE_LIMITER: namespace };
    expect(await isWithinBudget(budget, await questionFrom('patient'), NOW)).toBe(true);
  });

  it('is not for the owner’s own questions', async () => {
    const { caller: _, ...question } = await questionFrom('owner');
    const none = { ANSWERS_PER_CONVERSATION: '0', ANSWERS_PER_NETWORK: '0', ANSWERS_PER_SITE: '0' };
    expect(await isWithinBudget({ ...env, ...none }, question, NOW)).toBe(true);
  });
});

describe('a visitor whose budget is spent', () => {
  beforeEach(async () => {
    const insert = `INSERT INTO knowledge (site, title, text, created_at, updated_at)
                    VALUES ('demo', 'Warranty', 'The warranty lasts five years.', 0, 0)`;
    await bindings.DB.prepare(insert).run();
    answerBy(PROVIDERS['an OpenAI-compatible endpoint'], {}, { ANSWERS_PER_CONVERSATION: '1' });
  });
  afterEach(answerByStage);

  it('is told, answered from the articles and offered a person, and no model is asked', async () => {
    const { client } = await newVisitor();
    client.say('Budget one: do you ship to Canada? (model: plain)');
    await client.entry((entry) => entry.kind === 'message' && entry.author.role === 'assistant');
    const question = 'Budget two: how long is the warranty?';
    client.say(question);
    const offer = await client.event('escalation.offered');
    expect(offer).toMatchObject({ reason: 'unanswered' });
    const answer = client.log().findLast((entry) => entry.kind === 'message');
    expect(answer).toMatchObject({ author: { role: 'assistant' } });
    const text = `${en.said.spent}\n\nThe warranty lasts five years.`;
    expect(answer).toMatchObject({ text, sources: [{ title: 'Warranty' }] });
    expect(await callsAbout(question)).toEqual([]);
  });
});
