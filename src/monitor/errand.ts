/**
 * What the monitor has to do beyond answering: things to tell every conversation, things due later.
 * Each is a row until it is done, so that none is lost to a crash. Pure.
 */
import type { Millis } from '../protocol/entry.ts';
import type { Dismissed } from './report.ts';

/** Something every known conversation is told. Being told twice does no harm. */
export type Round =
  /** The settings as they are when it is told. */
  | { type: 'settings' }
  /** Whether anybody watches when it is told. */
  | { type: 'watch' }
  | { type: 'dismiss'; who: Dismissed }
  | { type: 'erase' };

/** A round and how far it got. */
type RoundUnderWay = Round & {
  /** Whom it has yet to reach. */
  left: string[];
  /** Whom it did not reach this time. */
  failed: string[];
  /** How often it has been around. */
  rounds: number;
};

export type Errand =
  | RoundUnderWay
  /**
   * Sees from time to time who is still there, on either side. As long as there is this errand, the
   * conversations have been told that somebody watches, or are about to be.
   */
  | { type: 'sweep' }
  /** Somebody set about deleting the website at `since`: see whether it is gone. */
  | { type: 'retire'; since: Millis }
  /** The website was deleted: erase what D1 still knows of it. `failures` in a row. */
  | Purge
  | RetentionErrand
  | DigestErrand
  | ReceiptsErrand;

/** Mails were held back: tell the team in one, not before it is due. Told to open what is at `origin`. */
export type DigestErrand = {
  type: 'digest';
  origin: string;
  /** How often in a row the mail was refused. */
  failures: number;
};

/** A digest has ended, and not every conversation has been told so. */
export type ReceiptsErrand = {
  type: 'receipts';
  /** How often in a row some of them were out of reach. */
  misses: number;
};

/** A digest that failed so often in a row is given up, and its conversations are told so. */
export const MAX_DIGEST_FAILURES = 4;

const DIGEST_PAUSE_MS = 15_000;

/** How long a digest rests that failed so often: longer every time. */
export function digestPause(failures: number): Millis {
  return DIGEST_PAUSE_MS * 2 ** (failures - 1);
}

const RECEIPT_PAUSE_MS = 5_000;
const MAX_RECEIPT_PAUSE_MS = 600_000;

/** How long it takes to the next attempt to hand out receipts, after so many: longer every time. */
export function receiptPause(misses: number): Millis {
  return Math.min(RECEIPT_PAUSE_MS * 2 ** misses, MAX_RECEIPT_PAUSE_MS);
}

/** Another retention is taken to every conversation in D1, from the one that was over first. */
export type RetentionErrand = {
  type: 'retention';
  /** Its last entry’s moment and its number in the index: the last one that was told. */
  after: [lastAt: Millis, id: number];
  /** How often in a row nobody could be told. */
  failures: number;
};

export type Purge = { type: 'purge'; failures: number };

/** An errand's row. */
export interface Due<E extends Errand = Errand> {
  id: number;
  errand: E;
  due: Millis;
}

/** Calls made in one go. On its smallest plan the platform allows an invocation a thousand, D1's included. */
export const CALLS_PER_GO = 800;

/** An errand of which nothing was written for this long may have been lost with the object's memory. */
export const LEASE_MS = 30_000;

/** After these pauses a round sets out again to those whom it did not reach. */
export const ROUND_PAUSES_MS = [1_000, 5_000, 20_000, 60_000] as const;

/** While anybody watches, it is seen this often who is still there. */
export const SWEEP_EVERY_MS = 120_000;

/** Whoever leaves as the last may only be loading the page anew: the sweep sees after so long. */
export const WATCH_GRACE_MS = 25_000;

/** A website that is still there so long after somebody set about deleting it was not deleted. */
export const DELETION_MS = 60_000;

const FIRST_LOOK_MS = 1_000;

const PURGE_PAUSE_MS = 5_000;
const MAX_PURGE_PAUSE_MS = 600_000;

/** A round that sets out to `conversations`. */
export function setOut(round: Round, conversations: string[]): RoundUnderWay {
  return { ...round, left: conversations, failed: [], rounds: 0 };
}

/** How a round goes on after it has asked the first `asked` of those left; null when it is over. */
export function advance(
  round: RoundUnderWay,
  asked: number,
  failed: readonly string[],
  now: Millis,
): { errand: RoundUnderWay; due: Millis } | null {
  const left = round.left.slice(asked);
  const missed = [...round.failed, ...failed];
  if (left.length > 0) return { errand: { ...round, left, failed: missed }, due: now };
  // Whoever was not told that somebody watches is asked again by the next sweep.
  const pause = round.type === 'watch' ? undefined : ROUND_PAUSES_MS[round.rounds];
  if (missed.length === 0 || pause === undefined) return null;
  const next = { ...round, left: missed, failed: [], rounds: round.rounds + 1 };
  return { errand: next, due: now + pause };
}

/** The calls it takes to tell one conversation: one that reports may turn out to be behind. */
export function callsEach({ type }: Round): number {
  return type === 'watch' ? 2 : 1;
}

/** When to look again for a website that is to be deleted and still there; null when it no longer is to be. */
export function nextLook(since: Millis, now: Millis): Millis | null {
  const waited = now - since;
  return waited > DELETION_MS ? null : now + Math.max(FIRST_LOOK_MS, waited);
}

/** How long a purge rests, and what else walks a website's conversations: not at all while it gets on, longer with every failure in a row. */
export function purgePause(failures: number): Millis {
  return failures === 0 ? 0 : Math.min(PURGE_PAUSE_MS * 2 ** (failures - 1), MAX_PURGE_PAUSE_MS);
}
