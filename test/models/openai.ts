/** OpenAI's chat completions, as OpenAI and the many that follow it speak them. */
import { PROVIDER_WORDS, type Refusal } from './script.ts';
import { jsonPage, USAGE, type Page, type SaidEnding, type Voice } from './voice.ts';

const FINISH: Readonly<Record<SaidEnding, string>> = {
  complete: 'stop',
  length: 'length',
  filtered: 'content_filter',
};

interface Delta {
  role?: 'assistant';
  content?: string;
  reasoning_content?: string;
}

/** The voice of a model of that name. */
export function openAiVoice(model: string): Voice {
  const head = { id: 'chatcmpl-1', created: 1_764_000_000, model };
  const chunk = (delta: Delta, finish: string | null = null): string =>
    JSON.stringify({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    });
  const whole: Voice['whole'] = (text, ending) =>
    jsonPage(200, {
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text },
          logprobs: null,
          finish_reason: FINISH[ending],
        },
      ],
      usage: USAGE,
    });
  return {
    opening: () => [chunk({ role: 'assistant', content: '' })],
    word: (text) => chunk({ content: text }),
    thought: (text) => chunk({ reasoning_content: text }),
    complaint: () =>
      JSON.stringify({
        error: { message: `The engine on ${PROVIDER_WORDS} died`, type: 'server_error', code: 500 },
      }),
    closing: (ending) => [
      chunk({}, FINISH[ending]),
      JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage: USAGE }),
      '[DONE]',
    ],
    whole,
    json: (value) => whole(JSON.stringify(value), 'complete'),
    refusal: (reason, key) => openAiRefusal(reason, key, model),
  };
}

function openAiRefusal(reason: Refusal, key: string, model: string): Page {
  switch (reason) {
    case 'busy':
      return complaint(429, 'rate_limit_exceeded', 'Rate limit reached', { 'retry-after': '20' });
    case 'failing':
      return complaint(500, 'server_error', 'The server had an error');
    case 'no_entry':
      // OpenAI itself repeats the key, if not all of it.
      return complaint(401, 'invalid_api_key', `Incorrect API key provided: ${key}`);
    case 'no_model':
      return complaint(404, 'model_not_found', `The model ${model} does not exist`);
    case 'bad_request':
      return complaint(400, 'context_length_exceeded', 'This conversation is too long');
  }
}

function complaint(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Page {
  const error = { message: `${message} (${PROVIDER_WORDS})`, type: code, param: null, code };
  return jsonPage(status, { error }, headers);
}
