/** The language model on the assistant page: which one, whether it works, what it failed at. */
import { createExecutionContext } from 'cloudflare:test';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { app } from '../../src/app.ts';
import { recordTrouble, type Trouble } from '../../src/site/model-trouble.ts';
import type { ModelChoice } from '../../src/assistant/models/choice.ts';
import type { Env } from '../../src/env.ts';
import { FORM_TOKEN } from '../../src/dashboard/form.tsx';
import { reasonWords } from '../../src/dashboard/model-words.ts';
import { allow } from '../../src/limits/rate-limiter.ts';
import type { TroubleReason } from '../../src/assistant/answerer.ts';
import { TRIES_PER_MINUTE, tryModel } from '../../src/routes/dashboard/try-model.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindingTo } from '../models/binding.ts';
import '../models/provided.ts';
import { HAPPY_TEXT, PROVIDER_WORDS, sceneMark, type SceneName } from '../models/script.ts';
import { EMBEDDING_MODEL, NATIVE_MODEL } from '../models/workers-ai.ts';
import { bindings, HOST } from './client.ts';
import { knock } from './knock.ts';
import { newOwner, newSignedIn, type SignedIn } from './members.ts';

const PAGE = '/app/sites/demo/assistant';
const TRY = `${PAGE}/try`;
const ASK = '/app/sites/demo/knowledge/ask';
const KEY = 'only-for-the-provider-42';
const DAY_MS = 24 * 60 * 60 * 1000;
const HOSTILE = '<img src=x onerror=alert(1)>';

/** A deployment with a model behind the test's own server. */
const REMOTE = {
  MODEL_PROVIDER: 'openai-compatible',
  MODEL_URL: `${inject('modelServer')}/v1`,
  MODEL_API_KEY: KEY,
  ANSWER_MODEL: 'large-1',
  SMALL_MODEL: 'small-1',
} satisfies Partial<Env>;

/** One with Workers AI, and the same server behind its binding. */
function workersAi(): Partial<Env> {
  const { AI } = bindings;
  if (!AI) throw new Error('the configuration has no binding of Workers AI');
  return {
    MODEL_PROVIDER: 'workers-ai',
    AI: bindingTo(inject('modelServer'), AI),
    ANSWER_MODEL: NATIVE_MODEL,
    EMBEDDING_MODEL,
  };
}

const CHOICE: ModelChoice = {
  provider: 'openai-compatible',
  baseUrl: REMOTE.MODEL_URL,
  apiKey: KEY,
  answer: 'large-1',
  small: 'small-1',
};

let owner: SignedIn;

beforeAll(async () => {
  owner = await newOwner();
});

beforeEach(async () => {
  await bindings.DB.exec('DELETE FROM model_trouble');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function page(changed: Partial<Env> = {}): Promise<string> {
  return (await knock(PAGE, { headers: { Cookie: owner.cookie } }, changed)).text();
}

/** Sends a form of the dashboard to a deployment with these models. */
async function post(
  path: string,
  changed: Partial<Env>,
  fields: Record<string, string> = {},
  who = owner,
): Promise<Response> {
  const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: await who.formToken() });
  const headers = { Cookie: who.cookie, Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };
  return knock(path, { method: 'POST', headers, body }, changed);
}

/** Has the model play a scene whatever it is asked. */
function stageModel(scene: SceneName): void {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const body = String(init.body).replaceAll('"Hello"', JSON.stringify(sceneMark(scene)));
    return fetch(address, { ...init, body });
  });
}

/** Tries the model as an owner who has not tried before. */
async function tried(changed: Partial<Env>): Promise<string> {
  const response = await post(TRY, changed, {}, await newOwner());
  expect(response.status).toBe(200);
  return response.text();
}

