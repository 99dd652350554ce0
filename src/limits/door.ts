/**
 * The door that one network's visitors come through: how many sockets they opened lately, and how many
 * are open. The latter is nearly right: a closing that nobody told of is forgiven after a while. Pure.
 */

/** Openings are counted by the minute. */
export const WINDOW_MS = 60_000;

/**
 * One open socket is forgiven so often: lost closings heal as fast, and whoever keeps sockets open beyond
 * all measure gains as many.
 */
export const FORGIVE_ONE_MS = 30_000;

/** More than any limit allows. */
const SPENT = 1_000_000_000;

/** All times in ms since 1970. */
export interface Door {
  /** New conversations in this window. */
  opened: number;
  /** Sockets of conversations that there were, in this window. */
  resumed: number;
  /** When the window ends. */
  resetsAt: number;
  /** When the last open socket is forgiven. (emptyAt − now) / {@link FORGIVE_ONE_MS} of them count as open. */
  emptyAt: number;
}

/** Of whom nothing is known. */
export const UNKNOWN: Door = { opened: 0, resumed: 0, resetsAt: 0, emptyAt: 0 };

/** Somebody who wants in. */
export interface Knock {
  /** Opens a conversation, and does not come back to one. */
  isNew: boolean;
  /** So many of this kind a minute. */
  perMinute: number;
  /** So many sockets open at once, of either kind. */
  atOnce: number;
  /** So many of this kind were let in lately without having knocked. Counted once a window. */
  unasked?: number;
}

export interface Answered {
  door: Door;
  /** 0 for whoever is let in, else when to come back, in ms. */
  retryAfterMs: number;
}

/** Lets somebody in, and counts them, unless they come too often or there are too many. */
export function knock(door: Door, knocked: Knock, now: number): Answered {
  const { isNew, perMinute, atOnce, unasked = 0 } = knocked;
  const isOver = now >= door.resetsAt;
  const opened = (isOver ? (isNew ? unasked : 0) : door.opened) + Number(isNew);
  const resumed = (isOver ? (isNew ? 0 : unasked) : door.resumed) + Number(!isNew);
  const resetsAt = isOver ? now + WINDOW_MS : door.resetsAt;
  const emptyAt = Math.max(door.emptyAt, now);
  const counted = { opened, resumed, resetsAt, emptyAt };
  if ((isNew ? opened : resumed) > perMinute)
    return { door: counted, retryAfterMs: resetsAt - now };
  const retryAfterMs = emptyAt - now - (atOnce - 1) * FORGIVE_ONE_MS;
  if (retryAfterMs > 0) return { door: counted, retryAfterMs };
  return { door: { ...counted, emptyAt: emptyAt + FORGIVE_ONE_MS }, retryAfterMs: 0 };
}

/** One socket is not open any more. */
export function leave(door: Door, now: number): Door {
  return { ...door, emptyAt: Math.max(now, door.emptyAt - FORGIVE_ONE_MS) };
}

/** Lets nobody in for a while. */
export function shut(door: Door, forMs: number, now: number): Door {
  return { ...door, opened: SPENT, resumed: SPENT, resetsAt: now + forMs };
}

/** How many sockets are open, as far as is known. */
export function openNow({ emptyAt }: Door, now: number): number {
  return Math.max(0, Math.ceil((emptyAt - now) / FORGIVE_ONE_MS));
}

/** When nothing of it matters any more, if nobody comes by then. */
export function forgottenAt({ resetsAt, emptyAt }: Door): number {
  return Math.max(resetsAt, emptyAt);
}
