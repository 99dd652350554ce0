/** The small, quick model, asked for a whole text: summaries that somebody may be waiting for. */
import { createThoughtFilter } from '../words/thoughts.ts';
import type { Remote } from './choice.ts';
import { remoteModel } from './create-model.ts';
import type { Prompt } from '../prompt/prompt.ts';

/** The small model's reply, whole; null when it failed or `signal` fired first. Never throws. */
export async function askSmall(
  choice: Remote,
  prompt: Prompt,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const [{ ask }, model] = await Promise.all([
      import('./ask.ts'),
      remoteModel(choice, choice.small),
    ]);
    const thoughts = createThoughtFilter();
    let text = '';
    for await (const heard of ask(model, prompt, signal)) {
      if (heard.type === 'text') text += thoughts.push(heard.delta);
      if (heard.type === 'end') return (text + thoughts.end()).trim();
    }
  } catch {
    // Whoever asked has something to say without it.
  }
  return null;
}
