/** The conversations open beside the list: each with a connection and a memory of its own. */
import type { Entry } from '../../../src/protocol/entry.ts';
import { EMPTY_DESK } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { whyClosed } from './page.ts';
import { keepIn } from '../keep.ts';
import { memoryOf } from '../memory.ts';
import type { Memory } from '../memory.ts';
import { openSession } from '../session.ts';
import type { Session } from '../session.ts';

export interface Talk {
  readonly conversation: string;
  readonly session: Session;
  readonly memory: Memory;
  readonly desk: Desk;
  /** Raised whenever there is something to draw, even where the desk is the same. */
  readonly version: number;
  /** The last entry that this person had before their eyes. */
  readonly readSeq: number;
}

interface Talks {
  all(): ReadonlyMap<string, Talk>;
  /** The conversation's talk, opened if it is not. */
  open(conversation: string): Talk;
  close(conversation: string): void;
  /** All of them, for good: there is no use in connections any more. */
  closeAll(): void;
  /** Everything in these has been read up to now. */
  read(conversations: readonly string[]): void;
}

/**
 * @param site the website's id
 * @param onChange told of a desk that has changed, and of what it was before
 */
export function createTalks(site: string, onChange: (after: Talk, before: Talk) => void): Talks {
  const lasting = keepIn(() => localStorage);
  const fleeting = keepIn(() => sessionStorage);
  let talks: ReadonlyMap<string, Talk> = new Map();

  function put(talk: Talk): void {
    talks = new Map(talks).set(talk.conversation, talk);
  }

  function open(conversation: string): Talk {
    const known = talks.get(conversation);
    if (known) return known;
    const session = openSession({
      conversation,
      // The session's cookie says who this is.
      credentials: [],
      keep: fleeting,
      whyClosed: () => whyClosed(site, conversation),
    });
    const memory = memoryOf(lasting, conversation);
    const talk = { conversation, session, memory, desk: EMPTY_DESK, version: 0, readSeq: 0 };
    put(talk);
    session.watch((desk) => {
      const before = talks.get(conversation);
      if (before?.session !== session) return;
      const isFirst = before.readSeq === 0;
      const after: Talk = {
        ...before,
        desk,
        version: before.version + 1,
        // The log as it was found is no news.
        readSeq: isFirst ? lastSeq(desk.log.entries) : before.readSeq,
      };
      put(after);
      onChange(after, before);
    });
    return talks.get(conversation) ?? talk;
  }

  return {
    all: () => talks,
    open,
    close(conversation) {
      talks.get(conversation)?.session.close();
      const rest = new Map(talks);
      rest.delete(conversation);
      talks = rest;
    },
    closeAll() {
      for (const { session } of talks.values()) session.close();
    },
    read(conversations) {
      for (const conversation of conversations) {
        const talk = talks.get(conversation);
        const last = lastSeq(talk?.desk.log.entries ?? []);
        if (talk && talk.readSeq < last) put({ ...talk, readSeq: last });
      }
    },
  };
}

/** How much the visitor has written that this person has not seen. */
export function unread({ desk, readSeq }: Talk): number {
  const { entries } = desk.log;
  let count = 0;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry === undefined || entry.seq <= readSeq) break;
    if (entry.kind === 'message' && entry.author.role === 'visitor') count += 1;
  }
  return count;
}

function lastSeq(entries: readonly Entry[]): number {
  return entries.at(-1)?.seq ?? 0;
}
