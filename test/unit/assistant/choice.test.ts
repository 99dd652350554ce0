import { describe, expect, it } from 'vitest';
import { createModel, remoteModel } from '../../../src/assistant/models/create-model.ts';
import { modelsOf, type ModelEnv, type Models } from '../../../src/assistant/models/choice.ts';

/** Stands for the binding: what is read from the configuration only hands it on. */
const AI: Ai = Object.create(null);

const env = (changed: Partial<ModelEnv>): ModelEnv => ({
  MODEL_PROVIDER: 'embedded',
  ANSWER_MODEL: '@cf/acme/large',
  SMALL_MODEL: '@cf/acme/small',
  EMBEDDING_MODEL: '@cf/acme/near',
  MODEL_URL: '',
  ...changed,
});

const EMBEDDED = { provider: 'embedded' } as const;

const lacking = (problem: Models['problem']) => ({ choice: EMBEDDED, problem });

describe('the models of a deployment', () => {
  it('are the embedded one where the configuration knows nothing of models', () => {
    expect(modelsOf({})).toEqual({ choice: EMBEDDED });
    expect(modelsOf({ MODEL_PROVIDER: 'workers-ai', AI })).toEqual(lacking('no_model'));
    expect(modelsOf({ MODEL_PROVIDER: 'openai-compatible' })).toEqual(lacking('no_url'));
  });

  it.each([
    ['acme-large', '@cf/acme/small', 'acme-large'],
    ['acme-large', 'acme-small', 'acme-small'],
    ['@cf/acme/large', '@cf/acme/small', '@cf/acme/small'],
  ])('at another endpoint, %s with %s shipped, sum up by %s', (answer, small, chosen) => {
    const { choice } = modelsOf(
      env({
        MODEL_PROVIDER: 'openai-compatible',
        MODEL_URL: 'https://models.acme.example/v1',
        ANSWER_MODEL: answer,
        SMALL_MODEL: small,
      }),
    );
    expect(choice).toMatchObject({ answer, small: chosen });
  });

  it.each<[string, Partial<ModelEnv>]>([
    ['that wants none', { MODEL_PROVIDER: 'embedded' }],
    ['that says nothing', { MODEL_PROVIDER: '' }],
    ['that says nothing at some length', { MODEL_PROVIDER: '  ' }],
    ['that wants none, although there is one', { AI, MODEL_URL: 'https://models.acme.example/v1' }],
  ])('are the embedded one %s', (_, changed) => {
    expect(modelsOf(env(changed))).toEqual({ choice: EMBEDDED });
  });

  it.each<[string, Partial<ModelEnv>, Models['problem']]>([
    ['a provider nobody knows', { MODEL_PROVIDER: 'oracle' }, 'unknown_provider'],
    ['a provider in other letters', { MODEL_PROVIDER: 'Workers-AI', AI }, 'unknown_provider'],
    ['Workers AI without its binding', { MODEL_PROVIDER: 'workers-ai' }, 'no_binding'],
    [
      'Workers AI without a model',
      { MODEL_PROVIDER: 'workers-ai', AI, ANSWER_MODEL: ' ' },
      'no_model',
    ],
    ['an endpoint without an address', { MODEL_PROVIDER: 'openai-compatible' }, 'no_url'],
    [
      'an endpoint at half an address',
      { MODEL_PROVIDER: 'openai-compatible', MODEL_URL: 'models.acme.example/v1' },
      'no_url',
    ],
    [
      'an endpoint at an address of another kind',
      { MODEL_PROVIDER: 'openai-compatible', MODEL_URL: 'file:///v1' },
      'no_url',
    ],
    [
      'an endpoint without a model',
      {
        MODEL_PROVIDER: 'openai-compatible',
        MODEL_URL: 'https://models.acme.example/v1',
        ANSWER_MODEL: '',
      },
      'no_model',
    ],
  ])('are the embedded one for %s, and the owner is told why', (_, changed, problem) => {
    expect(modelsOf(env(changed))).toEqual(lacking(problem));
  });

  it('are those of Workers AI where its binding is', () => {
    expect(modelsOf(env({ MODEL_PROVIDER: ' workers-ai ', AI }))).toEqual({
      choice: {
        provider: 'workers-ai',
        binding: AI,
        answer: '@cf/acme/large',
        small: '@cf/acme/small',
        embedding: '@cf/acme/near',
      },
    });
  });

  it('do without embeddings where none are named', () => {
    const { choice } = modelsOf(env({ MODEL_PROVIDER: 'workers-ai', AI, EMBEDDING_MODEL: ' ' }));
    expect(choice).toMatchObject({ provider: 'workers-ai', embedding: '' });
  });

  it.each<Partial<ModelEnv>>([
    { MODEL_PROVIDER: 'workers-ai', AI, SMALL_MODEL: '' },
    {
      MODEL_PROVIDER: 'openai-compatible',
      MODEL_URL: 'https://models.acme.example/v1',
      SMALL_MODEL: ' ',
    },
  ])('answer and sum up with the same model where only one is named (%#)', (changed) => {
    const { choice } = modelsOf(env({ ...changed, ANSWER_MODEL: 'only' }));
    expect(choice).toMatchObject({ answer: 'only', small: 'only' });
  });

  it.each([
    ['https://models.acme.example/v1', 'https://models.acme.example/v1'],
    ['https://models.acme.example/v1/', 'https://models.acme.example/v1'],
    [' http://127.0.0.1:11434/v1// ', 'http://127.0.0.1:11434/v1'],
    ['https://models.acme.example', 'https://models.acme.example'],
  ])('are behind %s', (MODEL_URL, baseUrl) => {
    const { choice, problem } = modelsOf(env({ MODEL_PROVIDER: 'openai-compatible', MODEL_URL }));
    expect(problem).toBeUndefined();
    expect(choice).toMatchObject({ provider: 'openai-compatible', baseUrl });
  });

  it.each<[string | undefined, string | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['  ', undefined],
    [' sk-acme ', 'sk-acme'],
  ])('need no key, and a blank one is none (%j)', (MODEL_API_KEY, apiKey) => {
    const { choice } = modelsOf(
      env({
        MODEL_PROVIDER: 'openai-compatible',
        MODEL_URL: 'https://models.acme.example/v1',
        ...(MODEL_API_KEY !== undefined && { MODEL_API_KEY }),
      }),
    );
    expect(choice).toEqual({
      provider: 'openai-compatible',
      baseUrl: 'https://models.acme.example/v1',
      answer: '@cf/acme/large',
      small: '@cf/acme/small',
      ...(apiKey !== undefined && { apiKey }),
    });
  });
});

