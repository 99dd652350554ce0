/**
 * Keeps the {@link Door} of one network, and is told of every visitor's socket: of its opening by the
 * Worker, which asks it anyway, and of its closing by the conversation, which does not wait. Like the rate
 * limiter it is a small self-saving object and fails open: docs/decisions/0001-itty-durable.md.
 */
import { createDurable, proxyDurable } from 'itty-durable';
import * as doors from './door.ts';
import { isLetInUnasked, letInUnasked } from './doorstep.ts';
import { floodKey, refusedFor } from './refusals.ts';

/** What is known stays a little longer than it matters: for whoever comes late in a window. */
const SLACK_MS = 120_000;

/** All arguments are numbers: nothing a client sent gets in. Times in ms since 1970. */
export class Doorkeeper extends createDurable({ autoPersist: true }) {
  door = doors.UNKNOWN;

  /** `isNew`: 1 for a new conversation, 0 for one that there was. */
  knock(
    isNew: number,
    perMinute: number,
    atOnce: number,
    unasked: number,
    now: number,
  ): { retryAfterMs: number } {
    const asked = { isNew: isNew === 1, perMinute, atOnce, unasked };
    const { door, retryAfterMs } = doors.knock(this.door, asked, now);
    // Once per window, for as many as may come in it. A closing may pull that in: the alarm looks again.
    if (door.resetsAt !== this.door.resetsAt) this.#forgetAt(now + atOnce * doors.FORGIVE_ONE_MS);
    this.door = door;
    return { retryAfterMs };
  }

  /** A socket has closed. */
  leave(now: number): void {
    this.door = doors.leave(this.door, now);
    this.#forgetAt(doors.forgottenAt(this.door));
  }

  /** Lets nobody in for so long. */
  shut(forMs: number, now: number): void {
    this.door = doors.shut(this.door, forMs, now);
    this.#forgetAt(doors.forgottenAt(this.door));
  }

  /** Forgets, unless more have come since it was set. The library loads what is saved for a call alone. */
  async alarm(): Promise<void> {
    await this.loadFromStorage();
    const forgottenAt = doors.forgottenAt(this.door);
    if (Date.now() < forgottenAt) this.#forgetAt(forgottenAt);
    else await this.destroy();
  }

  #forgetAt(time: number): void {
    void this.setAlarm(time + SLACK_MS);
  }
}

/** What becomes of a visitor's socket. `isCounted`: its closing is to be told. */
export type Entrance = { ok: true; isCounted: boolean } | { ok: false; retryAfterMs: number };

/**
 * Asks whether a visitor's socket may open, and has it counted. Where there is no answer it is yes, and the first
 * few of a network are let in unasked.
 */
export async function mayEnter(
  namespace: DurableObjectNamespace,
  network: string,
  { isNew, perMinute, atOnce }: doors.Knock,
  now: number,
): Promise<Entrance> {
  const isKnownFlood = refusedFor(floodKey(network), now) !== null;
  if (!isKnownFlood && isLetInUnasked(network, Math.min(perMinute, atOnce), now)) {
    return { ok: true, isCounted: false };
  }
  try {
    const answer: unknown = await doorOf(namespace, network).knock(
      Number(isNew),
      perMinute,
      atOnce,
      letInUnasked(network, doors.WINDOW_MS, now),
      now,
    );
    if (!isAnswer(answer) || answer.retryAfterMs <= 0) return { ok: true, isCounted: true };
    return { ok: false, retryAfterMs: answer.retryAfterMs };
  } catch {
    return { ok: true, isCounted: false };
  }
}

/** Tells that a visitor's socket has closed. What is not heard is made up for in time. */
export async function hasLeft(
  namespace: DurableObjectNamespace,
  network: string,
  now: number,
): Promise<void> {
  try {
    await doorOf(namespace, network).leave(now);
  } catch {
    // One too many is counted for a while.
  }
}

/** Lets no visitor's socket of a network open any more for a while, as far as its door can be reached. */
export async function shutOut(
  namespace: DurableObjectNamespace,
  network: string,
  forMs: number,
  now: number,
): Promise<void> {
  try {
    await doorOf(namespace, network).shut(forMs, now);
  } catch {
    // It fails open here too: what is known of them so far still holds.
  }
}

function doorOf(namespace: DurableObjectNamespace, network: string) {
  return proxyDurable(namespace, { parse: true, name: 'DOORKEEPER' }).get(`door:${network}`);
}

function isAnswer(value: unknown): value is { retryAfterMs: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'retryAfterMs' in value &&
    typeof value.retryAfterMs === 'number'
  );
}
