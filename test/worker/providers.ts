/** The models that tests answer with: every provider and every format that it speaks. */
import { env } from 'cloudflare:workers';
import { inject } from 'vitest';
import type { Remote } from '../../src/assistant/models/choice.ts';
import { bindingTo } from '../models/binding.ts';
import type { Call } from '../models/calls.ts';
import { MODEL_SERVER } from '../models/provided.ts';
import { CHAT_MODEL, EMBEDDING_MODEL, NATIVE_MODEL } from '../models/workers-ai.ts';

const server = inject(MODEL_SERVER);

/** Nobody but the provider may ever see it. */
export const API_KEY = 'sk-the-key-of-acme';

const openAi: Remote = {
  provider: 'openai-compatible',
  baseUrl: `${server}/v1`,
  apiKey: API_KEY,
  answer: 'acme-large',
  small: 'acme-small',
};

function workersAi(answer: string): Remote {
  if (!env.AI) throw new Error('the configuration has no binding of Workers AI');
  const binding = bindingTo(server, env.AI);
  return { provider: 'workers-ai', binding, answer, small: answer, embedding: EMBEDDING_MODEL };
}

/** By what a table of tests calls them. */
export const PROVIDERS = {
  'an OpenAI-compatible endpoint': openAi,
  'Workers AI': workersAi(NATIVE_MODEL),
  'Workers AI in OpenAI’s format': workersAi(CHAT_MODEL),
} as const satisfies Record<string, Remote>;

/** What the server was asked with these words in it. */
export async function callsAbout(words: string): Promise<Call[]> {
  const response = await fetch(`${server}/calls?about=${encodeURIComponent(words)}`);
  return response.json();
}