describe('the language model of a deployment', () => {
  it('is shown with its provider and what each model is for', async () => {
    const html = await page(REMOTE);
    expect(html).toContain(`An OpenAI-compatible service at ${new URL(REMOTE.MODEL_URL).host}`);
    expect(html).toMatch(/Answers<\/dt><dd><code>large-1/);
    expect(html).toMatch(/Summaries<\/dt><dd><code>small-1/);
    expect(html).toContain('The language model goes by what you choose here.');
    expect(html).toContain('No failures in the last seven days.');
    expect(html).not.toContain(KEY);
  });

  it('is Workers AI where that is chosen and bound', async () => {
    const html = await page(workersAi());
    expect(html).toMatch(/Provider<\/dt><dd>Workers AI</);
    expect(html).toContain(`<dd><code>${NATIVE_MODEL}<`);
    expect(html).toMatch(new RegExp(`Finding articles</dt><dd><code>${EMBEDDING_MODEL}<`));
  });

  it('is none where the built-in assistant answers alone', async () => {
    const html = await page();
    expect(html).toContain('Built in: no language model');
    expect(html).not.toContain('No failures');
  });

  it.each([
    [{ ...REMOTE, MODEL_PROVIDER: 'clippy' }, 'MODEL_PROVIDER names'],
    [{ ...REMOTE, MODEL_URL: 'models.acme.example' }, 'MODEL_URL is not a web address'],
    [{ ...REMOTE, ANSWER_MODEL: ' ' }, 'No model is named for answers'],
  ])('is told to be set right where it is not: %j', async (changed, words) => {
    const html = await page(changed);
    expect(html).toContain(words);
    expect(html).toContain('Until then, the built-in assistant answers.');
    expect(html).toContain('Built in: no language model');
  });

  it('is told to be set right where Workers AI is not bound', async () => {
    const { AI: _, ...unbound } = { ...bindings, MODEL_PROVIDER: 'workers-ai' };
    const request = new Request(HOST + PAGE, { headers: { Cookie: owner.cookie } });
    const response = await app.fetch(request, unbound, createExecutionContext());
    expect(await response.text()).toContain('has no binding to it');
  });
});

describe('trying the model', () => {
  it('says that it works, in its words, with both times', async () => {
    const html = await tried(REMOTE);
    expect(html).toMatch(/Works<\/span> First word after [\d.]+ m?s, done after [\d.]+ m?s\./);
    expect(html).toContain(HAPPY_TEXT);
    const calls: unknown = await (await fetch(`${inject('modelServer')}/calls?about=Hello`)).json();
    expect(calls).toContainEqual(
      expect.objectContaining({ model: 'large-1', authorization: `Bearer ${KEY}`, stream: true }),
    );
  });

  it('says of Workers AI as well whether it works, or what is wrong', async () => {
    expect(await tried(workersAi())).toMatch(/Works<\/span> First word after/);
    stageModel('no model');
    const html = await tried(workersAi());
    expect(html).toContain(`Failed</span> ${reasonWords('refused').what}`);
    expect(html).toContain(`No such model ${NATIVE_MODEL}`);
  });

  it('asks no model where there is none', async () => {
    const html = await tried({});
    expect(html).toContain('Works</span> No model is asked.');
    expect(html).toMatch(/class="test-text"[^>]*>\S/);
  });

  it.each<[SceneName, TroubleReason]>([
    ['busy', 'busy'],
    ['failing', 'broken'],
    ['no entry', 'refused'],
    ['no model', 'refused'],
    ['bad request', 'refused'],
    ['filtered', 'refused'],
    ['empty', 'silent'],
    ['cut', 'cut_off'],
  ])('says what is wrong with a model that is %s', async (scene, reason) => {
    stageModel(scene);
    const html = await tried(REMOTE);
    expect(html).toContain(`Failed</span> ${reasonWords(reason).what}`);
    expect(html).not.toContain('Works<');
  });

  it('shows what the provider said, without the key that it repeats', async () => {
    stageModel('no entry');
    const html = await tried(REMOTE);
    expect(html).toMatch(/<q[^>]*>Incorrect API key provided: Bearer … /);
    expect(html).toContain(PROVIDER_WORDS);
    expect(html).not.toContain(KEY);
  });

  it('says so where nobody listens at that address', async () => {
    const html = await tried({ ...REMOTE, MODEL_URL: 'http://127.0.0.1:1/v1' });
    expect(html).toContain(`Failed</span> ${reasonWords('broken').what}`);
  });

  it.each<[SceneName, TroubleReason]>([
    ['mute', 'stalled'],
    ['speechless', 'stalled'],
    ['endless', 'too_slow'],
  ])('waits no longer than its limit for a model that is %s', async (scene, reason) => {
    stageModel(scene);
    expect(await tryModel(CHOICE, 300)).toMatchObject({ is: 'failed', reason });
  });

  it('keeps what was typed above, and saves none of it', async () => {
    const before = await findSite(bindings.DB, 'demo');
    const response = await post(TRY, {}, { name: 'Juniper', color: 'teal', tone: 'formal' });
    const html = await response.text();
    expect(html).toContain('value="Juniper"');
    expect(html).toContain('value="teal"');
    expect(html).toContain('No model is asked.');
    expect(await findSite(bindings.DB, 'demo')).toEqual(before);
  });

  it('shows what is saved where nothing was typed', async () => {
    const html = await (await post(TRY, {})).text();
    const saved = await findSite(bindings.DB, 'demo');
    expect(html).toContain(`value="${saved?.assistantName}"`);
  });

  it('is for owners, by a form of ours, and never by a link', async () => {
    const agent = await newSignedIn();
    expect((await agent.post(TRY)).status).toBe(403);
    expect((await agent.get(TRY)).status).toBe(403);
    expect((await owner.fetch(TRY, { method: 'POST' })).status).toBe(403);
    const link = await owner.get(TRY);
    expect([link.status, link.headers.get('Location')]).toEqual([303, PAGE]);
  });

  it('is not done too often by one owner', async () => {
    const hasty = await newOwner();
    const limit = { key: `try:${hasty.member.id}`, perWindow: TRIES_PER_MINUTE, windowMs: 60_000 };
    for (let at = 1; at < TRIES_PER_MINUTE; at++) {
      await allow(bindings.RATE_LIMITER, limit, Date.now());
    }
    expect((await post(TRY, {}, {}, hasty)).status).toBe(200);
    const refused = await post(TRY, {}, {}, hasty);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('That was a little fast.');
    expect((await post(TRY, {}, {}, await newOwner())).status).toBe(200);
  });
});

