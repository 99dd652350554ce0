/** What whole chats cost, from the first hello to the last row erased: docs/cost.md puts prices to it. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { IDLE_END_MS, LEAVE_MS } from '../../src/conversation/deadlines.ts';
import { type Client, connect, evict, followLink, linkToken, stubOf } from './client.ts';
import { type Cost, costSoFar, monitorSoFar } from './counting.ts';
import { eventually } from './stage.ts';
import { takeOver } from './taken-over.ts';
import { letTimePass } from './time.ts';

/** Longer than anything is kept. */
const RETENTION_MS = 91 * 24 * 60 * 60 * 1000;

const PAGE_BYTES = 4_096;

/** What an object stores before anything is said, for its tables and indexes, and after a short chat. */
const EMPTY_BYTES = 14 * PAGE_BYTES;
const SHORT_CHAT_BYTES = 16 * PAGE_BYTES;

const cost = (of: Partial<Cost>): Cost => ({
  entries: 0,
  rows: 0,
  d1: 0,
  d1Rows: 0,
  objects: 0,
  alarms: 0,
  rings: 0,
  ...of,
});

/** A step of a handoff, or whatever else is made known: what is indexed, and a report. */
const MADE_KNOWN = { d1: 2, d1Rows: 4, objects: 1, rings: 1, alarms: 2 };

/** The same once the conversation was a matter for a person, which is listed by itself. */
const MADE_KNOWN_FOR_PERSON = { ...MADE_KNOWN, d1Rows: MADE_KNOWN.d1Rows + 1 };

/** Resolves when a conversation has nothing more to bring anywhere, and its alarm is set. */
const atRest = (conversation: string) =>
  eventually(() =>
    runInDurableObject(stubOf(conversation), async (_, { storage }) => {
      const [job] = storage.sql.exec('SELECT 1 FROM outbox UNION SELECT 1 FROM turn');
      return job || (await storage.getAlarm()) === null ? undefined : true;
    }),
  );

/** A visitor, the first of their network, and what it costs that they come. */
async function opened(address: string) {
  monitorSoFar();
  costSoFar();
  const headers = { 'CF-Connecting-IP': address };
  const client = await connect('/v1/sites/demo/socket', ['baton.v1'], headers);
  const { conversation } = await client.hello();
  await atRest(conversation);
  expect(costSoFar()).toEqual(cost({ entries: 1, rows: 6, objects: 1, alarms: 1 }));
  expect(await sizeOf(conversation)).toBeLessThanOrEqual(EMPTY_BYTES);
  /** What `doing` costs, with all that follows from it. */
  const costOf = async (doing: () => Promise<unknown>): Promise<Cost> => {
    costSoFar();
    await doing();
    await atRest(conversation);
    return costSoFar();
  };
  return { client, conversation, costOf };
}

type Chat = Awaited<ReturnType<typeof opened>>;

/** How much a conversation's object stores, in bytes. */
const sizeOf = (conversation: string) =>
  runInDurableObject(stubOf(conversation), (_, { storage }) => storage.sql.databaseSize);

async function ask(client: Client, text: string): Promise<void> {
  const from = client.frames.length;
  client.say(text);
  await client.message(`You said: ${text}`, from);
}

const ring = ({ conversation }: Chat) => runDurableObjectAlarm(stubOf(conversation));

/** The alarm that was set for an answer that might not come, and finds nothing to do. */
async function expectIdleRing(chat: Chat): Promise<void> {
  expect(await chat.costOf(() => ring(chat))).toEqual(cost({ rings: 1, alarms: 1 }));
}

async function expectFirstQuestion(chat: Chat): Promise<void> {
  expect(await chat.costOf(() => ask(chat.client, 'Do you ship to Canada?'))).toEqual(
    cost({ ...MADE_KNOWN, entries: 3, rows: 12, d1Rows: 5 }),
  );
  await expectIdleRing(chat);
}

/** Closes a client, and waits until its conversation has seen it. */
async function leave({ conversation }: Chat, client: Client): Promise<void> {
  client.close();
  await client.closed;
  await stubOf(conversation).siteOf();
}

/** The visitor has been gone for long enough to count as gone. */
async function goneFor({ conversation }: Chat, ms: number): Promise<void> {
  await stubOf(conversation).siteOf();
  await evict(conversation);
  await runInDurableObject(stubOf(conversation), (_, { storage }) => {
    storage.sql.exec('UPDATE presence SET left_at = left_at - ?', ms);
  });
  await evict(conversation);
}

