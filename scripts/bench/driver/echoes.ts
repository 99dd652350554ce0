/** Waits for what was said to be heard at both ends of a conversation. */
import type { Conversation } from './side.ts';

const ENDS = 2;

/** About as long as what people write to a shop. */
const TEXT = 'Is the tent waterproof, and does it stand by itself?';

interface Waiting {
  since: number;
  missing: number;
  heard: (ms: number) => void;
}

export class Echoes {
  readonly #waiting = new Map<string, Waiting>();
  #refs = 0;

  /** From now on it is noticed what is said in these. */
  listen(conversations: readonly Conversation[]): void {
    const onMessage = (ref: string) => this.#heard(ref);
    for (const { visitor, agent } of conversations) {
      visitor.onMessage = onMessage;
      agent.onMessage = onMessage;
    }
  }

  /** Says something; answers with the ms from `since` until both ends have it. */
  say(
    conversation: Conversation,
    author: keyof Conversation = 'visitor',
    since = performance.now(),
  ): Promise<number> {
    this.#refs += 1;
    const ref = `ref-${this.#refs}`;
    return new Promise((heard) => {
      this.#waiting.set(ref, { since, missing: ENDS, heard });
      conversation[author].say(ref, TEXT);
    });
  }

  #heard(ref: string): void {
    const waiting = this.#waiting.get(ref);
    if (!waiting) return;
    waiting.missing -= 1;
    if (waiting.missing > 0) return;
    this.#waiting.delete(ref);
    waiting.heard(performance.now() - waiting.since);
  }
}
