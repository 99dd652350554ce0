/**
 * What the monitor has to do beyond answering: things to tell every conversation, things due later.
 * Each is a row until it is done, so that none is lost to a crash. Pure.
 */
import type { Millis } from '../protocol/entry.ts';
import type { Dismissal } from './report.ts';

/** Something every known conversation is told. Being told twice does no harm. */
export type Round =
  /** The settings as they are when it is told. */
  | { type: 'settings' }
  /** Whether anybody watches when it is told. */
  | { type: 'watch' }
  | { type: 'dismiss'; who: Dismissal }
  | { type: 'erase' };

/** A round and how far it got. */
export type RoundUnderWay = Round & {
  /** Whom it has yet to reach. */
  left: string[];
  /** Whom it did not reach this time. */
  failed: string[];
  /** How often it has been around. */
  rounds: number;
};

export type Errand =
  | RoundUnderWay
  /** Somebody watches: see from time to time who is still there, on either side. */
  | { type: 'sweep' }
  | Purge;

/** The website was deleted at `before`: erase what D1 still knows of it. `failures` in a row. */
export type Purge = { type: 'purge'; before: Millis; failures: number };

/** An errand's row. */
export interface Due<E extends Errand = Errand> {
  id: number;
  errand: E;
  due: Millis;
}

/** Conversations told in one go. On its smallest plan the platform allows an invocation a thousand calls. */
export const ROUND_SIZE = 800;

/** An errand of which nothing was written for this long may have been lost with the object's memory. */
export const LEASE_MS = 30_000;

/** After these pauses a round sets out again to those whom it did not reach. */
export const ROUND_PAUSES_MS = [1_000, 5_000, 20_000, 60_000] as const;

/** While anybody watches, it is seen this often who is still there. */
export const SWEEP_EVERY_MS = 120_000;

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

/** How long a purge rests: not at all while it gets on, longer with every failure in a row. */
export function purgePause(failures: number): Millis {
  return failures === 0 ? 0 : Math.min(PURGE_PAUSE_MS * 2 ** (failures - 1), MAX_PURGE_PAUSE_MS);
}
