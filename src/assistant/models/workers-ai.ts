/** Models that Cloudflare runs, through the Worker's own binding. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createWorkersAI } from 'workers-ai-provider';

/** A model of Workers AI by its full name: `@cf/…`. */
export function workersAiModel(binding: Ai, name: string): LanguageModelV4 {
  // A chat is no place to think aloud for seconds. Models that cannot do without ignore it.
  const quick = { chat_template_kwargs: { enable_thinking: false } };
  return createWorkersAI({ binding })(name, quick);
}
