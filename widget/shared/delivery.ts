/**
 * Brings what was said to the server: holds the outbox, sends what is ready while there is a
 * connection, and starts over on the next one. The rules are in `outbox.ts`; the time is here.
 */
import { enqueue, isAwaited, isSpoken, markSent, ready, refuse, retry } from './outbox.ts';
import { settle, unsend } from './outbox.ts';
import type { Outbox, RefFrame } from './outbox.ts';
import type { OutboxStorage } from './socket-types.ts';

/** On a live socket, words unanswered for this long were not heard. */
export const ANSWER_WITHIN_MS = 8_000;

interface DeliveryOptions<F extends RefFrame> {
  transmit(frame: F): void;
  /** The connection takes words and does not answer them: it is as good as dead. */
  onUnanswered(): void;
  onPending(outbox: Outbox<F>): void;
  storage: OutboxStorage<F> | undefined;
  now(): number;
}

interface Delivery<F extends RefFrame> {
  add(frame: F): void;
  retry(ref: string): void;
  discard(ref: string): void;
  /** The server has stored these. */
  confirm(entries: readonly { ref?: string }[]): void;
  /** The server will not take this one. */
  refused(ref: string, why: string): void;
  /** The server wants a pause before it takes any more, in milliseconds. */
  slowDown(ms: number): void;
  /** Drops the actions that make no sense any more. */
  keep(isStillMeant: (frame: F) => boolean): void;
  /** There is a connection that takes frames. */
  resume(): void;
  /** There is none any more: what is unconfirmed will go again. */
  pause(): void;
}

export function createDelivery<F extends RefFrame>(options: DeliveryOptions<F>): Delivery<F> {
  let outbox: Outbox<F> = [];
  let isConnected = false;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  let answerTimer: ReturnType<typeof setTimeout> | undefined;

  function change(next: Outbox<F>): void {
    if (next === outbox || (next.length === 0 && outbox.length === 0)) return;
    outbox = next;
    options.storage?.save(outbox.map((item) => item.frame).filter(isSpoken));
    options.onPending(outbox);
  }

  function flush(): void {
    if (!isConnected || holdTimer !== undefined) return;
    const frames = ready(outbox);
    for (const frame of frames) options.transmit(frame);
    if (frames.length > 0) change(markSent(outbox, frames));
    clearTimeout(answerTimer);
    if (isAwaited(outbox)) answerTimer = setTimeout(options.onUnanswered, ANSWER_WITHIN_MS);
  }

  function changeAndFlush(next: Outbox<F>): void {
    change(next);
    flush();
  }

  function clearTimers(): void {
    clearTimeout(holdTimer);
    clearTimeout(answerTimer);
    holdTimer = undefined;
  }

  for (const frame of options.storage?.load() ?? []) {
    outbox = enqueue(outbox, frame, options.now());
  }
  if (outbox.length > 0) options.onPending(outbox);

  return {
    add: (frame) => changeAndFlush(enqueue(outbox, frame, options.now())),
    retry: (ref) => changeAndFlush(retry(outbox, ref)),
    discard: (ref) => changeAndFlush(settle(outbox, ref)),
    confirm(entries) {
      // Not `reduce`, which pages of Prototype's age have another idea of.
      let rest = outbox;
      for (const { ref } of entries) rest = settle(rest, ref);
      changeAndFlush(rest);
    },
    refused: (ref, why) => changeAndFlush(refuse(outbox, ref, why)),
    slowDown(ms) {
      clearTimers();
      // Saying all of it again is harmless, its `ref`s see to that, and keeps the order.
      change(unsend(outbox));
      holdTimer = setTimeout(() => {
        holdTimer = undefined;
        flush();
      }, ms);
    },
    keep: (isStillMeant) =>
      change(outbox.filter(({ frame }) => isSpoken(frame) || isStillMeant(frame))),
    resume() {
      isConnected = true;
      flush();
    },
    pause() {
      isConnected = false;
      clearTimers();
      change(unsend(outbox));
    },
  };
}
