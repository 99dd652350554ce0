import { describe, expect, it } from 'vitest';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import { MAX_SOCKETS } from '../../src/conversation/sockets.ts';
import { answerTo, DONE, holdNextAnswer, text } from './stage.ts';
import {
  bindings,
  escalate,
  evict,
  followLink,
  linkToken,
  newVisitor,
  resumeVisitor,
} from './client.ts';
import { takenOver } from './taken-over.ts';

describe('the handoff', () => {
  it('goes from a question to a person and back, with the object asleep between all steps', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    await evict(conversation);
    client.say('yes please');
    await client.event('escalation.requested');
    await client.event('notification.sent');
    await client.until((frame) =>
      frame.type === 'state' && frame.state.waiting?.notified === 'sent' ? true : undefined,
    );
    await evict(conversation);
    client.say('Meanwhile: do you ship abroad?');
    await client.message(answerTo('Meanwhile: do you ship abroad?'));

    const agent = await followLink(conversation, await linkToken(conversation), 'alex');
    const { role, state, about } = await agent.hello();
    expect({ role, phase: state.phase, about }).toMatchObject({
      role: 'watcher',
      phase: 'waiting',
      about: { siteName: 'Acme Outdoor' },
    });
    await evict(conversation);
    agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    expect(await agent.event('takeover.started')).toMatchObject({ name: 'Alex', ref: 'take' });
    await client.event('takeover.started');
    await evict(conversation);
    agent.say('Hi, this is Alex.');
    await client.message('Hi, this is Alex.');
    client.say('Wonderful, thank you.');
    await agent.message('Wonderful, thank you.');
    agent.say('You are welcome.');
    await client.message('You are welcome.');
    await evict(conversation);
    agent.send({ type: 'hand_back', ref: 'back', note: 'Likes blue' });
    await client.event('takeover.ended');
    const held = holdNextAnswer();
    client.say('And what about returns?');
    expect(await held.asked()).toMatchObject({
      note: 'Likes blue',
      asked: ['And what about returns?'],
    });
    held.push(text('Thirty days.'), DONE);
    await client.message('Thirty days.');
    expect(
      client.log().some((entry) => entry.kind === 'event' && entry.event === 'note.left'),
    ).toBe(false);
  });

  it('has the assistant answer what the visitor said last to a person who handed back without a word', async () => {
    const { client, agent, conversation } = await takenOver();
    agent.say('Which colour?');
    await client.message('Which colour?');
    client.say('Blue.');
    client.say('And is it waterproof?');
    await agent.message('And is it waterproof?');
    await evict(conversation);
    const held = holdNextAnswer();
    agent.send({ type: 'hand_back', ref: 'back' });
    expect((await held.asked()).asked).toEqual(['Blue.', 'And is it waterproof?']);
    held.push(text('It is.'), DONE);
    expect(await client.message('It is.')).toMatchObject({ author: { role: 'assistant' } });
  });

  it('has nothing answered that the offer and the wait have dealt with', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    client.say('Can I talk to a person?');
    await client.entry(
      (entry) => entry.kind === 'message' && entry.text.startsWith('The team was told'),
    );
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    agent.send({ type: 'hand_back', ref: 'back' });
    const ended = await client.event('takeover.ended');
    client.say('What are your hours?');
    await client.message(answerTo('What are your hours?'));
    const words = client.log().filter((entry) => entry.seq > ended.seq && entry.kind === 'message');
    expect(words.map((entry) => 'text' in entry && entry.text)).toEqual([
      'What are your hours?',
      answerTo('What are your hours?'),
    ]);
  });

  it('mails the site’s address once, with the visitor’s words in it', async () => {
    const { client, conversation } = await newVisitor();
    client.say('My tent has a hole');
    await client.message(answerTo('My tent has a hole'));
    await escalate(client, conversation);
    client.say('Can I talk to a person?');
    await client.entry(
      (entry) => entry.kind === 'message' && entry.text.startsWith('The team was told'),
    );
    const mails = (await readMailbox(bindings.DB)).filter((mail) =>
      mail.text.includes(conversation),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'team@acme.example' });
    expect(mails[0]?.text).toContain('My tent has a hole');
  });

  it('lets the visitor cancel the wait, which closes the link for good', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const watching = await followLink(conversation, link, 'early');
    await watching.hello();
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    await client.event('escalation.cancelled');
    expect((await watching.closed).code).toBe(4010);
    await evict(conversation);
    const late = await followLink(conversation, link, 'late');
    late.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect(await late.refusal()).toMatchObject({ code: 'expired' });
    expect((await late.closed).code).toBe(4010);
  });

  it('gives a conversation that fifty people press for to one of them', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const people = await Promise.all(
      Array.from({ length: 50 }, (_, at) => followLink(conversation, link, `person${at}`)),
    );
    await Promise.all(people.map((person) => person.hello()));
    const stamps = people.map((person) => person.ref());
    for (const [at, person] of people.entries()) {
      person.send({ type: 'take_over', ref: stamps[at] ?? '', name: 'Sam' });
    }
    const outcomes = await Promise.all(
      people.map((person, at) =>
        person.until((frame) => {
          if (frame.type === 'refused') return frame.code;
          return frame.type === 'entry' && frame.entry.ref === stamps[at] ? 'owner' : undefined;
        }),
      ),
    );
    expect(outcomes.toSorted()).toEqual([...Array(49).fill('already_taken'), 'owner']);
  });

  it('tells the second person who has it, and lets them take it knowingly', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    const second = await followLink(conversation, link, 'robin');
    expect((await second.hello()).state.agent).toEqual({ name: 'Alex', away: false });
    second.send({ type: 'take_over', ref: 'take', name: 'Robin' });
    expect(await second.refusal()).toMatchObject({
      code: 'already_taken',
      agent: 'Alex',
      ref: 'take',
    });
    second.send({ type: 'take_over', ref: 'force', name: 'Robin', force: true });
    const from = client.frames.length;
    await client.event('takeover.started', from);
    agent.say('Am I still here?');
    expect(await agent.refusal()).toMatchObject({ code: 'not_allowed' });
    second.say('I am.');
    await client.message('I am.');
  });

  it('knows the person who took over when they come back, and shows when they are gone', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    agent.close();
    await client.until((frame) =>
      frame.type === 'state' && frame.state.agent?.away ? true : undefined,
    );
    await evict(conversation);
    const from = client.frames.length;
    const back = await followLink(conversation, link, 'Alex');
    expect((await back.hello()).role).toBe('agent');
    await client.until(
      (frame) => (frame.type === 'state' && frame.state.agent?.away === false ? true : undefined),
      from,
    );
    back.say('Back again.');
    await client.message('Back again.');
  });

  it('knows them by the link alone when their client brings nothing else and nobody is in their place', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const plain = await followLink(conversation, link);
    await plain.hello();
    plain.send({ type: 'take_over', ref: 'take', name: 'Kim' });
    const { seq: seen } = await plain.event('takeover.started');
    const onlooker = await followLink(conversation, link);
    expect((await onlooker.hello()).role).toBe('watcher');
    onlooker.close();
    plain.close();
    await client.until((frame) =>
      frame.type === 'state' && frame.state.agent?.away ? true : undefined,
    );
    await evict(conversation);
    const stranger = await followLink(conversation, link, 'stranger');
    expect((await stranger.hello()).role).toBe('watcher');
    const newcomer = await followLink(conversation, link);
    expect((await newcomer.hello()).role).toBe('watcher');
    const back = await followLink(conversation, link);
    expect((await back.hello(seen)).role).toBe('agent');
    back.close();
    await client.until(
      (frame) => (frame.type === 'state' && frame.state.agent?.away ? true : undefined),
      client.frames.length,
    );
    newcomer.send({ type: 'take_over', ref: 'other', name: 'Robin' });
    expect(await newcomer.refusal()).toMatchObject({ code: 'already_taken', agent: 'Kim' });
    newcomer.send({ type: 'take_over', ref: 'again', name: 'Kim' });
    const taken = await newcomer.entry((entry) => entry.ref === 'again');
    expect(taken).toMatchObject({ event: 'takeover.started', name: 'Kim' });
  });

  it('ends when the agent ends it, and nobody says anything in it any more', async () => {
    const { client, agent, conversation, token, link } = await takenOver();
    agent.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
    await evict(conversation);
    client.say('Hello?');
    expect(await client.refusal()).toMatchObject({ code: 'ended' });
    agent.say('Hello?');
    expect(await agent.refusal()).toMatchObject({ code: 'ended' });
    expect((await (await resumeVisitor(token)).hello()).state.phase).toBe('ended');
    const late = await followLink(conversation, link, 'late');
    late.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect(await late.refusal()).toMatchObject({ code: 'ended' });
  });

  it('makes room for one more tab by letting go of the one that was silent longest', async () => {
    const { client, token } = await newVisitor();
    const tabs = [];
    for (let at = 0; at < MAX_SOCKETS.visitor; at++) {
      const tab = await resumeVisitor(token);
      await tab.hello();
      tabs.push(tab);
    }
    expect((await client.closed).code).toBe(4008);
    tabs[0]?.say('Still here');
    await tabs.at(-1)?.message('Still here');
  });

  it('shakes hands when a client leaves', async () => {
    const { client, conversation } = await newVisitor();
    await evict(conversation);
    client.close();
    expect(await client.closed).toMatchObject({ wasClean: true });
  });

  it('relays typing between the two, and from a watcher to nobody', async () => {
    const { client, conversation, agent, link } = await takenOver('Alex');
    client.send({ type: 'typing' });
    await agent.until((frame) =>
      frame.type === 'typing' && frame.role === 'visitor' ? true : undefined,
    );
    agent.send({ type: 'typing' });
    await client.until((frame) =>
      frame.type === 'typing' && frame.name === 'Alex' ? true : undefined,
    );
    const watcher = await followLink(conversation, link, 'watcher');
    await watcher.hello();
    const from = client.frames.length;
    watcher.send({ type: 'typing' });
    await watcher.settled();
    await client.settled();
    expect(client.frames.slice(from).filter((frame) => frame.type === 'typing')).toEqual([]);
  });
});
