import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { type Client, connect, evict, newVisitor, resumeVisitor, stubOf } from './client.ts';
import { type Cost, costSoFar, monitorSoFar } from './counting.ts';
import { newSignedIn } from './members.ts';
import { leftAlone, watch } from './monitor-client.ts';
import { eventually } from './stage.ts';
import { takenOver, waiting } from './taken-over.ts';

const FREE: Cost = { entries: 0, rows: 0, d1: 0, d1Rows: 0, objects: 0, alarms: 0, rings: 0 };

/** What `doing` costs, once all that was begun before it has come to rest. */
async function costOf(conversation: string, doing: () => Promise<unknown>): Promise<Cost> {
  await atRest(conversation);
  costSoFar();
  await doing();
  return costSoFar();
}

/** Resolves when a conversation has nothing more to bring anywhere. */
const atRest = (conversation: string) =>
  eventually(() =>
    runInDurableObject(stubOf(conversation), (_, { storage: { sql } }) => {
      const [job] = sql.exec('SELECT 1 FROM outbox UNION SELECT 1 FROM turn');
      return job ? undefined : true;
    }),
  );

/** Says something, and waits until whoever listens has it, and everything that follows from it is done. */
async function tell(speaker: Client, text: string, listener: Client = speaker, heard = text) {
  const from = listener.frames.length;
  speaker.say(text);
  await listener.message(heard, from);
  await speaker.settled();
}

const ask = (client: Client, text: string) => tell(client, text, client, `You said: ${text}`);

describe('a message', () => {
  it('to the assistant is three rows of the log, and nobody else is asked for anything', async () => {
    const { client, conversation } = await newVisitor();
    await ask(client, 'Do you ship to Canada?');
    expect(await costOf(conversation, () => ask(client, 'Are tents waterproof?'))).toEqual({
      // The visitor's, with its stamp in an index; what was made of it; the answer. The turn comes and goes.
      ...FREE,
      entries: 3,
      rows: 6,
    });
  });

  it('costs as much while a person is offered, and while one is waited for', async () => {
    const { client, conversation } = await newVisitor();
    await ask(client, 'Do you ship to Canada?');
    const from = client.frames.length;
    client.say('Can I talk to a person?');
    await client.event('escalation.offered', from);
    // An offer that is not taken up is remembered in the state.
    expect(await costOf(conversation, () => ask(client, 'Are tents waterproof?'))).toEqual({
      ...FREE,
      entries: 3,
      rows: 8,
    });
    const other = await waiting();
    expect(await costOf(other.conversation, () => ask(other.client, 'Are tents dry?'))).toEqual({
      ...FREE,
      entries: 3,
      rows: 6,
    });
  });

  it('among people is one row of the log, whoever says it, also after the object has slept', async () => {
    const { client, agent, conversation } = await takenOver();
    const relayed = { ...FREE, entries: 1, rows: 2 };
    expect(await costOf(conversation, () => tell(client, 'Hi', agent))).toEqual(relayed);
    expect(await costOf(conversation, () => tell(agent, 'Hello', client))).toEqual(relayed);
    const afterSleep = async () => {
      await evict(conversation);
      await tell(client, 'Still there?', agent);
    };
    expect(await costOf(conversation, afterSleep)).toEqual(relayed);
  });

  it('that comes twice costs nothing the second time', async () => {
    const { client, agent, conversation } = await takenOver();
    const ref = client.say('Hi');
    await agent.message('Hi');
    const again = () => {
      client.say('Hi', ref);
      return client.settled();
    };
    expect(await costOf(conversation, again)).toEqual(FREE);
  });
});

it('somebody who is writing costs nothing', async () => {
  const { client, agent, conversation } = await takenOver();
  const typing = async () => {
    const from = agent.frames.length;
    client.send({ type: 'typing' });
    await agent.until((frame) => frame.type === 'typing' || undefined, from);
  };
  expect(await costOf(conversation, typing)).toEqual(FREE);
});

it('leaving costs nothing for the first of a network, and for the others one call: their door is told', async () => {
  const address = { 'CF-Connecting-IP': '203.0.113.200' };
  const costs: number[] = [];
  for (let at = 0; at < 5; at++) {
    const client = await connect('/v1/sites/demo/socket', ['baton.v1'], address);
    const { conversation } = await client.hello();
    const leave = async () => {
      client.close();
      await client.closed;
      await stubOf(conversation).siteOf();
    };
    const { objects, d1 } = await costOf(conversation, leave);
    expect(d1).toBe(0);
    costs.push(objects);
  }
  expect(costs).toEqual([0, 0, 0, 1, 1]);
});

it('coming back to a conversation costs nothing', async () => {
  const { client, conversation, token } = await newVisitor();
  await ask(client, 'Do you ship to Canada?');
  const comeBack = async () => (await resumeVisitor(token)).hello(1);
  expect(await costOf(conversation, comeBack)).toEqual(FREE);
});

describe('while somebody watches the website', () => {
  it('a message costs one call of its monitor, and many at once few', async () => {
    const { client, agent, conversation } = await takenOver();
    const view = await watch('demo', await newSignedIn());
    const relayed = { ...FREE, entries: 1, rows: 2 };
    const tellAndSee = async (text: string) => {
      await tell(client, text, agent);
      await view.card(conversation, text);
    };
    await tellAndSee('Hi');
    monitorSoFar();
    expect(await costOf(conversation, () => tellAndSee('Hello'))).toEqual({
      ...relayed,
      objects: 1,
    });
    expect(monitorSoFar()).toEqual({ rows: 1, alarms: 0 });
    const many = async () => {
      const words = Array.from({ length: 10 }, (_, at) => `Line ${at}`);
      for (const each of words) agent.say(each);
      await view.card(conversation, 'Line 9');
    };
    const { objects, ...rest } = await costOf(conversation, many);
    expect(rest).toEqual({ entries: 10, rows: 20, d1: 0, d1Rows: 0, alarms: 0, rings: 0 });
    expect(objects).toBeLessThan(10);
    view.close();
    await leftAlone('demo');
  });
});
