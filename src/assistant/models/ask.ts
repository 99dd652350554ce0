/** Puts a prompt to a model: the one place where a model is called for an answer. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type Heard, hear } from './heard.ts';
import type { Limits } from './limits.ts';
import { promptFor } from './prompt-for.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { Watchdog } from './watchdog.ts';

/** Some 450 words: an answer that is longer is a page. */
const MAX_ANSWER_TOKENS = 700;

/**
 * What the model says, asked as soon as somebody listens. Without `limits` it may take as long as `signal`
 * lets it. The provider is called directly; docs/decisions/0004-straight-to-the-provider.md says why.
 */
export function ask(
  model: LanguageModelV4,
  prompt: Prompt,
  signal: AbortSignal,
  limits?: Limits,
): AsyncGenerator<Heard, void, undefined> {
  const watchdog = new Watchdog(signal, limits);
  const call = () =>
    model.doStream({
      prompt: promptFor(prompt),
      maxOutputTokens: MAX_ANSWER_TOKENS,
      abortSignal: watchdog.signal,
    });
  return hear(call, watchdog);
}
