import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../../src/protocol/close-codes.ts';
import type { ServerFrame, VisitorFrame } from '../../../src/protocol/frames.ts';
import type { Outbox } from '../../../widget/shared/outbox.ts';
import { ANSWER_WITHIN_MS } from '../../../widget/shared/delivery.ts';
import { DEAD_AFTER_MS, PING_EVERY_MS } from '../../../widget/shared/heartbeat.ts';
import { ENDINGS } from '../../../widget/agent/endings.ts';
import { createSocketClient, STABLE_AFTER_MS } from '../../../widget/shared/socket-client.ts';
import type {
  SocketClientOptions,
  SocketStatus,
  Reffed as ReffedOf,
} from '../../../widget/shared/socket-types.ts';
import { ASSISTANT, FakeServer, happened, said } from './fake-server.ts';

type Reffed = ReffedOf<VisitorFrame>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets everything happen that is due within `ms`, promises included. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

async function start(over: Partial<SocketClientOptions<VisitorFrame>> = {}) {
  const server = new FakeServer();
  const frames: ServerFrame[] = [];
  const statuses: SocketStatus[] = [];
  let pending: Outbox<Reffed> = [];
  let resets = 0;
  let stored: readonly Reffed[] = [];
  let wakeUp = () => {};
  const client = createSocketClient<VisitorFrame>({
    url: 'wss://baton.example/socket',
    subprotocols: () => ['baton.v1'],
    hello: (lastSeq) => ({ type: 'hello', protocol: 1, lastSeq }),
    onFrame: (frame) => void frames.push(frame),
    onStatus: (status) => void statuses.push(status),
    onPending: (outbox) => {
      pending = outbox;
    },
    onReset: () => {
      resets += 1;
    },
    storage: {
      load: () => stored,
      save: (unsent) => {
        stored = unsent;
      },
    },
    connect: server.connect,
    wake: (listener) => {
      wakeUp = listener;
      return () => {
        wakeUp = () => {};
      };
    },
    random: () => 1,
    now: () => Date.now(),
    ...over,
  });
  await pass();
  return {
    server,
    client,
    frames,
    statuses,
    pending: () => pending.map((item) => item.frame.ref),
    failures: () => pending.map((item) => item.failure),
    stored: () => stored.map((frame) => frame.ref),
    resets: () => resets,
    wakeUp: () => wakeUp(),
    say: (ref: string) => client.send({ type: 'say', ref, text: ref }),
  };
}

describe('a connection', () => {
  it('greets, and is open once it is welcomed', async () => {
    const { server, statuses } = await start();
    expect(statuses).toEqual([{ is: 'connecting', failures: 0 }]);
    server.open();
    expect(server.hellos).toEqual([0]);
    server.welcome();
    expect(statuses.at(-1)).toEqual({ is: 'open' });
  });

  it('resumes after the last entry, numbers it never saw included', async () => {
    const { server } = await start();
    server.accept({ seq: 7, entries: [said(1, 'a')] });
    server.send({ type: 'entry', entry: said(9, 'b') });
    server.cut();
    await pass(300);
    server.open();
    expect(server.hellos).toEqual([9]);
  });

  it('asks for its subprotocols anew at every attempt, and may take its time', async () => {
    let token = 'one';
    const { server } = await start({
      subprotocols: async (failures) => ['baton.v1', `token.${token}.${failures}`],
    });
    expect(server.last.protocols).toEqual(['baton.v1', 'token.one.0']);
    token = 'two';
    server.cut();
    await pass(300);
    expect(server.last.protocols).toEqual(['baton.v1', 'token.two.1']);
  });

  it('does not wait for ever for its subprotocols', async () => {
    let isStuck = false;
    const { server, statuses } = await start({
      subprotocols: () => (isStuck ? new Promise(() => undefined) : ['baton.v1']),
    });
    isStuck = true;
    server.cut();
    await pass(300);
    expect(server.connections).toHaveLength(1);
    isStuck = false;
    await pass(DEAD_AFTER_MS + 600);
    expect(server.connections).toHaveLength(2);
    expect(statuses.at(-1)).toEqual({ is: 'connecting', failures: 2 });
  });

  it('ignores what is no frame, and entries from before the welcome', async () => {
    const { server, frames } = await start();
    server.open();
    server.send({ type: 'entry', entry: said(3, 'a') });
    server.last.events.received('{');
    server.last.events.received('{"type":"later"}');
    server.last.events.received(new ArrayBuffer(1));
    expect(frames).toEqual([]);
    server.cut();
    await pass(300);
    server.open();
    expect(server.hellos).toEqual([0]);
  });
});

