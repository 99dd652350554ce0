import { generateText, streamText } from 'ai';
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it, vi } from 'vitest';
import { createAnswerer } from '../../../src/assistant/answer.ts';
import type { AnswerPart, Line, Question } from '../../../src/assistant/answerer.ts';
import { createEmbeddedModel } from '../../../src/assistant/embedded/embedded.ts';
import type { Passage } from '../../../src/assistant/retrieval/passage.ts';
import { SENTENCES } from '../../../src/assistant/embedded/sentences.ts';
import * as en from '../../../src/language/tongues/en.ts';
import * as es from '../../../src/language/tongues/es.ts';
import { find, openDatabase, SEED } from './demo-shop.ts';
import { SETTINGS } from './settings.ts';

const db = openDatabase();
db.exec(SEED);

const findArticles = (site: string, question: string, limit: number) =>
  Promise.resolve(find(db, site, question, limit));

const visitor = (text: string): Line => ({ role: 'visitor', text });
/** As a conversation would put it: what the visitor said last is what they ask. */
const question = (...lines: Line[]): Question => {
  const answered = lines.findLastIndex(({ role }) => role !== 'visitor') + 1;
  const asked = lines.slice(answered).map(({ text }) => text);
  return { settings: SETTINGS, lines, asked, team: 'available' };
};
const answerer = (chunkDelayMs = 0) =>
  createAnswerer({ findArticles, choice: { provider: 'embedded', chunkDelayMs } });

async function all(parts: AsyncIterable<AnswerPart>): Promise<AnswerPart[]> {
  const seen: AnswerPart[] = [];
  for await (const part of parts) seen.push(part);
  return seen;
}

const textOf = (parts: readonly AnswerPart[]) =>
  parts.map((part) => (part.type === 'text' ? part.delta : '')).join('');

async function ask(...lines: Line[]) {
  const parts = await all(answerer()(question(...lines), new AbortController().signal));
  return { text: textOf(parts), last: parts.at(-1), parts };
}

