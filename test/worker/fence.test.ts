import { abortAllDurableObjects } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { AnswerPart } from '../../src/assistant/answerer.ts';
import { answerTo, DONE, holdNextAnswer, text } from './stage.ts';
import { escalate, evict, followLink, newVisitor, resumeVisitor } from './client.ts';

const drafts = (client: { frames: readonly { type: string }[] }) =>
  client.frames.filter((frame) => frame.type === 'draft');

describe('the fence', () => {
  it('keeps the assistant silent once a person has taken over, even when its answer was under way', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    const held = holdNextAnswer();
    client.say('How do I wash a down jacket?');
    await held.asked();
    held.push(text('Cold, and '));
    await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
    agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    const started = await client.event('takeover.started');
    held.push(text('with care.'), DONE);
    agent.say('I can tell you.');
    await client.message('I can tell you.');
    await client.settled();
    const after = client.log().filter((entry) => entry.seq > started.seq);
    expect(
      after.filter((entry) => entry.kind === 'message' && entry.author.role === 'assistant'),
    ).toEqual([]);
    const cut = client.log().find((entry) => entry.seq === started.seq - 1);
    expect(cut).toMatchObject({ kind: 'message', text: 'Cold, and', interrupted: true });
  });

  it('stores nothing of an answer that nobody had seen yet', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    const held = holdNextAnswer();
    client.say('Quick question');
    await held.asked();
    agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    await client.event('takeover.started');
    held.push(text('Too late'), DONE);
    agent.say('Yes?');
    await client.message('Yes?');
    expect(JSON.stringify(client.frames)).not.toContain('Too late');
  });

  it('drops an answer that comes after the conversation has ended', async () => {
    const { client } = await newVisitor();
    const held = holdNextAnswer();
    client.say('Never mind');
    await held.asked();
    client.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
    held.push(text('Too late'), DONE);
    await client.settled();
    expect(JSON.stringify(client.frames)).not.toContain('Too late');
  });

  it('lets the answer to what an offer cut short be forgotten, not said after the offer', async () => {
    const { client } = await newVisitor();
    const held = holdNextAnswer();
    client.say('Tell me about tents');
    await held.asked();
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    held.push(text('Tents are'), DONE);
    client.say('yes please');
    await client.event('escalation.requested');
    expect(JSON.stringify(client.frames)).not.toContain('Tents are');
  });
});

