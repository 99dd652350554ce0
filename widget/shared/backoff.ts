import { CLOSE } from '../../src/protocol/close-codes.ts';

/** The first reconnect waits at most this long. */
export const BACKOFF_START_MS = 300;

/** No reconnect waits longer than this. */
export const BACKOFF_CAP_MS = 10_000;

/** Whoever was shut out by newer connections waits this long, or the many would shut each other out in turn. */
export const CROWDED_MS = 60_000;

/** How long to wait, in milliseconds, once a connection was closed with `code`: see {@link backoff}. */
export function pauseAfter(code: number | undefined, failures: number, random: number): number {
  return code === CLOSE.crowded ? CROWDED_MS : backoff(failures, random);
}

/**
 * How long to wait before reconnecting, in milliseconds: exponential with full jitter, so that the
 * clients a deploy cut off together do not come back together.
 *
 * @param failures how many attempts in a row have failed so far, 0 for none
 * @param random a number from 0 to 1, as `Math.random` gives
 */
export function backoff(failures: number, random: number): number {
  return Math.round(random * Math.min(BACKOFF_CAP_MS, BACKOFF_START_MS * 2 ** failures));
}
