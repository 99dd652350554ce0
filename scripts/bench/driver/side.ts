/** What the load program needs of a server, whichever it is. */
import type { Seat } from './seat.ts';

/** A visitor and the conversation that they opened. */
export interface Visitor {
  seat: Seat;
  conversation: string;
}

/** Both who talk. */
export interface Conversation {
  visitor: Seat;
  agent: Seat;
}

export interface Side {
  /** A visitor opens a conversation; may speak as soon as this is done. */
  open(): Promise<Visitor>;
  /** Somebody of the team takes a conversation over, by a link or as a member who has signed in. */
  join(visitor: Visitor, by: 'link' | 'session'): Promise<Seat>;
}

/**
 * An object whose sockets hibernate is put to sleep some ten seconds after it last did something; ours looks
 * five seconds after a job once more whether it is done.
 */
export const ASLEEP_AFTER_MS = 20_000;

/** So many are opened at a time. */
const AT_ONCE = 8;

/** Opens conversations and has somebody of the team in each. */
export async function talks(
  side: Side,
  count: number,
  by: 'link' | 'session' = 'session',
): Promise<Conversation[]> {
  return many(count, async () => {
    const visitor = await side.open();
    return { visitor: visitor.seat, agent: await side.join(visitor, by) };
  });
}

/** Does something so often, a few at a time. */
export async function many<T>(count: number, task: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let begun = 0;
  const work = async () => {
    while (begun < count) {
      begun += 1;
      done.push(await task());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}
