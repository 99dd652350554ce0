import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { bindings, type Client, escalate, evict, followLink, newVisitor } from './client.ts';
import { resumeVisitor, stubOf } from './client.ts';
import { refuseBatches } from './db-gate.ts';
import { newSignedIn } from './members.ts';
import { forgetMails, monitorStub, spendMails, watch } from './monitor-client.ts';
import { eventually, holdNextAnswer, text } from './stage.ts';

/** One word of letters and digits, so that the search index holds it in one piece. */
const CANARY = 'zqxcanary7431';
const ADDRESS = `${CANARY}@acme.example`;

type Row = Record<string, unknown>;

/** The tables, or their rows, that hold one of the words. */
type Findings = string[];

function holds(row: Row, words: readonly string[]): boolean {
  const values = Object.values(row).map((value) =>
    value instanceof ArrayBuffer || Array.isArray(value)
      ? String.fromCharCode(...new Uint8Array(value))
      : String(value),
  );
  return words.some((word) => values.some((value) => value.toLowerCase().includes(word)));
}

/** The tables of D1 in which one of the words stands, those inside its search indexes included. */
async function inD1(...words: string[]): Promise<Findings> {
  const { DB } = bindings;
  const { results } = await DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of results) {
    const rows = await DB.prepare(`SELECT * FROM "${name}"`).all<Row>();
    if (rows.results.some((row) => holds(row, words))) found.push(name);
  }
  return found;
}

/** The same for an object of the conversation or the monitor. */
function inObject(stub: DurableObjectStub, ...words: string[]): Promise<Findings> {
  return runInDurableObject(stub, (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'",
    );
    return tables
      .toArray()
      .filter(({ name }) =>
        storage.sql
          .exec(`SELECT * FROM "${name}"`)
          .toArray()
          .some((row) => holds(row, words)),
      )
      .map(({ name }) => name);
  });
}

const erase = (client: Client) => client.send({ type: 'erase', ref: client.ref() });

/** Rings the alarm of a conversation that could not be erased at once, as if its time had come. */
async function tryAgain(conversation: string): Promise<void> {
  await runInDurableObject(stubOf(conversation), (_, { storage }) => {
    storage.sql.exec('UPDATE erasure SET due = 0');
  });
  await evict(conversation);
  await runDurableObjectAlarm(stubOf(conversation));
}

const isEmpty = (conversation: string) =>
  runInDurableObject(
    stubOf(conversation),
    (_, { storage }) =>
      storage.sql
        .exec("SELECT 1 FROM sqlite_master WHERE name NOT LIKE '\\_cf\\_%' ESCAPE '\\'")
        .toArray().length === 0 || undefined,
  );

describe('a visitor who deletes the conversation', () => {
  it('leaves nothing of it anywhere, although the object slept and D1 failed at first', async () => {
    const live = await watch('demo', await newSignedIn());
    const { client, conversation, token } = await newVisitor();
    client.send({
      type: 'hello',
      protocol: 1,
      lastSeq: 0,
      locale: CANARY,
      page: {
        url: `https://acme.example/${CANARY}`,
        title: `All about ${CANARY}`,
        referrer: `https://acme.example/?${CANARY}`,
      },
    });
    const held = holdNextAnswer();
    client.say(`Where is my ${CANARY}?`);
    await held.asked();
    held.push(text('I do not know.'), { type: 'done', answered: false, sources: [] });
    await client.message('I do not know.');
    const link = await escalate(client, conversation);
    await evict(conversation);
    const agent = await followLink(conversation, link, 'k');
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: CANARY });
    await client.event('takeover.started');
    agent.say(`It is about ${CANARY}`);
    agent.send({ type: 'hand_back', ref: 'back', note: `Likes ${CANARY}` });
    await client.event('takeover.ended');
    client.send({ type: 'leave_contact', ref: 'contact', email: ADDRESS });
    await client.event('contact.passed_on');
    await eventually(async () => {
      const found = await inD1(CANARY);
      const isKnown = ['conversation_index', 'conversation_search_data', 'dev_mail', 'unanswered'];
      return isKnown.every((table) => found.includes(table)) || undefined;
    });
    await eventually(async () =>
      (await inObject(monitorStub('demo'), CANARY)).includes('card') ? true : undefined,
    );
    expect(await inObject(stubOf(conversation), CANARY)).toContain('entry');
    const otherTab = await resumeVisitor(token);
    await otherTab.hello();

    refuseBatches(1);
    erase(client);
    for (const one of [client, otherTab, agent]) {
      expect(await one.closed).toMatchObject({ code: CLOSE.gone });
    }
    await live.gone(conversation);
    await tryAgain(conversation);
    await eventually(() => isEmpty(conversation));

    const words = [CANARY, conversation];
    expect(await inD1(...words)).toEqual([]);
    expect(await inObject(monitorStub('demo'), ...words)).toEqual([]);
    expect(await inObject(stubOf(conversation), ...words)).toEqual([]);
    const back = await resumeVisitor(token);
    expect(await back.closed).toMatchObject({ code: CLOSE.gone });
  });

  it('leaves no mail waiting for the next that names several', async () => {
    const { client, conversation } = await newVisitor();
    await spendMails('demo');
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    const heldIn = async () => inObject(monitorStub('demo'), conversation);
    await eventually(async () => ((await heldIn()).includes('held_mail') ? true : undefined));
    erase(client);
    expect(await client.closed).toMatchObject({ code: CLOSE.gone });
    await eventually(() => isEmpty(conversation));
    expect(await heldIn()).toEqual([]);
    await forgetMails('demo');
  });

  it('may do so when it has ended, and while somebody of the team has it', async () => {
    const ended = await newVisitor();
    ended.client.send({ type: 'end', ref: 'end' });
    await ended.client.event('conversation.ended');
    const taken = await newVisitor();
    const agent = await followLink(
      taken.conversation,
      await escalate(taken.client, taken.conversation),
      'k',
    );
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: 'Robin' });
    await taken.client.event('takeover.started');
    for (const { client, conversation } of [ended, taken]) {
      erase(client);
      expect(await client.closed).toMatchObject({ code: CLOSE.gone });
      await eventually(() => isEmpty(conversation));
    }
    expect(await agent.closed).toMatchObject({ code: CLOSE.gone });
  });

  it('has everything that comes after it go unheard', async () => {
    const { client, conversation } = await newVisitor();
    erase(client);
    erase(client);
    client.say('Too late');
    expect(await client.closed).toMatchObject({ code: CLOSE.gone });
    await eventually(() => isEmpty(conversation));
  });
});