describe('a lost connection', () => {
  it('comes back by itself, later each time, at most ten seconds apart', async () => {
    const { server, statuses } = await start();
    for (const wait of [300, 600, 1_200, 2_400, 4_800, 9_600, 10_000, 10_000]) {
      const before = server.connections.length;
      server.cut();
      await pass(wait - 1);
      expect(server.connections).toHaveLength(before);
      await pass(1);
      expect(server.connections).toHaveLength(before + 1);
    }
    expect(statuses.at(-1)).toEqual({ is: 'connecting', failures: 8 });
  });

  it('begins counting afresh only after it held for a while', async () => {
    const { server, statuses } = await start();
    server.cut();
    await pass(300);
    server.accept();
    await pass(STABLE_AFTER_MS - 1);
    server.cut();
    expect(statuses.at(-1)).toEqual({ is: 'lost', failures: 2 });
    await pass(600);
    server.accept();
    await pass(STABLE_AFTER_MS);
    server.cut();
    expect(statuses.at(-1)).toEqual({ is: 'lost', failures: 0 });
  });

  it('comes back at once when the network or the page does', async () => {
    const { server, wakeUp } = await start();
    for (let count = 0; count < 6; count += 1) {
      server.cut();
      await pass(10_000);
    }
    server.cut();
    const before = server.connections.length;
    wakeUp();
    await pass();
    expect(server.connections).toHaveLength(before + 1);
    wakeUp();
    await pass(10_000 - 2_001);
    expect(server.connections).toHaveLength(before + 1);
  });

  it('is noticed although nobody says so: a ping without an answer is the verdict', async () => {
    const { server } = await start();
    server.accept();
    await pass(PING_EVERY_MS - 1);
    expect(server.last.heard).not.toContain('ping');
    await pass(1);
    expect(server.last.heard).toContain('ping');
    await pass(DEAD_AFTER_MS - 1);
    expect(server.last.isClosed).toBe(false);
    await pass(1);
    expect(server.last.isClosed).toBe(true);
    await pass(300);
    expect(server.connections).toHaveLength(2);
  });

  it('is not suspected while the server answers, with whatever', async () => {
    const { server } = await start();
    server.accept();
    for (let count = 0; count < 4; count += 1) {
      await pass(PING_EVERY_MS);
      server.last.events.received('pong');
    }
    expect(server.connections).toHaveLength(1);
    expect(server.last.isClosed).toBe(false);
  });

  it('is looked for right away when the page is shown again', async () => {
    const { server, wakeUp } = await start();
    server.accept();
    wakeUp();
    expect(server.last.heard).toContain('ping');
  });

  it('is given up when the server accepts and then says nothing', async () => {
    const { server } = await start();
    server.open();
    await pass(DEAD_AFTER_MS);
    expect(server.last.isClosed).toBe(true);
  });

  it('has no say any more once another has taken its place', async () => {
    const { server, frames } = await start();
    server.accept();
    const old = server.last;
    server.cut();
    await pass(300);
    server.accept();
    const seen = frames.length;
    old.events.received(JSON.stringify({ type: 'entry', entry: said(1, 'a') }));
    old.events.closed(1006);
    expect(frames).toHaveLength(seen);
    expect(server.last.isClosed).toBe(false);
  });
});