describe('a model', () => {
  const occasion = { answer: [] };
  const workersAi = {
    provider: 'workers-ai',
    binding: AI,
    answer: '@cf/acme/large',
    small: '@cf/acme/small',
    embedding: '',
  } as const;
  const openAi = {
    provider: 'openai-compatible',
    baseUrl: 'https://models.acme.example/v1',
    answer: 'large',
    small: 'small',
  } as const;

  it('is made for each provider, by the name that answers', async () => {
    expect(await createModel(EMBEDDED, occasion)).toMatchObject({ provider: 'baton' });
    expect(await createModel(workersAi, occasion)).toMatchObject({
      provider: expect.stringMatching(/^workersai/),
      modelId: '@cf/acme/large',
    });
    expect(await createModel(openAi, occasion)).toMatchObject({
      provider: expect.stringMatching(/^openai-compatible/),
      modelId: 'large',
    });
  });

  it('is made by any other name a provider has', async () => {
    expect(await remoteModel(workersAi, workersAi.small)).toMatchObject({
      modelId: '@cf/acme/small',
    });
    expect(await remoteModel(openAi, openAi.small)).toMatchObject({ modelId: 'small' });
  });

  it('speaks the version of the interface that is asked', async () => {
    for (const choice of [EMBEDDED, workersAi, openAi]) {
      expect(await createModel(choice, occasion)).toMatchObject({ specificationVersion: 'v4' });
    }
  });
});
