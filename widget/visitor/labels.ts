/**
 * What the launcher is called. The words of a language are fetched when somebody reaches for the chat;
 * until then it goes by what was fetched on an earlier page, or else by a word that most languages share.
 */
import type { Words } from '../../src/language/language.ts';
import type { Memory } from './storage.ts';

export type Labels = readonly [
  open: string,
  close: string,
  unreachable: string,
  dismiss: string,
  ...rest: string[],
];

/** With the language they are in. */
type Known = readonly [
  open: string,
  close: string,
  unreachable: string,
  dismiss: string,
  language: string,
];

export function labelsOf(words: Words) {
  const { open, close, unreachable, dismiss } = words;
  return [open, close, unreachable, dismiss] as const;
}

/** Keeps them for pages to come that ask for the same languages. */
export function remember(memory: Memory, asked: string, known: Known): void {
  memory.set('labels', [...known, asked].join('\n'));
}

/** What an earlier page has kept, if it asked for the same. */
export function recall(memory: Memory, asked: string): Known | undefined {
  const kept = memory.get('labels')?.split('\n') ?? [];
  return kept.pop() === asked && isKnown(kept) ? kept : undefined;
}

function isKnown(kept: readonly string[]): kept is Known {
  return kept.length === 5;
}

/** What will do on a page in this language, empty for one that does not say. */
export function labelsFor(language: string): Labels {
  const unreachable = 'Sorry, the chat can’t be reached.';
  return /^(en|$)/.test(language)
    ? ['Open chat', 'Close chat', unreachable, 'Dismiss']
    : ['Chat', 'Chat', unreachable, 'OK'];
}
