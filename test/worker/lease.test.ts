import { abortAllDurableObjects } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEASE_MS } from '../../src/conversation/lease.ts';
import { SILENT_AFTER_MS } from '../../src/conversation/sockets.ts';
import type { EventName } from '../../src/protocol/entry.ts';
import type { Role } from '../../src/protocol/frames.ts';
import { type Client, evict, followLink, resumeVisitor } from './client.ts';
import { newSignedIn } from './members.ts';
import { forgetMails } from './monitor-client.ts';
import { answerTo, DONE, holdNextAnswer, text } from './stage.ts';
import { openAs, takenOver, takeOver, waiting } from './taken-over.ts';
import { passTime } from './time.ts';

/** Short of it by so much, a lease does not run out however slow the test is. */
const SHORT_MS = 30_000;

beforeEach(() => forgetMails('demo'));
afterEach(() => vi.restoreAllMocks());

function happened(client: Client, name: EventName): number {
  return client.log().filter((entry) => entry.kind === 'event' && entry.event === name).length;
}

/** The visitor sees that whoever took over is not connected. */
const away = (client: Client, from = 0) =>
  client.until(
    (frame) => (frame.type === 'state' && frame.state.agent?.away ? true : undefined),
    from,
  );

const becomes = (agent: Client, role: Role, from = 0) =>
  agent.until((frame) => (frame.type === 'state' && frame.role === role ? true : undefined), from);

/** Somebody took over, was there, and has lost the seat. */
async function lost() {
  const all = await takenOver('Alex');
  const { client, agent, conversation } = all;
  const { seq } = agent.log().at(-1) ?? { seq: 0 };
  agent.close();
  await away(client);
  await passTime(conversation, LEASE_MS);
  await client.event('takeover.lost');
  return { ...all, seen: seq };
}

describe('a person who took over and is gone', () => {
  it('has given the conversation back after a minute: what nobody answered the assistant does', async () => {
    const { client, conversation, agent } = await takenOver('Alex');
    agent.say('One moment.');
    await client.message('One moment.');
    agent.close();
    await away(client);
    client.say('Is it waterproof?');
    await client.message('Is it waterproof?');
    await passTime(conversation, LEASE_MS - SHORT_MS);
    await client.settled();
    expect(happened(client, 'takeover.lost')).toBe(0);
    await passTime(conversation, SHORT_MS);
    const gone = await client.event('takeover.lost');
    expect(gone).toMatchObject({ name: 'Alex' });
    const answer = await client.message(answerTo('Is it waterproof?'));
    expect(answer).toMatchObject({ author: { role: 'assistant' } });
    expect(answer.seq).toBeGreaterThan(gone.seq);
    await passTime(conversation, LEASE_MS);
    await client.settled();
    expect(happened(client, 'takeover.lost')).toBe(1);
  });

  it('leaves nothing to be answered that they have answered themselves', async () => {
    const { client, conversation, agent } = await takenOver('Alex');
    client.say('Is it waterproof?');
    await agent.message('Is it waterproof?');
    agent.say('It is.');
    await client.message('It is.');
    agent.close();
    await away(client);
    await passTime(conversation, LEASE_MS);
    const { seq } = await client.event('takeover.lost');
    client.say('And warm?');
    await client.message(answerTo('And warm?'));
    const answers = client.log().filter((entry) => entry.kind === 'message' && entry.seq > seq);
    expect(answers).toMatchObject([{ text: 'And warm?' }, { text: answerTo('And warm?') }]);
  });

  it('keeps it when they are back within that minute, and has it for another after the next time', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    agent.close();
    await away(client);
    await passTime(conversation, LEASE_MS - SHORT_MS);
    const back = await followLink(conversation, link, 'Alex');
    expect((await back.hello()).role).toBe('agent');
    await passTime(conversation, LEASE_MS);
    back.say('Here again.');
    await client.message('Here again.');
    expect(happened(client, 'takeover.lost')).toBe(0);
    const from = client.frames.length;
    back.close();
    await away(client, from);
    await passTime(conversation, LEASE_MS - SHORT_MS);
    await client.settled();
    expect(happened(client, 'takeover.lost')).toBe(0);
    await passTime(conversation, SHORT_MS);
    await client.event('takeover.lost');
  });

  it('has it for as long as one of their tabs is there', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    const tab = await followLink(conversation, link, 'Alex');
    expect((await tab.hello()).role).toBe('agent');
    agent.close();
    await agent.closed;
    await passTime(conversation, LEASE_MS);
    tab.say('Still me.');
    await client.message('Still me.');
    expect(happened(client, 'takeover.lost')).toBe(0);
  });

  it('without a word, as a laptop that was shut, is missed once they no longer ping', async () => {
    const { client, conversation, agent } = await takenOver('Alex');
    agent.raw('ping');
    await agent.settled();
    await passTime(conversation, LEASE_MS);
    await client.settled();
    expect(happened(client, 'takeover.lost')).toBe(0);
    const then = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(then + SILENT_AFTER_MS + LEASE_MS);
    await passTime(conversation, 0);
    await client.event('takeover.lost');
    await agent.closed;
  });

  it('because everything died is missed as well', async () => {
    const { client, conversation, token } = await takenOver('Alex');
    client.say('Are you there?');
    await client.message('Are you there?');
    await abortAllDurableObjects();
    const back = await resumeVisitor(token);
    expect((await back.hello()).state.agent).toEqual({ name: 'Alex', away: true });
    await passTime(conversation, LEASE_MS - SHORT_MS);
    await back.settled();
    expect(happened(back, 'takeover.lost')).toBe(0);
    await passTime(conversation, SHORT_MS);
    await back.event('takeover.lost');
    await back.message(answerTo('Are you there?'));
  });
});

