/**
 * The connection to a website's monitor, kept alive. Every connection begins with a snapshot that
 * replaces whatever was known, so there is nothing to resume and nothing to say again.
 */
import { CLOSE } from '../../../src/protocol/close-codes.ts';
import { PROTOCOL } from '../../../src/protocol/limits.ts';
import type { MonitorClientFrame, MonitorFrame } from '../../../src/protocol/monitor.ts';
import { pauseAfter } from '../../shared/backoff.ts';
import { createHeartbeat } from '../../shared/heartbeat.ts';
import type { Connect, Link, Wake } from '../../shared/socket-types.ts';
import { readMonitorFrame } from './read-monitor-frame.ts';

/** Why the list will not come back by itself. */
export type Ending = 'signed_out' | 'site_gone' | 'out_of_date';

export type MonitorStatus =
  | { is: 'connecting'; failures: number }
  | { is: 'open' }
  /** Was open; comes back by itself. */
  | { is: 'lost'; failures: number }
  | { is: 'ended'; why: Ending };

interface MonitorClientOptions {
  url: string;
  subprotocols: string[];
  onFrame: (frame: MonitorFrame) => void;
  onStatus: (status: MonitorStatus) => void;
  /** Asked when the monitor keeps refusing: whether the page itself is no longer for this person. */
  whyRefused: () => Promise<Ending | null>;
  connect: Connect;
  wake: Wake;
  /** 0 to 1, as `Math.random`. */
  random: () => number;
}

/**
 * After this many attempts in a row that led nowhere, and then at every fourth, the page itself is asked
 * why: without a network it has no answer, and with it again it has.
 */
const ASK_AFTER_FAILURES = 2;
const ASK_EVERY_FAILURES = 4;

/** Connects, and stays connected until there is no use in it. */
export function connectMonitor(options: MonitorClientOptions): void {
  let link: Link | null = null;
  let isOpen = false;
  let wasOpen = false;
  let isEnded = false;
  let failures = 0;
  /** Tells an attempt's late events from those of the one that counts. */
  let attempt = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  const heartbeat = createHeartbeat(() => link?.send('ping'), lose);

  function start(): void {
    clearTimeout(retryTimer);
    const mine = ++attempt;
    const isCurrent = () => mine === attempt && !isEnded;
    report();
    heartbeat.expect();
    link = options.connect(options.url, options.subprotocols, {
      opened: () => {
        const hello = { type: 'hello', protocol: PROTOCOL } satisfies MonitorClientFrame;
        if (isCurrent()) link?.send(JSON.stringify(hello));
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
    if (isOpen) options.onStatus({ is: 'open' });
    else options.onStatus({ is: wasOpen ? 'lost' : 'connecting', failures });
  }

  function receive(data: unknown): void {
    if (isOpen) heartbeat.heard();
    const frame = readMonitorFrame(data);
    if (frame === null) return;
    if (frame.type === 'refused' && frame.code === 'unsupported_protocol') {
      return end('out_of_date');
    }
    // Before the snapshot a card is a card of nothing.
    if (frame.type !== 'snapshot' && !isOpen) return;
    options.onFrame(frame);
    if (isOpen || frame.type !== 'snapshot') return;
    isOpen = true;
    wasOpen = true;
    failures = 0;
    heartbeat.heard();
    report();
  }

  function lose(code?: number): void {
    const wasUp = isOpen;
    disconnect();
    if (code === CLOSE.dismissed) return end('signed_out');
    if (code === CLOSE.gone) return end('site_gone');
    retryTimer = setTimeout(start, pauseAfter(code, failures, options.random()));
    if (!wasUp) failures += 1;
    report();
    if (failures % ASK_EVERY_FAILURES === ASK_AFTER_FAILURES) void askWhy();
  }

  async function askWhy(): Promise<void> {
    const why = await options.whyRefused();
    if (why !== null && !isOpen) end(why);
  }

  /** Lets go of the connection, if any, without waiting for it to agree. */
  function disconnect(): void {
    attempt += 1;
    const old = link;
    link = null;
    isOpen = false;
    clearTimeout(retryTimer);
    heartbeat.stop();
    old?.close();
  }

  function end(why: Ending): void {
    if (isEnded) return;
    isEnded = true;
    disconnect();
    sleep();
    options.onStatus({ is: 'ended', why });
  }

  const sleep = options.wake(() => {
    if (isOpen) heartbeat.ask();
    else if (link === null && !isEnded) start();
  });

  start();
}
