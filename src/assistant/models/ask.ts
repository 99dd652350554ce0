/** Puts a prompt to a model: the one place where `streamText` is called for an answer. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type Heard, hear } from './heard.ts';
import type { Limits } from './limits.ts';
import { streamText } from './model-call.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { Watchdog } from './watchdog.ts';

/** Some 450 words: an answer that is longer is a page. */
const MAX_ANSWER_TOKENS = 700;

/** What the model says; it is asked at once. Without `limits` it may take as long as `signal` lets it. */
export function ask(
  model: LanguageModelV4,
  prompt: Prompt,
  signal: AbortSignal,
  limits?: Limits,
): AsyncGenerator<Heard, void, undefined> {
  const watchdog = new Watchdog(signal, limits);
  const { stream } = streamText({
    model,
    ...prompt,
    maxOutputTokens: MAX_ANSWER_TOKENS,
    abortSignal: watchdog.signal,
    // Whoever asked decides whether to ask again, and reads the error as a part of the stream.
    maxRetries: 0,
    onError: () => undefined,
  });
  return hear(stream, watchdog);
}
