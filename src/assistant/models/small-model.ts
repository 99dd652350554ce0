/** The small, quick model: summaries that somebody may be waiting for. */
import type { Remote } from './choice.ts';
import { createThoughtFilter } from '../words/thoughts.ts';
import { remoteModel } from './create-model.ts';
import type { Prompt } from '../prompt/prompt.ts';

/** Longest reply worth having, in tokens. */
const MAX_TOKENS = 300;

/** The small model's reply, whole; null when it failed or `signal` fired first. Never throws. */
export async function askSmall(
  choice: Remote,
  prompt: Prompt,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const [{ streamText }, model] = await Promise.all([
      import('./model-call.ts'),
      remoteModel(choice, choice.small),
    ]);
    const { stream } = streamText({
      model,
      ...prompt,
      maxOutputTokens: MAX_TOKENS,
      maxRetries: 0,
      abortSignal: signal,
      onError: () => undefined,
    });
    const thoughts = createThoughtFilter();
    let text = '';
    for await (const part of stream) {
      if (part.type === 'text-delta') text += thoughts.push(part.text);
      if (part.type === 'error' || part.type === 'abort') return null;
      if (part.type === 'finish-step') {
        return part.finishReason === 'error' ? null : (text + thoughts.end()).trim();
      }
    }
  } catch {
    // Whoever asked has something to say without it.
  }
  return null;
}
