/** The small, quick model as a judge of one message: a structured answer, or none. */
import type { Label } from '../../protocol/entry.ts';
import { INTENTS, intentIn } from '../prompt/intent-prompt.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { Remote } from './choice.ts';
import { remoteModel } from './create-model.ts';

/** A label in JSON is shorter. */
const MAX_TOKENS = 60;

/** What the small model takes a message for; null when it failed or `signal` fired first. Never throws. */
export async function judge(
  choice: Remote,
  prompt: Prompt,
  signal: AbortSignal,
): Promise<Label | null> {
  try {
    const [{ generateText, NoObjectGeneratedError, Output }, model] = await Promise.all([
      import('./model-call.ts'),
      remoteModel(choice, choice.small),
    ]);
    try {
      const result = await generateText({
        model,
        ...prompt,
        output: Output.choice({ options: [...INTENTS] }),
        temperature: 0,
        maxOutputTokens: MAX_TOKENS,
        maxRetries: 0,
        abortSignal: signal,
      });
      return result.output;
    } catch (error) {
      // Not every model keeps to a format, and one word is easily understood without.
      return NoObjectGeneratedError.isInstance(error) ? intentIn(error.text ?? '') : null;
    }
  } catch {
    return null;
  }
}
