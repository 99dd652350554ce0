/**
 * One conversation's connection, kept alive. It reconnects by itself, resumes with "everything after
 * n", and says again what was not confirmed; whoever uses it sees frames, in order, and never a gap.
 * Used by the visitor's chat and by the agent's page. Holds no rule about what frames mean.
 */
import { CLOSE } from '../../src/protocol/close-codes.ts';
import type { Refusal, Welcome } from '../../src/protocol/frames.ts';
import { pauseAfter } from './backoff.ts';
import { createDelivery } from './delivery.ts';
import { createHeartbeat } from './heartbeat.ts';
import { readFrame } from './read-frame.ts';
import type {
  ClientFrame,
  Link,
  Reffed,
  SocketClient,
  SocketClientOptions,
  StopReason,
} from './socket-types.ts';

export type { SocketClient, SocketClientOptions, SocketStatus } from './socket-types.ts';

/** A connection that lived this long was a good one: the next failure starts counting afresh. */
export const STABLE_AFTER_MS = 5_000;

/** The pause after a `too_fast` that names none. */
const RETRY_AFTER_MS = 1_000;

/** Connects, and stays connected until closed. */
export function createSocketClient<F extends ClientFrame>(
  options: SocketClientOptions<F>,
): SocketClient<F> {
  let link: Link | null = null;
  let isWelcome = false;
  let wasWelcome = false;
  let isStopped = false;
  let failures = 0;
  let welcomedAt = 0;
  let lastSeq = 0;
  let conversation: string | undefined;
  /** Tells an attempt's late events from those of the one that counts. */
  let attempt = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const transmit = (frame: F) => link?.send(JSON.stringify(frame));
  const heartbeat = createHeartbeat(() => link?.send('ping'), lose);
  const delivery = createDelivery<Reffed<F>>({
    transmit,
    onUnanswered: lose,
    onPending: options.onPending,
    storage: options.storage,
    now: options.now,
  });

  async function start(): Promise<void> {
    clearTimeout(retryTimer);
    const mine = ++attempt;
    const isCurrent = () => mine === attempt && !isStopped;
    report();
    // What is asked for them may get stuck on a dead network, too.
    heartbeat.expect();
    const protocols = await options.subprotocols(failures);
    if (!isCurrent()) return;
    heartbeat.expect();
    link = options.connect(options.url, protocols, {
      opened: () => {
        if (isCurrent()) transmit(options.hello(lastSeq));
      },
      received: (data) => {
        if (isCurrent()) receive(data);
      },
      closed: (code) => {
        if (isCurrent()) lose(code);
      },
    });
  }

  function report(): void {
    if (isWelcome) options.onStatus({ is: 'open' });
    else options.onStatus({ is: wasWelcome ? 'lost' : 'connecting', failures });
  }

  function receive(data: unknown): void {
    if (isWelcome) heartbeat.heard();
    const frame = readFrame(data);
    if (frame === null) return;
    if (frame.type === 'welcome') return onWelcome(frame);
    if (frame.type === 'refused') return onRefused(frame);
    // Before the welcome nothing is in order yet, and the welcome will hold it anyway.
    if (!isWelcome) return;
    options.onFrame(frame);
    if (frame.type !== 'entry') return;
    lastSeq = Math.max(lastSeq, frame.entry.seq);
    delivery.confirm([frame.entry]);
  }

  function onWelcome(welcome: Welcome): void {
    const isOther = conversation !== undefined && welcome.conversation !== conversation;
    conversation = welcome.conversation;
    if (isOther || welcome.seq < lastSeq) {
      options.onReset();
      const missesEntries = lastSeq > 0;
      lastSeq = 0;
      if (missesEntries) {
        transmit(options.hello(0));
        return;
      }
    }
    isWelcome = true;
    wasWelcome = true;
    welcomedAt = options.now();
    lastSeq = welcome.seq;
    heartbeat.heard();
    options.onFrame(welcome);
    // Whoever was told may have closed this client over it.
    if (isStopped) return;
    report();
    delivery.confirm(welcome.entries);
    const { isStillMeant } = options;
    if (isStillMeant) delivery.keep((frame) => isStillMeant(frame, welcome.state));
    delivery.resume();
  }

  function onRefused(refusal: Refusal): void {
    const { ref, code, message, retryAfterMs } = refusal;
    options.onFrame(refusal);
    if (code === 'unsupported_protocol') stop(code);
    else if (code === 'too_fast') delivery.slowDown(retryAfterMs ?? RETRY_AFTER_MS);
    else if (ref !== undefined) delivery.refused(ref, options.explain?.(refusal) ?? message);
  }

  function lose(code?: number): void {
    const wasStable = isWelcome && options.now() - welcomedAt >= STABLE_AFTER_MS;
    disconnect();
    const ending = options.endings?.[code ?? 0];
    if (ending) return stop(ending);
    if (code === CLOSE.gone) {
      lastSeq = 0;
      conversation = undefined;
      options.onReset();
      options.onGone?.();
      if (isStopped) return;
    }
    if (wasStable) failures = 0;
    retryTimer = setTimeout(start, pauseAfter(code, failures, options.random()));
    if (!wasStable) failures += 1;
    report();
  }

  /** Lets go of the connection, if any, without waiting for it to agree. */
  function disconnect(): void {
    attempt += 1;
    const old = link;
    link = null;
    isWelcome = false;
    clearTimeout(retryTimer);
    heartbeat.stop();
    delivery.pause();
    old?.close();
  }

  function stop(reason: StopReason): void {
    if (isStopped) return;
    isStopped = true;
    disconnect();
    sleep();
    options.onStatus({ is: 'stopped', reason });
  }

  const sleep = options.wake(() => {
    if (isWelcome) heartbeat.ask();
    else if (link === null && !isStopped) void start();
  });

  void start();

  return {
    send(frame) {
      if (hasRef(frame)) delivery.add(frame);
      else if (isWelcome) transmit(frame);
    },
    retry: delivery.retry,
    discard: delivery.discard,
    close: () => stop('closed'),
  };
}

function hasRef<F extends ClientFrame>(frame: F): frame is Reffed<F> {
  return frame.ref !== undefined;
}