describe('whoever lost the seat', () => {
  it('has it again when they come back, and both read so', async () => {
    const { client, conversation, link, seen } = await lost();
    await evict(conversation);
    const back = await followLink(conversation, link, 'Alex');
    await back.hello(seen);
    expect(await client.event('takeover.started', client.frames.length - 1)).toMatchObject({
      name: 'Alex',
      isBack: true,
    });
    await becomes(back, 'agent');
    await evict(conversation);
    back.say('Sorry, my train.');
    await client.message('Sorry, my train.');
  });

  it('cuts the assistant short, and nothing that it had under way is said after', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    client.say('Is it waterproof?');
    await agent.message('Is it waterproof?');
    agent.close();
    await away(client);
    const held = holdNextAnswer();
    await passTime(conversation, LEASE_MS);
    expect((await held.asked()).asked).toEqual(['Is it waterproof?']);
    held.push(text('It is, '));
    await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
    const back = await followLink(conversation, link, 'Alex');
    await back.hello();
    held.push(text('I think.'), DONE);
    expect(await client.message('It is,')).toMatchObject({ interrupted: true });
    back.say('It is not.');
    await client.message('It is not.');
    await client.settled();
    expect(JSON.stringify(client.frames)).not.toContain('I think.');
  });

  it('is told that a colleague has it by now, and takes nothing from them', async () => {
    const { client, conversation, link } = await lost();
    const robin = await followLink(conversation, link, 'Robin');
    await robin.hello();
    await takeOver(robin, 'Robin', client);
    await evict(conversation);
    const back = await followLink(conversation, link, 'Alex');
    const { role, state } = await back.hello();
    expect({ role, agent: state.agent?.name }).toEqual({ role: 'watcher', agent: 'Robin' });
    robin.send({ type: 'hand_back', ref: 'back' });
    await client.event('takeover.ended');
    await evict(conversation);
    const again = await followLink(conversation, link, 'Alex');
    expect(await again.hello()).toMatchObject({ role: 'watcher', state: { phase: 'assistant' } });
    await again.settled();
    expect(happened(client, 'takeover.started')).toBe(2);
  });

  it('does not get it by opening the conversation, only by coming back to it (a member)', async () => {
    const { client, conversation } = await waiting();
    const who = await newSignedIn({ name: 'Robin' });
    const robin = await openAs(who, conversation);
    await robin.hello();
    await takeOver(robin, 'Robin', client);
    const { seq } = robin.log().at(-1) ?? { seq: 0 };
    robin.close();
    await away(client);
    await passTime(conversation, LEASE_MS);
    await client.event('takeover.lost');
    const onlooker = await openAs(who, conversation);
    expect((await onlooker.hello(0)).role).toBe('watcher');
    await onlooker.settled();
    expect(happened(client, 'takeover.started')).toBe(1);
    await evict(conversation);
    const from = client.frames.length;
    const back = await openAs(who, conversation);
    await back.hello(seq);
    await becomes(back, 'agent');
    expect(await client.event('takeover.started', from)).toMatchObject({ isBack: true });
  });

  it('is known by the link alone where nothing else was brought, and only by what they have seen', async () => {
    const { client, conversation, link } = await waiting();
    const plain = await followLink(conversation, link);
    await plain.hello();
    await takeOver(plain, 'Kim', client);
    const { seq } = plain.log().at(-1) ?? { seq: 0 };
    plain.close();
    await away(client);
    await passTime(conversation, LEASE_MS);
    await client.event('takeover.lost');
    const newcomer = await followLink(conversation, link);
    expect((await newcomer.hello(0)).role).toBe('watcher');
    await newcomer.settled();
    expect(happened(client, 'takeover.started')).toBe(1);
    newcomer.close();
    await evict(conversation);
    const back = await followLink(conversation, link);
    await back.hello(seq);
    await becomes(back, 'agent');
    back.say('Kim again.');
    await client.message('Kim again.');
  });

  it('has it again although the visitor asked for somebody else meanwhile, whose wait ends with it', async () => {
    const who = await newSignedIn({ name: 'Robin' });
    const { client, conversation } = await waiting();
    const robin = await openAs(who, conversation);
    await robin.hello();
    await takeOver(robin, 'Robin', client);
    const { seq } = robin.log().at(-1) ?? { seq: 0 };
    robin.close();
    await away(client);
    await passTime(conversation, LEASE_MS);
    await client.event('takeover.lost');
    const from = client.frames.length;
    client.send({ type: 'ask_human', ref: 'again' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent', from);
    await evict(conversation);
    const back = await openAs(who, conversation);
    await back.hello(seq);
    expect(await client.event('takeover.started', from)).toMatchObject({ isBack: true });
    await becomes(back, 'agent');
  });
});

describe('a colleague who takes the conversation knowingly', () => {
  it('has it, and both the one before and the visitor are told', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    const robin = await followLink(conversation, link, 'Robin');
    await robin.hello();
    await evict(conversation);
    const from = { client: client.frames.length, agent: agent.frames.length };
    robin.send({ type: 'take_over', ref: 'force', name: 'Robin', force: true });
    const told = { name: 'Robin', from: 'Alex' };
    expect(await client.event('takeover.started', from.client)).toMatchObject(told);
    expect(await agent.event('takeover.started', from.agent)).toMatchObject(told);
    await becomes(agent, 'watcher', from.agent);
    await becomes(robin, 'agent');
    await evict(conversation);
    agent.say('But I …');
    expect(await agent.refusal()).toMatchObject({ code: 'not_allowed' });
    agent.close();
    await agent.closed;
    await passTime(conversation, LEASE_MS);
    robin.say('Mine now.');
    await client.message('Mine now.');
    expect(happened(client, 'takeover.lost')).toBe(0);
  });
});
