import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import type { Env } from '../../src/env.ts';
import { MAX_UNHEEDED } from '../../src/conversation/gate.ts';
import { type Door, forgottenAt, openNow, WINDOW_MS } from '../../src/limits/door.ts';
import { VISITOR_RATE } from '../../src/objects/rate.ts';
import { letVisitorIn, OPENS_PER_MINUTE } from '../../src/routes/rates.ts';
import { bindings, Client, evict, HOST, stubOf } from './client.ts';
import { knock } from './knock.ts';

const MOST = 3;

const TIGHT = { SOCKETS_PER_NETWORK: String(MOST) };

/** Knocks at the visitors' socket from an address, where few may be open at once. */
function arrive(address: string, token?: string, changed: Partial<Env> = TIGHT): Promise<Response> {
  const offers = ['baton.v1', ...(token === undefined ? [] : [`token.${token}`])];
  const headers = {
    Upgrade: 'websocket',
    'Sec-WebSocket-Protocol': offers.join(', '),
    'CF-Connecting-IP': address,
  };
  return knock('/v1/sites/demo/socket', { headers }, changed);
}

/** A visitor at an address, greeted. */
async function visitorAt(address: string, token?: string) {
  const response = await arrive(address, token);
  if (!response.webSocket) throw new Error(`refused with ${response.status}`);
  const client = new Client(response.webSocket);
  const { conversation, token: own = '' } = await client.hello();
  return { client, conversation, token: own };
}

/** The object behind the door that a conversation's visitor came through. */
async function doorOf(conversation: string): Promise<DurableObjectStub> {
  const network = await runInDurableObject(stubOf(conversation), (_, { storage }) => {
    const [row] = storage.sql.exec<{ network: string }>('SELECT network FROM conversation');
    return row?.network ?? '';
  });
  const { DOORKEEPER } = bindings;
  return DOORKEEPER.get(DOORKEEPER.idFromName(`door:${network}`));
}

/** What it has saved. */
function saved(door: DurableObjectStub): Promise<Door | undefined> {
  return runInDurableObject(door, async (_, { storage }) => {
    const data = await storage.get<{ door: Door }>('data');
    return data?.door;
  });
}

/** What it has saved, and has to have. */
async function known(door: DurableObjectStub): Promise<Door> {
  const data = await saved(door);
  if (!data) throw new Error('the door has forgotten everything');
  return data;
}

/** When its alarm rings. */
function alarmOf(door: DurableObjectStub): Promise<number | null> {
  return runInDurableObject(door, (_, { storage }) => storage.getAlarm());
}

/** Has everything that it knows be that much older. */
async function letTimePass(door: DurableObjectStub, ms: number): Promise<void> {
  await evictDurableObject(door);
  const { resetsAt, emptyAt, ...counts } = await known(door);
  const older: Door = { ...counts, resetsAt: resetsAt - ms, emptyAt: emptyAt - ms };
  await runInDurableObject(door, (_, { storage }) => storage.put('data', { door: older }));
  await evictDurableObject(door);
}

/** Waits until the door knows of so many open sockets. */
function untilOpen(door: DurableObjectStub, count: number): Promise<void> {
  return vi.waitFor(async () => {
    const known = await saved(door);
    expect(known && openNow(known, Date.now())).toBe(count);
  });
}

describe('the visitors of one network', () => {
  it('have so many sockets open at once and no more, and are told so in words', async () => {
    const first = await visitorAt('203.0.113.60');
    await visitorAt('203.0.113.60');
    await visitorAt('203.0.113.60', first.token);
    for (const token of [undefined, first.token]) {
      const refused = await arrive('203.0.113.60', token);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(30);
      expect(await refused.json()).toMatchObject({
        error: { code: 'too_many', message: expect.stringMatching(/again/) },
      });
    }
    await visitorAt('203.0.113.61');
  });

  it.each(['', 'many'])(
    'are limited as shipped where the configuration says `%s`',
    async (configured) => {
      const env = { ...bindings, OPENS_PER_MINUTE: configured, SOCKETS_PER_NETWORK: configured };
      const network = `configured with ${configured}`;
      const headers = { 'CF-Connecting-IP': `2001:db8:0:${72 + configured.length}::1` };
      const open = () => letVisitorIn(new Request(HOST, { headers }), env, network, true);
      for (let at = 0; at < OPENS_PER_MINUTE; at++) {
        expect(await open()).not.toBeInstanceOf(Response);
      }
      expect(await open()).toBeInstanceOf(Response);
    },
  );

  it('are one network in one /64, whichever address they have in it', async () => {
    for (let at = 1; at <= MOST; at++) await visitorAt(`2001:db8:0:60::${at}`);
    expect((await arrive('2001:db8:0:60:ffff::1')).status).toBe(429);
    await visitorAt('2001:db8:0:61::1');
  });

  it('make room by leaving, also when everything has slept in between', async () => {
    const one = await visitorAt('203.0.113.62');
    const two = await visitorAt('203.0.113.62');
    await visitorAt('203.0.113.62');
    const door = await doorOf(one.conversation);
    await untilOpen(door, MOST);
    await evict(one.conversation);
    await evictDurableObject(door);
    one.client.close();
    await untilOpen(door, MOST - 1);
    await evictDurableObject(door);
    await visitorAt('203.0.113.62', two.token);
    expect((await arrive('203.0.113.62')).status).toBe(429);
  });

  it('make room also if it is we who hang up', async () => {
    const { client, conversation } = await visitorAt('203.0.113.63');
    const door = await doorOf(conversation);
    for (let at = 0; at < VISITOR_RATE.burst + MAX_UNHEEDED + 1; at++) client.raw('{}');
    expect((await client.closed).code).toBe(1008);
    await untilOpen(door, 0);
  });

  it('make room also if what they came back to is no more', async () => {
    const { client, conversation, token } = await visitorAt('203.0.113.64');
    const door = await doorOf(conversation);
    await stubOf(conversation).erase();
    await client.closed;
    await untilOpen(door, 0);
    const response = await arrive('203.0.113.64', token);
    response.webSocket?.accept();
    await untilOpen(door, 0);
    for (let at = 1; at <= MOST; at++) await visitorAt('203.0.113.64');
    expect((await arrive('203.0.113.64')).status).toBe(429);
  });

  it('cost their network’s door nothing by what they say', async () => {
    const { client, conversation } = await visitorAt('203.0.113.65');
    const door = await doorOf(conversation);
    const before = await saved(door);
    client.say('Is the tent waterproof?');
    await client.message('Is the tent waterproof?');
    await client.settled();
    expect(await saved(door)).toEqual(before);
  });

  it('get in where nobody can be asked', async () => {
    const broken = new Proxy(bindings.DOORKEEPER, {
      get: () => {
        throw new Error('out of order');
      },
    });
    const response = await arrive('203.0.113.66', undefined, { DOORKEEPER: broken });
    expect(response.status).toBe(101);
    response.webSocket?.accept();
  });
});

