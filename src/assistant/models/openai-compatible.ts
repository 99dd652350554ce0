/** Models behind any endpoint that speaks OpenAI's chat completions. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OpenAiCompatible } from './choice.ts';

/** A model of such an endpoint, by its name there. */
export function openAiCompatibleModel(
  { baseUrl, apiKey }: OpenAiCompatible,
  name: string,
): LanguageModelV4 {
  const provider = createOpenAICompatible({
    name: 'openai-compatible',
    baseURL: baseUrl,
    ...(apiKey !== undefined && { apiKey }),
  });
  return provider.chatModel(name);
}
