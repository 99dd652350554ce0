import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../../src/protocol/close-codes.ts';
import type { MonitorFrame } from '../../../src/protocol/monitor.ts';
import { connectMonitor } from '../../../widget/agent/live/monitor-client.ts';
import type { Ending, MonitorStatus } from '../../../widget/agent/live/monitor-client.ts';
import { BACKOFF_CAP_MS, BACKOFF_START_MS } from '../../../widget/shared/backoff.ts';
import { DEAD_AFTER_MS, PING_EVERY_MS } from '../../../widget/shared/heartbeat.ts';
import { FakeServer } from '../widget/fake-server.ts';
import { card } from './live-cards.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

const SNAPSHOT: MonitorFrame = { type: 'snapshot', protocol: 1, cards: [card('a')] };

function start(whyRefused: () => Promise<Ending | null> = () => Promise.resolve(null)) {
  const server = new FakeServer();
  const frames: MonitorFrame[] = [];
  const statuses: MonitorStatus[] = [];
  let wakeUp = () => {};
  const why = vi.fn<() => Promise<Ending | null>>(whyRefused);
  connectMonitor({
    url: 'wss://baton.example/monitor',
    subprotocols: ['baton.v1'],
    onFrame: (frame) => void frames.push(frame),
    onStatus: (status) => void statuses.push(status),
    whyRefused: why,
    connect: server.connect,
    wake: (listener) => {
      wakeUp = listener;
      return () => {
        wakeUp = () => {};
      };
    },
    random: () => 1,
  });
  const send = (frame: MonitorFrame) => server.last.events.received(JSON.stringify(frame));
  return {
    server,
    frames,
    why,
    send,
    /** The attempt leads nowhere, and the next one has begun. */
    async fail() {
      const attempts = server.connections.length;
      server.cut();
      while (server.connections.length === attempts) await pass(100);
    },
    accept() {
      server.open();
      send(SNAPSHOT);
    },
    status: () => statuses.at(-1),
    wakeUp: () => wakeUp(),
  };
}

describe('the monitor’s connection', () => {
  it('greets, and is open once it has the snapshot', () => {
    const { server, send, status, frames } = start();
    server.open();
    expect(server.last.heard).toEqual([{ type: 'hello', protocol: 1 }]);
    expect(status()).toEqual({ is: 'connecting', failures: 0 });
    send({ type: 'card', card: card('too early') });
    send(SNAPSHOT);
    expect(status()).toEqual({ is: 'open' });
    expect(frames).toEqual([SNAPSHOT]);
  });

  it('greets again after every loss, so that a snapshot replaces all', async () => {
    const { server, accept, status } = start();
    accept();
    server.cut();
    expect(status()).toEqual({ is: 'lost', failures: 0 });
    await pass(BACKOFF_START_MS);
    server.open();
    expect(server.connections).toHaveLength(2);
    expect(server.last.heard).toEqual([{ type: 'hello', protocol: 1 }]);
  });

  it('waits longer after every attempt that led nowhere', async () => {
    const { server } = start();
    for (const [failures, ms] of [300, 600, 1200, 2400].entries()) {
      expect(server.connections).toHaveLength(failures + 1);
      server.cut();
      await pass(ms - 1);
      expect(server.connections).toHaveLength(failures + 1);
      await pass(1);
    }
  });

  it('tells a dead connection from a quiet one', async () => {
    const { server, accept, status } = start();
    accept();
    await pass(PING_EVERY_MS);
    expect(server.last.heard).toContain('ping');
    server.last.events.received('pong');
    await pass(PING_EVERY_MS);
    expect(status()).toEqual({ is: 'open' });
    await pass(DEAD_AFTER_MS);
    expect(status()?.is).toBe('lost');
  });

  it('looks again at once when the network or the page has come back', async () => {
    const { server, accept, wakeUp } = start();
    accept();
    server.cut();
    wakeUp();
    expect(server.connections).toHaveLength(2);
    await pass(BACKOFF_CAP_MS);
    expect(server.connections.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  });

  it.each([
    [CLOSE.dismissed, 'signed_out'],
    [CLOSE.gone, 'site_gone'],
  ] as const)('ends for good when it is closed with %i', async (code, why) => {
    const { server, accept, status, wakeUp } = start();
    accept();
    server.cut(code);
    expect(status()).toEqual({ is: 'ended', why });
    wakeUp();
    await pass(10 * BACKOFF_CAP_MS);
    expect(server.connections).toHaveLength(1);
  });

  it('ends when it speaks another protocol than the server', () => {
    const { server, send, status } = start();
    server.open();
    send({ type: 'refused', code: 'unsupported_protocol', message: 'No.' });
    expect(status()).toEqual({ is: 'ended', why: 'out_of_date' });
  });

  it('asks the page why it keeps being refused, and ends if that knows', async () => {
    const { server, why, status } = start(() => Promise.resolve('signed_out'));
    server.cut();
    expect(why).not.toHaveBeenCalled();
    await pass(BACKOFF_CAP_MS);
    server.cut();
    await pass();
    expect(why).toHaveBeenCalledOnce();
    expect(status()).toEqual({ is: 'ended', why: 'signed_out' });
  });

  it('goes on trying where the page knows nothing, and asks again at every fourth failure', async () => {
    const { fail, why, status } = start();
    const asked: number[] = [];
    for (let failures = 1; failures <= 10; failures++) {
      await fail();
      if (why.mock.calls.length > asked.length) asked.push(failures);
    }
    expect(asked).toEqual([2, 6, 10]);
    expect(status()?.is).toBe('connecting');
  });

  it('learns that its session has ended while there was no network', async () => {
    let isOnline = false;
    const { server, fail, status } = start(async () => (isOnline ? 'signed_out' : null));
    for (let failures = 1; failures <= 5; failures++) await fail();
    isOnline = true;
    server.cut();
    await pass();
    expect(status()).toEqual({ is: 'ended', why: 'signed_out' });
  });

  it('takes what is no frame for nothing', () => {
    const { server, accept, frames } = start();
    accept();
    for (const data of ['pong', '{', 'null', '{"type":"card"}', '{"type":"other","card":{}}', 7]) {
      server.last.events.received(data);
    }
    expect(frames).toHaveLength(1);
  });
});