describe('what is said', () => {
  it('before the welcome goes out after it, in order, one at a time', async () => {
    const { server, say, pending } = await start();
    say('a');
    say('b');
    server.open();
    expect(server.saidRefs).toEqual([]);
    server.welcome();
    expect(server.saidRefs).toEqual(['a']);
    server.send({ type: 'entry', entry: said(1, 'a') });
    expect(server.saidRefs).toEqual(['a', 'b']);
    expect(pending()).toEqual(['b']);
  });

  it('and not confirmed is said again after a reconnect, under the same ref', async () => {
    const { server, say, pending } = await start();
    server.accept();
    say('a');
    server.cut();
    await pass(300);
    server.accept();
    expect(server.saidRefs).toEqual(['a']);
    expect(pending()).toEqual(['a']);
  });

  it('and stored without our knowing is not said again', async () => {
    const { server, say, pending } = await start();
    server.accept();
    say('a');
    server.cut();
    await pass(300);
    server.accept({ seq: 1, entries: [said(1, 'a')] });
    expect(server.saidRefs).toEqual([]);
    expect(pending()).toEqual([]);
  });

  it('and never answered on a live socket is said again on another', async () => {
    const { server, say } = await start();
    server.accept();
    say('a');
    await pass(ANSWER_WITHIN_MS - 1);
    expect(server.connections).toHaveLength(1);
    await pass(301);
    expect(server.connections).toHaveLength(2);
  });

  it('survives the page in storage until it is confirmed', async () => {
    const { server, say, stored } = await start();
    say('a');
    expect(stored()).toEqual(['a']);
    server.accept();
    server.send({ type: 'entry', entry: said(1, 'a') });
    expect(stored()).toEqual([]);
  });

  it('in an earlier life of the page goes out first', async () => {
    const { server, say, pending } = await start({
      storage: { load: () => [{ type: 'say', ref: 'old', text: 'old' }], save: () => {} },
    });
    expect(pending()).toEqual(['old']);
    say('new');
    server.accept();
    expect(server.saidRefs).toEqual(['old']);
  });

  it('too fast is said again when the server allows, and nothing overtakes it', async () => {
    const { server, say, client } = await start();
    server.accept();
    say('a');
    say('b');
    server.send({
      type: 'refused',
      code: 'too_fast',
      message: 'Slow.',
      ref: 'a',
      retryAfterMs: 900,
    });
    client.send({ type: 'ask_human', ref: 'c' });
    await pass(899);
    expect(server.saidRefs).toEqual(['a']);
    await pass(1);
    expect(server.saidRefs).toEqual(['a', 'a']);
    server.send({ type: 'entry', entry: said(1, 'a') });
    expect(server.saidRefs).toEqual(['a', 'a', 'b']);
  });

  it('too fast to even be read, so that the refusal names no ref, is said again too', async () => {
    const { server, say } = await start();
    server.accept();
    say('a');
    server.send({ type: 'refused', code: 'too_fast', message: 'Slow.', retryAfterMs: 500 });
    await pass(500);
    expect(server.saidRefs).toEqual(['a', 'a']);
  });

  it('and refused for good stays, marked, and lets the rest pass', async () => {
    const { server, say, failures, client } = await start();
    server.accept();
    say('a');
    say('b');
    server.send({ type: 'refused', code: 'budget_spent', message: 'Enough.', ref: 'a' });
    expect(failures()).toEqual(['Enough.', undefined]);
    expect(server.saidRefs).toEqual(['a', 'b']);
    server.send({ type: 'entry', entry: said(1, 'b') });
    client.retry('a');
    expect(server.saidRefs).toEqual(['a', 'b', 'a']);
  });

  it('and given up is forgotten, also by storage', async () => {
    const { say, client, pending, stored } = await start();
    say('a');
    client.discard('a');
    expect(pending()).toEqual([]);
    expect(stored()).toEqual([]);
  });

  it('without a ref is worth nothing later: typing is dropped while not connected', async () => {
    const { server, client } = await start();
    client.send({ type: 'typing' });
    server.accept();
    expect(server.said).toEqual([]);
    client.send({ type: 'typing' });
    expect(server.said).toEqual(['typing']);
  });
});