describe('an answer', () => {
  it('is streamed whole each time, and its entry replaces the last draft', async () => {
    const { client } = await newVisitor();
    const held = holdNextAnswer();
    client.say('Hello');
    await held.asked();
    held.push(text('Good '), text('morning'), DONE);
    await client.message('Good morning');
    expect(drafts(client)[0]).toMatchObject({ type: 'draft', text: 'Good ' });
  });

  it('is shown so far to somebody who joins in the middle', async () => {
    const { client, token } = await newVisitor();
    const held = holdNextAnswer();
    client.say('Hello');
    await held.asked();
    held.push(text('Good '));
    await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
    const tab = await resumeVisitor(token);
    await tab.hello();
    expect(await tab.until((frame) => (frame.type === 'draft' ? frame.text : undefined))).toBe(
      'Good ',
    );
    held.push(DONE);
    await tab.message('Good');
  });

  it('covers everything that was said while the one before was under way', async () => {
    const { client } = await newVisitor();
    const first = holdNextAnswer();
    const second = holdNextAnswer();
    client.say('One');
    await first.asked();
    client.say('Two');
    client.say('Three');
    await client.message('Three');
    first.push(text('First.'), DONE);
    const { lines, asked } = await second.asked();
    expect(lines.map((line) => line.text)).toEqual(['One', 'First.', 'Two', 'Three']);
    expect(asked).toEqual(['Two', 'Three']);
    second.push(text('Second.'), DONE);
    await client.message('Second.');
  });

  it('that fails is tried once more, then otherwise, then owned up to', async () => {
    const { client } = await newVisitor();
    const failed = { type: 'failed', reason: 'broken', detail: 'a 500 with a secret' } as const;
    const attempts = [holdNextAnswer(), holdNextAnswer(), holdNextAnswer()];
    client.say('Hello');
    for (const attempt of attempts) {
      await attempt.asked();
      attempt.push(failed);
    }
    expect(attempts.map(({ attempt }) => attempt())).toEqual(['first', 'again', 'resort']);
    await client.entry(
      (entry) => entry.kind === 'message' && entry.text.startsWith('Sorry, I couldn’t'),
    );
    expect(JSON.stringify(client.frames)).not.toContain('secret');
    const next = holdNextAnswer();
    client.say('Never mind. Next?');
    expect((await next.asked()).asked).toEqual(['Never mind. Next?']);
    next.push(text('Next.'), DONE);
    await client.message('Next.');
  });

  it('that was lost with the object’s memory is given after all', async () => {
    const { client, token } = await newVisitor();
    const held = holdNextAnswer();
    client.say('Are you there?');
    await held.asked();
    await abortAllDurableObjects();
    const back = await resumeVisitor(token);
    await back.hello();
    expect(await back.message(answerTo('Are you there?'))).toMatchObject({ kind: 'message' });
  });

  it('that fails in the end answers for all that was said meanwhile', async () => {
    const { client } = await newVisitor();
    const failed = { type: 'failed', reason: 'broken', detail: '' } as const;
    const attempts = [holdNextAnswer(), holdNextAnswer(), holdNextAnswer()];
    client.say('One?');
    for (const attempt of attempts) {
      await attempt.asked();
      if (attempt === attempts[2]) {
        client.say('Two?');
        await client.message('Two?');
      }
      attempt.push(failed);
    }
    const answer = await client.message(answerTo('Two?'));
    expect(client.log().findLast(({ kind }) => kind === 'message')).toEqual(answer);
  });

  it.each(['answer_offer', 'cancel_wait'] as const)(
    'is asked for anew when what it says of the team has become untrue (%s)',
    async (type) => {
      const { client, conversation } = await newVisitor();
      if (type === 'cancel_wait') await escalate(client, conversation);
      else {
        client.say('Can I talk to a person?');
        await client.event('escalation.offered');
      }
      const before = holdNextAnswer();
      const after = holdNextAnswer();
      client.say('How do I wash a down jacket?');
      const { team } = await before.asked();
      before.push({ type: 'truth', team }, text('This is how it stood.'));
      await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
      if (type === 'cancel_wait') client.send({ type, ref: 'cancel' });
      else client.send({ type, ref: 'yes', accept: true });
      expect((await after.asked()).team).not.toBe(team);
      before.push(text(' Still.'), DONE);
      after.push(text('This is how it stands.'), DONE);
      await client.message('This is how it stands.');
      expect(JSON.stringify(client.log())).not.toContain('how it stood');
    },
  );

  it('is asked for anew at once when the truth it comes with is an old one', async () => {
    const { client } = await newVisitor();
    const first = holdNextAnswer();
    const second = holdNextAnswer();
    client.say('How do I wash a down jacket?');
    const { team } = await first.asked();
    expect(team).toBe('available');
    first.push({ type: 'truth', team: 'called' }, text('They know.'), DONE);
    await second.asked();
    second.push({ type: 'truth', team: 'available' }, text('Nobody was called.'), DONE);
    await client.message('Nobody was called.');
    expect(JSON.stringify(client.frames)).not.toContain('They know.');
  });

  it('and a second failure in a row offer a person', async () => {
    const { client } = await newVisitor();
    for (const question of ['First?', 'Second?']) {
      const held = holdNextAnswer();
      client.say(question);
      await held.asked();
      held.push(text('I don’t have that.'), { type: 'done', answered: false, sources: [] });
    }
    expect(await client.event('escalation.offered')).toMatchObject({ reason: 'unanswered' });
  });

  it('is given to a question that waits before a person is offered for those that had none', async () => {
    const { client } = await newVisitor();
    const unknown: AnswerPart = { type: 'done', answered: false, sources: [] };
    const first = holdNextAnswer();
    client.say('First?');
    await first.asked();
    first.push(text('I don’t have that.'), unknown);
    await client.message('I don’t have that.');
    const second = holdNextAnswer();
    client.say('Second?');
    await second.asked();
    client.say('Third?');
    await client.message('Third?');
    second.push(text('Nor that.'), unknown);
    await client.message(answerTo('Third?'));
    await client.settled();
    expect(client.log().filter((entry) => entry.kind === 'event')).toHaveLength(1);
  });

  it('that an offer cut short is given after all when the offer is declined', async () => {
    const { client } = await newVisitor();
    const held = holdNextAnswer();
    client.say('How do I wash a down jacket?');
    await held.asked();
    held.push(text('Cold, and '));
    await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
    client.say('Human please');
    await client.event('escalation.offered');
    const again = holdNextAnswer();
    client.send({ type: 'answer_offer', ref: 'no', accept: false });
    expect((await again.asked()).asked).toEqual(['How do I wash a down jacket?']);
    again.push(text('Cold, and with care.'), DONE);
    expect(await client.message('Cold, and with care.')).toMatchObject({ kind: 'message' });
  });

  it('is still owed to a question that waited behind another and was then cut by an offer', async () => {
    const { client } = await newVisitor();
    const first = holdNextAnswer();
    const second = holdNextAnswer();
    client.say('One?');
    await first.asked();
    client.say('Two?');
    await client.message('Two?');
    first.push(text('First.'), DONE);
    await second.asked();
    client.say('Human please');
    await client.event('escalation.offered');
    const again = holdNextAnswer();
    client.send({ type: 'answer_offer', ref: 'no', accept: false });
    expect((await again.asked()).asked).toEqual(['Two?']);
    again.push(text('Second.'), DONE);
    await client.message('Second.');
  });

  it('answers what came meanwhile when it is tried again, and not once more after', async () => {
    const { client } = await newVisitor();
    const first = holdNextAnswer();
    const second = holdNextAnswer();
    client.say('One?');
    await first.asked();
    client.say('Two?');
    await client.message('Two?');
    first.push({ type: 'failed', reason: 'cut_off', detail: 'in the middle' });
    expect((await second.asked()).asked).toEqual(['One?', 'Two?']);
    second.push(text('Both.'), DONE);
    const { seq } = await client.message('Both.');
    await client.settled();
    client.say('Three?');
    await client.message(answerTo('Three?'));
    expect(
      client.log().filter((entry) => entry.seq > seq && entry.kind === 'message'),
    ).toHaveLength(2);
  });

  it('survives an object that sleeps before and after it', async () => {
    const { client, conversation } = await newVisitor();
    await evict(conversation);
    client.say('Hello');
    await client.message(answerTo('Hello'));
    await evict(conversation);
    client.say('Again');
    expect(await client.message(answerTo('Again'))).toMatchObject({ seq: 7 });
  });
});
