import { runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { indexStatements } from '../../src/site/conversation-index.ts';
import { createSite, deleteSite } from '../../src/site/own-sites.ts';
import { findSite, saveSite } from '../../src/site/sites.ts';
import { bindings, Client, newVisitor, stubOf, evict } from './client.ts';
import { indexEntry } from './index-entry.ts';
import { knock } from './knock.ts';
import { newMember, newOwner, newSignedIn, type SignedIn } from './members.ts';

const { DB } = bindings;

afterEach(() => vi.restoreAllMocks());

/** Opens a conversation as a member to whom `meanwhile` happens once they have been looked at. */
async function enter(
  who: SignedIn,
  conversation: string,
  meanwhile: () => Promise<unknown>,
): Promise<Client> {
  const { RATE_LIMITER } = bindings;
  const get = (id: DurableObjectId) => {
    const limiter = RATE_LIMITER.get(id);
    vi.spyOn(limiter, 'fetch').mockImplementation(async () => {
      await meanwhile();
      return Response.json(null);
    });
    return limiter;
  };
  const headers = {
    Upgrade: 'websocket',
    'Sec-WebSocket-Protocol': 'baton.v1',
    Cookie: who.cookie,
  };
  const watched = new Proxy(RATE_LIMITER, {
    get: (target, name) => (name === 'get' ? get : Reflect.get(target, name).bind(target)),
  });
  const answer = await knock(
    `/v1/conversations/${conversation}/socket`,
    { headers },
    { RATE_LIMITER: watched },
  );
  if (!answer.webSocket) throw new Error(`refused with ${answer.status}`);
  return new Client(answer.webSocket);
}

describe('a member who is let go while a conversation is being opened', () => {
  it('by signing out does not get in', async () => {
    const { conversation } = await newVisitor();
    const agent = await newSignedIn();
    const client = await enter(agent, conversation, () => agent.post('/app/sign-out'));
    expect((await client.closed).code).toBe(CLOSE.dismissed);
  });

  it('by being removed from the team does not get in', async () => {
    const { conversation } = await newVisitor();
    const [owner, agent] = [await newOwner(), await newSignedIn()];
    const remove = `/app/sites/demo/team/${agent.member.id}/remove`;
    const client = await enter(agent, conversation, () => owner.post(remove));
    expect((await client.closed).code).toBe(CLOSE.dismissed);
  });

  it('is the only one: whoever stays gets in', async () => {
    const { conversation } = await newVisitor();
    const client = await enter(await newSignedIn(), conversation, async () => undefined);
    expect((await client.hello()).role).toBe('watcher');
  });
});

describe('a website’s id', () => {
  it('is nobody else’s as long as a conversation of the one before is not erased', async () => {
    const wanted = { name: 'Tea Room', domains: ['tea.example'], owner: await newMember() };
    const now = Date.now();
    const first = await createSite(DB, wanted, now);
    const conversation = 'c'.repeat(64);
    await DB.batch(indexStatements(DB, indexEntry({ conversation, site: first }), 'secret'));
    await deleteSite(DB, first);
    expect(await createSite(DB, wanted, now)).toBe('tea-room-2');
    await deleteSite(DB, 'tea-room-2');
    await DB.prepare('DELETE FROM conversation_index WHERE conversation = ?')
      .bind(conversation)
      .run();
    expect(await createSite(DB, wanted, now)).toBe('tea-room');
  });
});

describe('two owners who save at once', () => {
  it('undo nothing of each other’s: an address saved late switches nothing on again', async () => {
    const wanted = { name: 'Race', domains: ['race.example'], owner: await newMember() };
    const site = await createSite(DB, wanted, Date.now());
    await saveSite(DB, site, { escalation: { enabled: true, address: 'a@acme.example' } });
    await saveSite(DB, site, { escalation: { enabled: false } });
    const last = await saveSite(DB, site, { escalation: { address: 'b@acme.example' } });
    expect(last?.escalation).toMatchObject({ enabled: false, address: 'b@acme.example' });
    expect(last?.version).toBe(4);
    expect(await findSite(DB, site)).toEqual(last);
  });
});

describe('a conversation longer than any talk', () => {
  it('is shown, downloaded and deleted all the same', async () => {
    const { conversation, client } = await newVisitor();
    client.say('Hello');
    const { seq } = await client.message('Hello');
    const row = DB.prepare('SELECT 1 FROM conversation_index WHERE conversation = ?').bind(
      conversation,
    );
    await vi.waitUntil(async () => (await row.first()) !== null);
    // The platform hands over 32 MiB at once; these are 40.
    await runInDurableObject(stubOf(conversation), (_, { storage: { sql } }) => {
      const columns = sql.exec('SELECT * FROM entry LIMIT 0').columnNames;
      const copied = columns.map((name) => {
        if (name === 'seq') return '? AS seq';
        if (name === 'ref') return 'NULL AS ref';
        return name === 'body' ? "json_set(body, '$.text', ?, '$.seq', ?) AS body" : name;
      });
      for (let at = 1; at <= 3_500; at++) {
        const to = seq + 100 + at;
        const values = columns.flatMap((name) => {
          if (name === 'seq') return [to];
          return name === 'body' ? ['日'.repeat(4_000), to] : [];
        });
        sql.exec(
          `INSERT INTO entry (${columns.join(', ')}) SELECT ${copied.join(', ')} FROM entry WHERE seq = ?`,
          ...values,
          seq,
        );
      }
    });
    // What it knows by heart of its log is from before.
    await evict(conversation);
    const owner = await newOwner();
    const path = `/app/sites/demo/history/${conversation}`;
    expect((await owner.get(path)).status).toBe(200);
    expect((await owner.get(`${path}?before=${seq + 200}`)).status).toBe(200);
    const file = await owner.get(`${path}/transcript.txt`);
    expect((await file.text()).length).toBeGreaterThan(14_000_000);
    expect((await owner.get(`${path}/delete`)).status).toBe(200);
    expect((await owner.post(`${path}/delete`)).status).toBe(303);
    expect(await row.first()).toBeNull();
    expect((await client.closed).code).toBe(CLOSE.gone);
  });
});