describe('an action', () => {
  it('waits for nobody, holds up nobody, and does not outlive the page', async () => {
    const { server, client, say, stored } = await start();
    server.accept();
    client.send({ type: 'ask_human', ref: 'ask' });
    say('a');
    expect(server.saidRefs).toEqual(['ask', 'a']);
    expect(stored()).toEqual(['a']);
  });

  it('is dropped when the state after a reconnect leaves it no sense', async () => {
    const { server, client, pending } = await start({
      isStillMeant: (frame, state) => frame.type !== 'answer_offer' || state.phase === 'offered',
    });
    server.accept({ state: { ...ASSISTANT, phase: 'offered' } });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    server.cut();
    await pass(300);
    server.accept({ state: ASSISTANT });
    expect(server.said).toEqual([]);
    expect(pending()).toEqual([]);
  });

  it('is confirmed by the event it caused', async () => {
    const { server, client, pending } = await start();
    server.accept();
    client.send({ type: 'cancel_wait', ref: 'x' });
    server.send({
      type: 'entry',
      entry: happened(1, { event: 'escalation.cancelled', by: 'visitor' }, 'x'),
    });
    expect(pending()).toEqual([]);
  });
});

describe('another log', () => {
  it('shorter than ours is read from its beginning', async () => {
    const { server, resets, frames } = await start();
    server.accept({ seq: 9 });
    server.cut();
    await pass(300);
    server.open();
    server.welcome({ seq: 2 });
    expect(resets()).toBe(1);
    expect(server.hellos).toEqual([9, 0]);
    expect(frames).toHaveLength(1);
    server.welcome({ seq: 2, entries: [said(1, 'a')] });
    expect(resets()).toBe(1);
    expect(frames).toHaveLength(2);
  });

  it('of another conversation is, too, however long', async () => {
    const { server, resets } = await start();
    server.accept({ seq: 1 });
    server.cut();
    await pass(300);
    server.accept({ seq: 5, conversation: 'c2' });
    expect(resets()).toBe(1);
    expect(server.hellos).toEqual([1, 0]);
  });

  it('is begun when the conversation is gone and its user wants a new one, words included', async () => {
    let isForgotten = false;
    const { server, resets, say } = await start({
      onGone: () => {
        isForgotten = true;
      },
    });
    server.accept({ seq: 4 });
    say('a');
    server.cut(CLOSE.gone);
    expect(isForgotten).toBe(true);
    expect(resets()).toBe(1);
    await pass(300);
    server.accept({ conversation: 'c2' });
    expect(server.hellos).toEqual([0]);
    expect(server.saidRefs).toEqual(['a']);
  });
});

describe('a connection shut out by newer ones', () => {
  it('comes back after a minute, or as soon as somebody looks', async () => {
    const { server, wakeUp } = await start();
    server.accept();
    server.cut(CLOSE.crowded);
    await pass(59_000);
    expect(server.connections).toHaveLength(1);
    await pass(1_000);
    expect(server.connections).toHaveLength(2);
    server.accept();
    server.cut(CLOSE.crowded);
    wakeUp();
    await pass(0);
    expect(server.connections).toHaveLength(3);
  });
});

describe('an end', () => {
  it.each([
    [CLOSE.gone, 'gone'],
    [CLOSE.linkClosed, 'link_closed'],
    [CLOSE.dismissed, 'dismissed'],
  ] as const)('comes with close code %i, and is told', async (code, reason) => {
    const { server, statuses } = await start({ endings: ENDINGS });
    server.accept();
    server.cut(code);
    expect(statuses.at(-1)).toEqual({ is: 'stopped', reason });
    await pass(60_000);
    expect(server.connections).toHaveLength(1);
  });

  it('comes when the server does not speak our protocol', async () => {
    const { server, statuses } = await start();
    server.open();
    server.send({ type: 'refused', code: 'unsupported_protocol', message: 'Protocol 2.' });
    expect(statuses.at(-1)).toEqual({ is: 'stopped', reason: 'unsupported_protocol' });
    expect(server.last.isClosed).toBe(true);
  });

  it('comes by closing, once, and leaves no timer behind', async () => {
    const { server, client, statuses, wakeUp, say } = await start();
    server.accept();
    say('a');
    client.close();
    client.close();
    wakeUp();
    expect(statuses.filter((status) => status.is === 'stopped')).toHaveLength(1);
    expect(server.last.isClosed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
