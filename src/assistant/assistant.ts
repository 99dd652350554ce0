import type { Label } from '../protocol/entry.ts';
import type { Answerer } from './answerer.ts';
import type { Prompt } from './prompt/prompt.ts';

/** Everything that a conversation may ask of the models. */
export interface Assistant {
  answer: Answerer;
  /** The models outside of this Worker; null where the embedded answerer is all there is. */
  remote: RemoteModels | null;
}

export interface RemoteModels {
  /** Which one answers, for the owner to read. */
  name: string;
  /** What of a provider's words the owner may be told: nothing secret. */
  tellable: (detail: string) => string;
  /**
   * The small model's reply, whole; null when it failed, may not be asked any more on `behalf`'s account,
   * or `signal` fired first. Never rejects.
   */
  askSmall: (
    prompt: Prompt,
    signal: AbortSignal,
    behalf: { site: string; network: string } | undefined,
  ) => Promise<string | null>;
  /** What the small model takes a message for; the same holds. */
  judge: (
    prompt: Prompt,
    signal: AbortSignal,
    behalf: { site: string; network: string } | undefined,
  ) => Promise<Label | null>;
}