describe('an answer', () => {
  it('comes in pieces, in the article’s own words, and names its source once', async () => {
    const { text, parts, last } = await ask(visitor('Do you ship to Canada?'));
    expect(parts.filter(({ type }) => type === 'text').length).toBeGreaterThan(3);
    expect(find(db, 'demo', 'shipping').some((article) => article.text.includes(text))).toBe(true);
    expect(last).toEqual({
      type: 'done',
      answered: true,
      sources: [{ title: 'Shipping', url: '/demo#shipping' }],
    });
  });

  it('names an article that has no address by its title alone', async () => {
    const { last } = await ask(visitor('Is there parking?'));
    expect(last).toMatchObject({ sources: [{ title: 'Our shop and how to contact us' }] });
  });

  it('says that it does not have what no article says, and declares it', async () => {
    const { text, last } = await ask(visitor('What is the capital of France?'));
    expect(text).toBe(en.said.unknown);
    expect(last).toEqual({ type: 'done', answered: false, sources: [] });
  });

  it('says so in the visitor’s language', async () => {
    expect((await ask(visitor('¿Cuál es la capital de Francia?'))).text).toBe(es.said.unknown);
  });

  it('answers all lines since anybody else spoke, together', async () => {
    const { text } = await ask(
      visitor('How long is the warranty?'),
      { role: 'assistant', text: '5 years.' },
      visitor('what are your opening hours'),
      visitor('and do you take paypal?'),
    );
    expect(text).toContain('9 am to 6 pm');
    expect(text).toContain('PayPal');
    expect(text).not.toContain('5 years');
  });

  it('takes up the visitor’s line before when the question leans on it', async () => {
    const { last } = await ask(
      visitor('Do you repair tents?'),
      { role: 'assistant', text: 'Yes.' },
      visitor('and how much does it cost?'),
    );
    expect(last).toMatchObject({ sources: [{ title: 'Repairs' }] });
  });

  it('of small talk is one line without sources, and no failure to answer', async () => {
    const { text, last } = await ask(visitor('Hola!'));
    expect(text).toBe(SENTENCES.es.greeting);
    expect(last).toEqual({ type: 'done', answered: true, sources: [] });
  });

  it('leaves the console alone, also when it fails', async () => {
    const noise = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    await ask(visitor('Do you ship to Canada?'));
    await ask();
    expect(noise.flatMap((spy) => spy.mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });

  it('fails, without throwing, when the knowledge cannot be read', async () => {
    const broken = createAnswerer({ findArticles: () => Promise.reject(new Error('D1 is away')) });
    const parts = await all(broken(question(visitor('hours?')), new AbortController().signal));
    expect(parts).toEqual([{ type: 'failed', reason: 'internal', detail: 'Error: D1 is away' }]);
  });

  it('fails, without throwing, when there is nothing to answer', async () => {
    expect((await ask()).parts).toEqual([
      { type: 'failed', reason: 'internal', detail: 'no visitor line to answer' },
    ]);
    expect((await ask({ role: 'assistant', text: 'Hi' })).last).toMatchObject({ type: 'failed' });
  });

  it('ends with neither part when it was stopped before it began', async () => {
    expect(await all(answerer()(question(visitor('hours?')), AbortSignal.abort()))).toEqual([]);
  });

  it('stops at once in the middle of a pause', async () => {
    const stop = new AbortController();
    const seen: AnswerPart[] = [];
    // Each pause is longer than the test may take.
    for await (const part of answerer(600_000)(
      question(visitor('Do you ship to Canada?')),
      stop.signal,
    )) {
      seen.push(part);
      queueMicrotask(() => stop.abort());
    }
    expect(seen).toEqual([{ type: 'text', delta: expect.any(String) }]);
  });

  it.each([
    '"; DROP TABLE knowledge',
    '</script>',
    '\0',
    '\ud800',
    'a'.repeat(4_000),
    '👩‍👩‍👧',
    '\r\nBcc: x@y.z',
  ])('comes whatever the visitor typed: %j', async (text) => {
    expect((await ask(visitor(text))).last).toMatchObject({ type: 'done' });
  });
});

const PASSAGES: readonly Passage[] = [
  { title: 'Returns', url: '/r', text: 'Within 60 days, free.', score: 1 },
];

describe('the embedded model', () => {
  it('serves streamText like any other model', async () => {
    const result = streamText({
      model: createEmbeddedModel({ passages: PASSAGES, chunkDelayMs: 0 }),
      prompt: 'returns?',
    });
    expect(await result.text).toBe('Within 60 days, free.');
    expect(await result.finishReason).toBe('stop');
    expect(await result.sources).toMatchObject([
      { sourceType: 'url', url: '/r', title: 'Returns' },
    ]);
    expect(await result.usage).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  it('serves generateText with the same answer', async () => {
    const result = await generateText({
      model: createEmbeddedModel({ passages: PASSAGES }),
      prompt: 'returns?',
    });
    expect(result.text).toBe('Within 60 days, free.');
    const unknown = await generateText({
      model: createEmbeddedModel({ passages: [] }),
      prompt: 'moon?',
    });
    expect(unknown.text).toBe(en.said.unknown);
    expect(unknown.finalStep.providerMetadata).toEqual({ baton: { answered: false } });
  });

  it('reads the last user message only', async () => {
    const text = await reply(createEmbeddedModel({ passages: PASSAGES, chunkDelayMs: 0 }), [
      { role: 'user', content: [{ type: 'text', text: 'thanks' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'bye' }] },
      { role: 'user', content: [{ type: 'text', text: 'returns?' }] },
    ]);
    expect(text).toBe('Within 60 days, free.');
  });

  it('gives the first words at once and the next only after the pause', async () => {
    vi.useFakeTimers();
    const model = createEmbeddedModel({
      passages: [{ title: 'T', text: 'one two three four five', score: 1 }],
      chunkDelayMs: 25,
    });
    const { stream } = await model.doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'numbers' }] }],
    });
    const reader = stream.getReader();
    const next = async () => (await reader.read()).value;
    expect(await next()).toMatchObject({ type: 'stream-start' });
    expect(await next()).toMatchObject({ type: 'text-start' });
    expect(await next()).toMatchObject({ type: 'text-delta', delta: 'one two three four ' });
    let came = false;
    const second = next().then((part) => {
      came = true;
      return part;
    });
    await vi.advanceTimersByTimeAsync(24);
    expect(came).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await second).toMatchObject({ type: 'text-delta', delta: 'five' });
    vi.useRealTimers();
  });

  it('fails its stream with the reason it was stopped for', async () => {
    const stop = new AbortController();
    const { stream } = await createEmbeddedModel({
      passages: PASSAGES,
      chunkDelayMs: 600_000,
    }).doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'returns?' }] }],
      abortSignal: stop.signal,
    });
    const reader = stream.getReader();
    for (
      let part = await reader.read();
      part.value?.type !== 'text-delta';
      part = await reader.read()
    );
    const rest = reader.read().then(() => reader.read());
    stop.abort(new Error('taken over'));
    await expect(rest).rejects.toThrow('taken over');
  });
});

async function reply(model: LanguageModelV4, prompt: LanguageModelV4CallOptions['prompt']) {
  const { content } = await model.doGenerate({ prompt });
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
