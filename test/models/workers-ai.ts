/**
 * Workers AI as its binding meets it: the service behind `env.AI`. Older models stream
 * `{"response":"…"}`, newer ones OpenAI's chunks.
 */
import { openAiVoice } from './openai.ts';
import { PROVIDER_WORDS, type Refusal } from './script.ts';
import { jsonPage, USAGE, type Page, type Voice } from './voice.ts';

/** Models of either kind, by their names there. */
export const NATIVE_MODEL = '@cf/meta/llama-3.1-8b-instruct-fast';
export const CHAT_MODEL = '@cf/google/gemma-4-26b-a4b-it';
export const EMBEDDING_MODEL = '@cf/baai/bge-m3';

/** So many numbers tell what a text means. */
const EMBEDDING_SIZE = 1024;

/** The voice of a model of that name. */
export function workersAiVoice(model: string): Voice {
  const refusal = (reason: Refusal) => workersAiRefusal(reason, model);
  return model === NATIVE_MODEL ? { ...nativeVoice, refusal } : { ...openAiVoice(model), refusal };
}

const nativeVoice: Omit<Voice, 'refusal'> = {
  opening: () => [],
  // `p` pads each event to about the same length, so that nobody can read along by counting bytes.
  word: (text) => JSON.stringify({ response: text, p: 'abdefghijklmnopq'.slice(text.length % 16) }),
  thought: (text) => JSON.stringify({ response: `<think>${text}</think>` }),
  complaint: () =>
    JSON.stringify({ errors: [{ code: 3043, message: `Internal error on ${PROVIDER_WORDS}` }] }),
  closing: () => [JSON.stringify({ response: '', usage: USAGE }), '[DONE]'],
  whole: (text) => jsonPage(200, { response: text, tool_calls: [], usage: USAGE }),
  // Parsed already, as nothing else of it is.
  json: (value) => jsonPage(200, { response: value, tool_calls: [], usage: USAGE }),
};

function workersAiRefusal(reason: Refusal, model: string): Page {
  switch (reason) {
    case 'busy':
      return complaint(429, 3040, 'Capacity temporarily exceeded, please try again');
    case 'failing':
      return complaint(500, 3043, 'Internal server error');
    case 'no_entry':
      return complaint(403, 5018, 'Account not allowed to use this model');
    case 'no_model':
      return complaint(400, 5007, `No such model ${model} or task`);
    case 'bad_request':
      return complaint(400, 5004, 'Invalid data type for the given input');
  }
}

function complaint(status: number, internalCode: number, description: string): Page {
  const words = `${description} (${PROVIDER_WORDS})`;
  return jsonPage(status, { internalCode, name: 'InferenceUpstreamError', description: words });
}

/** Where texts lie by their words: not what they mean, but the same for the same text. */
export function embeddingsOf(texts: readonly string[]): Page {
  const data = texts.map(embeddingOf);
  return jsonPage(200, { shape: [data.length, EMBEDDING_SIZE], data, pooling: 'cls' });
}

function embeddingOf(text: string): number[] {
  const vector = Array.from({ length: EMBEDDING_SIZE }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % EMBEDDING_SIZE;
    vector[hash] = (vector[hash] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((number) => number / length);
}
