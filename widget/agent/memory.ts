import type { Keep } from './keep.ts';

/** What the page remembers of this person, and of what they were about to say. */
export interface Memory {
  name(): string;
  rememberName(name: string): void;
  draft(): string;
  rememberDraft(text: string): void;
}

/** Remembers in `keep`: the name everywhere, the draft for the one conversation. */
export function memoryOf(keep: Keep, conversation: string): Memory {
  const draft = `baton.draft.${conversation}`;
  return {
    name: () => keep.get(NAME) ?? '',
    rememberName: (name) => keep.set(NAME, name),
    draft: () => keep.get(draft) ?? '',
    rememberDraft: (text) => keep.set(draft, text === '' ? null : text),
  };
}

const NAME = 'baton.name';
