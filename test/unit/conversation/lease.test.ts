import { describe, expect, it } from 'vitest';
import { Lease, LEASE_MS } from '../../../src/conversation/lease.ts';
import { migrate } from '../../../src/conversation/schema.ts';
import { SILENT_AFTER_MS } from '../../../src/conversation/sockets.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000_000;
const SEAT = 'key:alex';

interface FakeSocket {
  id?: string;
  greeted?: boolean;
  /** When its last frame came. */
  framedAt?: number;
  pingedAt?: number;
  readyState?: number;
}

/** An object with these sockets, which come and go, and with its rows, which stay. */
function objectWith(...sockets: FakeSocket[]) {
  const storage = sqlStorage();
  migrate(storage);
  const open = { sockets };
  const pings = new Map<unknown, number | undefined>();
  const fake = {
    storage,
    getWebSockets: () =>
      open.sockets.map((known) => {
        const { id = SEAT, greeted = true, framedAt = NOW, readyState = WebSocket.OPEN } = known;
        const bucket = { tokens: 1, at: framedAt };
        const deserializeAttachment = () => ({ side: 'agent', id, greeted, bucket });
        const socket = { readyState, deserializeAttachment };
        pings.set(socket, known.pingedAt);
        return socket;
      }),
    getWebSocketAutoResponseTimestamp: (socket: unknown) => {
      const at = pings.get(socket);
      return at === undefined ? null : new Date(at);
    },
  };
  // As much of the platform's own type as a lease uses.
  const ctx: DurableObjectState = Object.assign(Object.create(null), fake);
  return { ctx, open };
}

/** A lease that has just been looked after. */
function lookedAt(now: number, ...sockets: FakeSocket[]) {
  const { ctx, open } = objectWith(...sockets);
  const lease = new Lease(ctx);
  lease.look(SEAT, now);
  return { ctx, open, lease };
}

describe('whoever took over', () => {
  it('has the conversation while one of their sockets lives', () => {
    const { lease } = lookedAt(NOW, { readyState: WebSocket.CLOSING }, {});
    expect(lease.isOver(NOW + 10 * LEASE_MS)).toBe(false);
  });

  it('has it for as long as a lease after the last one, and not a millisecond longer', () => {
    const { lease } = lookedAt(NOW);
    expect(lease.isOver(NOW + LEASE_MS - 1)).toBe(false);
    expect(lease.isOver(NOW + LEASE_MS)).toBe(true);
    expect(lease.dueAt(SEAT)).toBe(NOW + LEASE_MS);
  });

  it('is gone since they went, however often somebody looks', () => {
    const { lease } = lookedAt(NOW);
    lease.look(SEAT, NOW + LEASE_MS / 2);
    expect(lease.dueAt(SEAT)).toBe(NOW + LEASE_MS);
  });

  it('is gone since they went, also after the object slept', () => {
    const { ctx } = lookedAt(NOW);
    const woken = new Lease(ctx);
    woken.look(SEAT, NOW + LEASE_MS);
    expect(woken.isOver(NOW + LEASE_MS)).toBe(true);
  });

  it('who comes back in time was never gone', () => {
    const { lease, open } = lookedAt(NOW);
    open.sockets = [{}];
    lease.look(SEAT, NOW + LEASE_MS - 1);
    expect(lease.isOver(NOW + LEASE_MS)).toBe(false);
    open.sockets = [];
    lease.look(SEAT, NOW + 2 * LEASE_MS);
    expect(lease.dueAt(SEAT)).toBe(NOW + 3 * LEASE_MS);
  });

  it('is nobody else, and nobody who has yet to say hello', () => {
    const { lease } = lookedAt(NOW, { id: 'member:robin' }, { greeted: false });
    expect(lease.isOver(NOW + LEASE_MS)).toBe(true);
  });
});

describe('whoever falls silent', () => {
  const pinging = { framedAt: NOW - 500, pingedAt: NOW };

  it('although they used to ping is gone after a while, since they were heard last', () => {
    const now = NOW + SILENT_AFTER_MS;
    expect(lookedAt(now, pinging).lease.isOver(now)).toBe(false);
    const { lease } = lookedAt(now + 1, pinging);
    expect(lease.isOver(now + 1)).toBe(true);
    expect(lease.dueAt(SEAT)).toBe(NOW + LEASE_MS);
  });

  it('is looked at again at the first moment that counts', () => {
    const { lease } = lookedAt(NOW, pinging);
    const at = lease.dueAt(SEAT) ?? 0;
    expect(at).toBe(NOW + SILENT_AFTER_MS + 1);
    expect(lookedAt(at - 1, pinging).lease.isOver(at - 1)).toBe(false);
    expect(lookedAt(at, pinging).lease.isOver(at)).toBe(true);
  });

  it('counts by the liveliest of their sockets', () => {
    const { lease } = lookedAt(NOW + 5, { pingedAt: NOW - 9 }, { pingedAt: NOW + 5 });
    expect(lease.dueAt(SEAT)).toBe(NOW + 5 + SILENT_AFTER_MS + 1);
  });

  it('and never pinged is taken to be there: nothing was expected of them', () => {
    for (const sockets of [[{}], [{}, pinging]]) {
      const { lease } = lookedAt(NOW + 10 * SILENT_AFTER_MS, ...sockets);
      expect(lease.isOver(NOW + 20 * SILENT_AFTER_MS)).toBe(false);
      expect(lease.dueAt(SEAT)).toBeNull();
    }
  });
});

it('forgets who was gone once nobody has a seat', () => {
  const { ctx, lease } = lookedAt(NOW);
  lease.close();
  expect(lease.isOver(NOW + LEASE_MS)).toBe(false);
  expect(new Lease(ctx).isOver(NOW + LEASE_MS)).toBe(false);
});
