import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { monitorOf } from '../../../src/monitor/monitor-of.ts';
import { CLOSE } from '../../../src/protocol/close-codes.ts';
import { bindings, type Client, connect, escalate, newVisitor, stubOf } from '../client.ts';
import { newOwner } from '../members.ts';
import { openLive } from '../monitor-client.ts';
import { answerTo, eventually } from '../stage.ts';
import { dump, tablesWith } from './d1.ts';

/** Everything an object stores, as text, and when it would wake. */
function storageOf<T extends Rpc.DurableObjectBranded>(stub: DurableObjectStub<T>) {
  return runInDurableObject(stub, async (_, { storage }) => {
    const { sql } = storage;
    const names = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .toArray()
      .map(({ name }) => name)
      .filter((name) => !/^(?:_cf|sqlite_)/.test(name));
    const rows = names.flatMap((name) => sql.exec(`SELECT * FROM "${name}"`).toArray());
    return { names, text: JSON.stringify(rows), alarm: await storage.getAlarm() };
  });
}

/** Resolves once D1’s index of conversations knows those words of that one. */
const isIndexed = (conversation: string, words: string) =>
  eventually(async () => {
    const { conversation_index: rows = [] } = await dump();
    return rows.some((row) => row.includes(conversation) && row.includes(words)) || undefined;
  });

/** Says something, asks for a person and leaves an address: all that leaves traces. */
async function leaveTraces(client: Client, conversation: string, words: string, email: string) {
  client.say(words);
  await client.message(answerTo(words));
  await escalate(client, conversation);
  client.send({ type: 'leave_contact', ref: client.ref(), email });
  await client.event('contact.captured');
  await isIndexed(conversation, email);
}

const listed = (page: string) =>
  new Set([...page.matchAll(/\/history\/([0-9a-f]{64})/g)].map(([, id = '']) => id));

describe('erasing', () => {
  it('one conversation leaves no row of it in its object, in any table of D1, or with the monitor', async () => {
    const { client, conversation, stub } = await newVisitor();
    const [words, email] = ['My cat is called Wilhelmine', 'wilma@private.example'];
    const live = await openLive('demo', await newOwner());
    await live.hello();
    await leaveTraces(client, conversation, words, email);
    const traces = [conversation, 'Wilhelmine', email];
    expect(await tablesWith(traces)).toEqual(
      expect.arrayContaining(['conversation_index', 'dev_mail', 'team_mail']),
    );
    expect((await storageOf(monitorOf(bindings, 'demo'))).text).toContain(conversation);

    expect(await stub.erase()).toEqual({ isDone: true });
    expect((await client.closed).code).toBe(CLOSE.gone);
    expect(await storageOf(stub)).toEqual({ names: [], text: '[]', alarm: null });
    expect(await tablesWith(traces)).toEqual([]);
    const { text } = await storageOf(monitorOf(bindings, 'demo'));
    for (const trace of traces) expect(text).not.toContain(trace);
    live.close();
  });

  it('one visitor is erasing what is found by the address they left: nothing else binds it together', async () => {
    const email = 'dana@private.example';
    const visits = [await newVisitor(), await newVisitor()];
    for (const [at, { client, conversation }] of visits.entries()) {
      await leaveTraces(client, conversation, `Dana asks question number ${at}`, email);
    }
    const owner = await newOwner();
    const history = '/app/sites/demo/history';
    const search = `${history}?q=${encodeURIComponent(email)}`;
    const found = listed(await owner.page(search));
    expect(found).toEqual(new Set(visits.map(({ conversation }) => conversation)));
    for (const conversation of found) await owner.post(`${history}/${conversation}/delete`);
    expect(listed(await owner.page(search))).toEqual(new Set());
    expect(await tablesWith([email, 'Dana asks', ...found])).toEqual([]);
    for (const { stub } of visits) expect((await storageOf(stub)).names).toEqual([]);
  });

  it('one website leaves no row of it in any table of D1, and none of its conversations', async () => {
    const owner = await newOwner();
    const name = 'Erased Entirely';
    const created = await owner.post('/app/sites/new', { name, domains: 'erased.example' });
    const site =
      /^\/app\/sites\/([^/]+)\/install$/.exec(created.headers.get('Location') ?? '')?.[1] ?? '';
    expect(await tablesWith([site])).toContain('site');
    const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
    const { conversation } = await client.hello();
    client.say('Is this the last of Mohicans?');
    await client.message(answerTo('Is this the last of Mohicans?'));
    await isIndexed(conversation, 'Mohicans');
    await owner.post(`/app/sites/${site}/website/delete`, { confirm: name });
    expect((await client.closed).code).toBe(CLOSE.gone);
    const traces = [`"${site}"`, conversation, 'Mohicans', 'erased.example'];
    await eventually(async () => ((await tablesWith(traces)).length === 0 ? true : undefined));
    expect((await storageOf(stubOf(conversation))).names).toEqual([]);
    const { text } = await storageOf(monitorOf(bindings, site));
    for (const trace of [conversation, 'Mohicans', 'erased.example']) {
      expect(text).not.toContain(trace);
    }
  });
});
