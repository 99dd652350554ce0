/** Messages of a log, as tests write them down: who said what, in order. */
import type { MessageEntry } from '../../../src/protocol/entry.ts';

export type Said = Omit<MessageEntry, 'seq' | 'at' | 'kind'>;

export const visitor = (text: string): Said => ({ author: { role: 'visitor' }, text });

export const agent = (name: string, text = 'Hello'): Said => ({
  author: { role: 'agent', name },
  text,
});

export const assistant = (
  text: string,
  marks: Pick<MessageEntry, 'unanswered' | 'interrupted'> = {},
): Said => ({ author: { role: 'assistant', name: 'Scout' }, text, ...marks });

/** An answer that names the articles it is from. */
export const answerFrom = (...titles: readonly string[]): Said => ({
  ...assistant('So it is.'),
  sources: titles.map((title) => ({ title })),
});

/** The log of it. */
export function logOf(...said: readonly Said[]): MessageEntry[] {
  return Array.from(said, (one, at) => ({ seq: at + 1, at: 1_000 * at, kind: 'message', ...one }));
}