/** The day after and the end of its retention, when all of it is erased. */
async function expectEnd(chat: Chat, known = MADE_KNOWN): Promise<void> {
  expect(await sizeOf(chat.conversation)).toBeLessThanOrEqual(SHORT_CHAT_BYTES);
  await letTimePass(chat.conversation, IDLE_END_MS);
  const ended = await chat.costOf(() => ring(chat));
  expect(ended).toEqual(cost({ ...known, entries: 1, rows: 7, rings: 2, alarms: 3 }));
  await letTimePass(chat.conversation, RETENTION_MS);
  costSoFar();
  await ring(chat);
  const { d1Rows, ...erased } = costSoFar();
  expect(erased).toMatchObject({ rows: 1, d1: 6, objects: 1, rings: 1, alarms: 2 });
  expect(d1Rows).toBeLessThanOrEqual(5);
}

it('a chat of four questions, all answered by the assistant', async () => {
  const chat = await opened('203.0.113.201');
  const { client, costOf } = chat;
  await expectFirstQuestion(chat);
  for (const text of ['Are tents waterproof?', 'How long do returns take?', 'And stoves?']) {
    expect(await costOf(() => ask(client, text))).toEqual(cost({ entries: 3, rows: 6, alarms: 1 }));
    await expectIdleRing(chat);
  }
  expect(await costOf(() => leave(chat, client))).toEqual(cost({ rows: 1, alarms: 1 }));
  await goneFor(chat, LEAVE_MS);
  const gone = await costOf(() => ring(chat));
  expect(gone).toEqual(cost({ ...MADE_KNOWN, rows: 6, rings: 2, alarms: 3 }));
  await expectEnd(chat);
  expect(monitorSoFar()).toEqual({ rows: 6, alarms: 0 });
});

it('a handoff: offered, taken up, mailed, twenty messages with a person, handed back', async () => {
  const chat = await opened('203.0.113.202');
  const { client, costOf, conversation } = chat;
  await expectFirstQuestion(chat);
  const offer = async () => {
    const from = client.frames.length;
    client.say('Can I talk to a person?');
    await client.event('escalation.offered', from);
  };
  expect(await costOf(offer)).toEqual(cost({ ...MADE_KNOWN, entries: 3, rows: 10 }));
  const accept = async () => {
    const from = client.frames.length;
    client.send({ type: 'answer_offer', ref: client.ref(), accept: true });
    await client.event('notification.sent', from);
  };
  // The mail, what became of it, and two steps made known. One of the statements is the tests' mailbox.
  expect(await costOf(accept)).toEqual(
    cost({ entries: 2, rows: 23, d1: 6, d1Rows: 10, objects: 3, rings: 2, alarms: 4 }),
  );
  const agent = await followLink(conversation, await linkToken(conversation), 'Alex');
  expect(await costOf(() => agent.hello())).toEqual(cost({ objects: 1 }));
  expect(await costOf(() => takeOver(agent, 'Alex', client))).toEqual(
    cost({ ...MADE_KNOWN_FOR_PERSON, entries: 1, rows: 8 }),
  );
  const talk = async () => {
    for (let at = 0; at < 10; at++) {
      const [asked, answered] = [agent.frames.length, client.frames.length];
      client.say(`Question ${at}`);
      await agent.message(`Question ${at}`, asked);
      agent.say(`Answer ${at}`);
      await client.message(`Answer ${at}`, answered);
    }
  };
  expect(await costOf(talk)).toEqual(cost({ entries: 20, rows: 40 }));
  const handBack = async () => {
    const from = client.frames.length;
    agent.send({ type: 'hand_back', ref: agent.ref(), note: '' });
    await client.event('takeover.ended', from);
  };
  expect(await costOf(handBack)).toEqual(cost({ ...MADE_KNOWN_FOR_PERSON, entries: 1, rows: 8 }));
  expect(await costOf(() => leave(chat, agent))).toEqual(cost({ objects: 1 }));
  expect(await costOf(() => leave(chat, client))).toMatchObject({ rows: 1, objects: 0 });
  await goneFor(chat, LEAVE_MS);
  expect(await costOf(() => ring(chat))).toMatchObject({ rows: 1, objects: 1, rings: 1 });
  await expectEnd(chat, MADE_KNOWN_FOR_PERSON);
  expect(monitorSoFar()).toEqual({ rows: 11, alarms: 0 });
});
