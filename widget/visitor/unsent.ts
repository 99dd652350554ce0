/**
 * Where a tab keeps words that the server has not confirmed, so that they outlive the page.
 *
 * Every tab writes under a name of its own, so no tab overwrites another's. A new tab adopts whatever
 * it finds under other names: it copies first and removes afterwards, so a crash in between loses
 * nothing. Two tabs may adopt the same words, and a tab may adopt those of another that is still
 * open; both then say them, under one `ref`, which the server stores once. Locks would prevent that,
 * and are not needed for it: they exist only on secure pages, and the `ref` is there everywhere.
 */
import type { VisitorFrame } from '../../src/protocol/frames.ts';
import type { OutboxStorage, Reffed } from '../shared/socket-types.ts';
import type { Memory } from './storage.ts';

type Words = Reffed<VisitorFrame>;

/**
 * @param tab a name no other tab has
 */
export function createUnsent(memory: Memory, tab: string): OutboxStorage<Words> {
  function save(words: readonly Words[]): void {
    // One by one: on pages of Prototype's age lists have a `toJSON` of their own.
    const list = words.map((each) => JSON.stringify(each));
    memory.set(`unsent:${tab}`, list.length > 0 ? `[${list.join()}]` : undefined);
  }

  return {
    save,
    load() {
      const tabs = Object.keys(memory.store)
        .flatMap((name) => name.split(`${memory.prefix}unsent:`)[1] ?? [])
        .sort();
      const words = tabs.flatMap((each) => parse(memory.get(`unsent:${each}`)));
      save(words);
      for (const each of tabs) if (each !== tab) memory.set(`unsent:${each}`, undefined);
      return words;
    },
  };
}

/** Other scripts of the page can write here too: what is not ours is left out, or refused later. */
function parse(stored: string | undefined): Words[] {
  try {
    const value: unknown = JSON.parse(stored ?? '');
    return Array.isArray(value) ? value.filter(isWords) : [];
  } catch {
    return [];
  }
}

function isWords(value: unknown): value is Words {
  if (typeof value !== 'object' || value === null) return false;
  return 'ref' in value && ('text' in value || 'email' in value);
}