describe('what the model failed at lately', () => {
  const record = (change: Partial<Trouble> = {}) =>
    recordTrouble(bindings.DB, 'demo', {
      at: Date.now(),
      reason: 'busy',
      model: 'large-1',
      detail: 'Rate limit reached',
      ...change,
    });

  it('is shown with how often, which model and what was said', async () => {
    await record();
    await record({ detail: HOSTILE });
    const html = await page(REMOTE);
    expect(html).toContain(reasonWords('busy').what);
    expect(html).toMatch(/2 times, last <time[^>]*>just now/);
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img src=x');
  });

  it('is forgotten after seven days', async () => {
    await record({ at: Date.now() - 7 * DAY_MS - 1_000 });
    expect(await page(REMOTE)).toContain('No failures in the last seven days.');
    await record({ at: Date.now() - 7 * DAY_MS + 60_000, reason: 'silent' });
    const html = await page(REMOTE);
    expect(html).toContain(reasonWords('silent').what);
    expect(html).not.toContain(reasonWords('busy').what);
  });

  it('can be read where a reason is unknown to this version', async () => {
    await record();
    await bindings.DB.exec("UPDATE model_trouble SET reason = 'out_of_luck'");
    expect(await page()).toContain('It failed: out of luck.');
  });

  it('is no other website’s', async () => {
    await bindings.DB.exec(
      "INSERT OR IGNORE INTO site (id, name, owner, created_at) VALUES ('other', 'Other', 'o@acme.example', 0)",
    );
    const { at, ...rest } = { at: Date.now(), reason: 'busy', model: 'm', detail: '' } as const;
    await recordTrouble(bindings.DB, 'other', { at, ...rest });
    expect(await page(REMOTE)).toContain('No failures in the last seven days.');
  });
});

describe('a test question', () => {
  const QUESTION = 'How long does delivery take?';

  beforeAll(async () => {
    const insert = bindings.DB.prepare(
      "INSERT INTO knowledge (site, title, text, created_at, updated_at) VALUES ('demo', ?, ?, 0, 0)",
    );
    await bindings.DB.batch([
      insert.bind('Delivery', 'Delivery takes three working days.'),
      insert.bind('Delivery abroad', 'We deliver to all of Europe, which takes longer.'),
    ]);
  });

  const ask = async (question: string) => {
    const response = await post(ASK, REMOTE, { question });
    expect(response.status).toBe(200);
    return response.text();
  };

  it('is put to the deployment’s model, and the passages it named are marked', async () => {
    const html = await ask(QUESTION);
    expect(html).toContain('>Answered<');
    expect(html).toMatch(new RegExp(`class="test-text"[^>]*>${HAPPY_TEXT}<`));
    expect(html.match(/<li class="used"/g)).toHaveLength(1);
    expect(html).not.toContain('step-in');
  });

  it('is put to it again when it failed, and says so', async () => {
    const html = await ask(`${QUESTION} ${sceneMark('busy', 'once')}`);
    expect(html).toContain(HAPPY_TEXT);
    expect(html).toContain('answered when it was asked again');
    expect(html).toContain(reasonWords('busy').what);
  });

  it('is answered by the built-in assistant when it failed twice, and says why', async () => {
    const html = await ask(`${QUESTION} ${sceneMark('no entry')}`);
    expect(html).toContain('The built-in assistant stepped in');
    expect(html).toContain(reasonWords('refused').what);
    expect(html).toContain(PROVIDER_WORDS);
    expect(html).not.toContain(KEY);
    expect(html).toContain('class="used"');
  });

  it('that the model has no answer to says so, and marks no passage', async () => {
    const html = await ask(`${QUESTION} ${sceneMark('unknown')}`);
    expect(html).toContain('>Not answered<');
    expect(html).not.toContain('class="used"');
  });
});