describe('whoever was refused and comes again', () => {
  const sealed = <T extends object>(binding: T): T =>
    new Proxy(binding, {
      get: () => {
        throw new Error('somebody looked');
      },
    });
  const SEALED = {
    DB: sealed(bindings.DB),
    DOORKEEPER: sealed(bindings.DOORKEEPER),
    CONVERSATION: sealed(bindings.CONVERSATION),
  };

  it('is refused in the same words, and nobody is asked for it', async () => {
    for (let at = 1; at <= MOST; at++) await visitorAt('203.0.113.70');
    const first = await arrive('203.0.113.70');
    const again = await arrive('203.0.113.70', undefined, SEALED);
    expect([first.status, again.status]).toEqual([429, 429]);
    expect(await again.text()).toBe(await first.text());
    expect(Number(again.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  it('still reads pages, and their colleagues’ sockets are no business of it', async () => {
    for (let at = 1; at <= MOST; at++) await visitorAt('203.0.113.71');
    expect((await arrive('203.0.113.71')).status).toBe(429);
    const headers = { 'CF-Connecting-IP': '203.0.113.71' };
    expect((await knock('/v1/sites/demo/config', { headers })).status).toBe(200);
    const upgrade = { ...headers, Upgrade: 'websocket', 'Sec-WebSocket-Protocol': 'baton.v1' };
    const team = await knock(`/v1/conversations/${'f'.repeat(64)}/socket`, { headers: upgrade });
    expect(team.status).toBe(401);
  });
});

describe('a runtime that died', () => {
  it('said no goodbyes: a conversation that wakes without its visitor says one for it', async () => {
    const { client, conversation } = await visitorAt('203.0.113.67');
    const door = await doorOf(conversation);
    client.close();
    await untilOpen(door, 0);
    // As it is after a death: the visitor is counted, and counts as being here.
    await visitorAt('203.0.113.67');
    await untilOpen(door, 1);
    await evict(conversation);
    await runInDurableObject(stubOf(conversation), (_, { storage }) => {
      storage.sql.exec('UPDATE presence SET online = 1, left_at = NULL');
    });
    await evict(conversation);
    expect(await runDurableObjectAlarm(stubOf(conversation))).toBe(true);
    await untilOpen(door, 0);
  });
});

describe('what is known of a network', () => {
  it('is forgotten once it does not matter any more', async () => {
    const { client, conversation } = await visitorAt('203.0.113.68');
    const door = await doorOf(conversation);
    client.close();
    await untilOpen(door, 0);
    await letTimePass(door, WINDOW_MS);
    expect(await runDurableObjectAlarm(door)).toBe(true);
    expect(await saved(door)).toBe(undefined);
  });

  it('is kept while sockets are open, when the alarm was set as one of them left', async () => {
    const { client, conversation } = await visitorAt('203.0.113.69');
    const door = await doorOf(conversation);
    client.close();
    await untilOpen(door, 0);
    for (let at = 1; at <= MOST; at++) await visitorAt('203.0.113.69');
    await untilOpen(door, MOST);
    for (const isAsleep of [false, true]) {
      if (isAsleep) await evictDurableObject(door);
      expect(await runDurableObjectAlarm(door)).toBe(true);
      expect(await alarmOf(door)).toBeGreaterThan(forgottenAt(await known(door)));
    }
    await evictDurableObject(door);
    expect((await arrive('203.0.113.69')).status).toBe(429);
    expect(openNow(await known(door), Date.now())).toBe(MOST);
  });
});
