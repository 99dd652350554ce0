/** What becomes of an answer when something happens in the middle of it, through real sockets. */
import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TURN_LIMIT_MS } from '../../src/conversation/turn.ts';
import { HAPPY_TEXT, sceneMark } from '../models/script.ts';
import { type Client, escalate, followLink, newVisitor, resumeVisitor, stubOf } from './client.ts';
import { isAnswer, plantArticle, QUESTION, RESORT, streamsAbout } from './asking.ts';
import { callsAbout, PROVIDERS } from './providers.ts';
import { answerBy, answerByStage, eventually } from './stage.ts';

beforeAll(plantArticle);
afterEach(answerByStage);

/** The caller of the only call has hung up. */
async function expectHungUp(words: string): Promise<void> {
  expect((await streamsAbout(words)).map(({ state }) => state)).toEqual(['left']);
}

/** Resolves once the visitor sees the beginning of an answer. */
const begun = (client: Client): Promise<string> =>
  client.until((frame) => (frame.type === 'draft' ? frame.text : undefined));

/** Resolves once the model has been asked that often. */
const called = (words: string, times: number): Promise<true> =>
  eventually(async () => ((await callsAbout(words)).length === times ? true : undefined));

describe.each(Object.entries(PROVIDERS).map(([name, model], at) => ({ name, model, at })))(
  'an answer of $name',
  ({ model, at }) => {
    it('ends with a takeover: its provider is hung up on, and what was seen of it stays', async () => {
      answerBy(model);
      const { client, conversation } = await newVisitor();
      const link = await escalate(client, conversation);
      const agent = await followLink(conversation, link, 'alex');
      await agent.hello();
      const words = `${QUESTION} Taken ${at} ${sceneMark('endless')}`;
      client.say(words);
      await begun(client);
      agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
      await client.event('takeover.started');
      await expectHungUp(words);
      await client.settled();
      const cut = client.log().findLast((entry) => entry.kind === 'message');
      expect(cut).toMatchObject({ interrupted: true, author: { role: 'assistant' } });
      expect(client.log().at(-1)).toMatchObject({ event: 'takeover.started' });
    });

    it('ends with the conversation', async () => {
      answerBy(model);
      const { client } = await newVisitor();
      const words = `${QUESTION} Ended ${at} ${sceneMark('endless')}`;
      client.say(words);
      await begun(client);
      client.send({ type: 'end', ref: 'end' });
      await client.event('conversation.ended');
      await expectHungUp(words);
      await client.settled();
      expect(client.log().at(-1)).toMatchObject({ event: 'conversation.ended' });
    });

    it('leaves nothing behind in a conversation that is erased', async () => {
      answerBy(model);
      const { client, conversation } = await newVisitor();
      const words = `${QUESTION} Erased ${at} ${sceneMark('endless')}`;
      client.say(words);
      await begun(client);
      await stubOf(conversation).erase();
      expect((await client.closed).code).toBe(4004);
      await expectHungUp(words);
      await runInDurableObject(stubOf(conversation), (_, { storage }) => {
        const names = storage.sql.exec<{ name: string }>(
          "SELECT name FROM sqlite_master WHERE name IN ('entry', 'turn')",
        );
        const rows = names
          .toArray()
          .flatMap(({ name }) => storage.sql.exec(`SELECT * FROM ${name}`).toArray());
        expect(rows).toEqual([]);
      });
    });

    it('is followed by one for all that was said meanwhile', async () => {
      answerBy(model);
      const { client } = await newVisitor();
      const first = `${QUESTION} Together ${at} ${sceneMark('slow')}`;
      const others = [`Is delivery free? Together ${at}`, `Delivery on Sunday? Together ${at}`];
      for (const words of [first, ...others]) client.say(words);
      const answers = await eventually(() => {
        const said = client.log().filter(isAnswer);
        return said.length === 2 ? said : undefined;
      });
      expect(answers).toMatchObject([{ text: HAPPY_TEXT }, { text: HAPPY_TEXT }]);
      const [one, two, ...more] = await streamsAbout(`Together ${at}`);
      expect(more).toEqual([]);
      expect(one?.messages.slice(1)).toEqual([{ role: 'user', content: first }]);
      // In the order that it makes sense in: the first answer came after all three were said.
      expect(two?.messages.slice(1)).toEqual([
        { role: 'user', content: first },
        { role: 'assistant', content: HAPPY_TEXT },
        { role: 'user', content: others.join('\n') },
      ]);
    });

    it('that takes longer than any may is not waited for', async () => {
      answerBy(model);
      const { client, conversation } = await newVisitor();
      const words = `${QUESTION} Late ${at} ${sceneMark('endless')}`;
      client.say(words);
      await begun(client);
      const stub = stubOf(conversation);
      await runInDurableObject(stub, (_, { storage }) => {
        storage.sql.exec('UPDATE turn SET started_at = started_at - ?', TURN_LIMIT_MS);
      });
      await runDurableObjectAlarm(stub);
      expect(await client.entry(isAnswer)).toMatchObject({ text: RESORT });
      await expectHungUp(words);
    });

    it('that a crash cut off is asked for once more, and has its answer', async () => {
      answerBy(model);
      const { client, token } = await newVisitor();
      const words = `${QUESTION} Lost ${at} ${sceneMark('stalled', 'once')}`;
      client.say(words);
      await called(words, 1);
      await abortAllDurableObjects();
      const back = await resumeVisitor(token);
      await back.hello();
      await back.message(HAPPY_TEXT);
      expect(await streamsAbout(words)).toHaveLength(2);
    });

    it('that a crash cut off is not asked for a third time', async () => {
      answerBy(model, { retryMs: 5 });
      const { client, token } = await newVisitor();
      const words = `${QUESTION} Twice ${at} ${sceneMark('stalled')}`;
      client.say(words);
      for (const calls of [1, 2]) {
        await called(words, calls);
        await abortAllDurableObjects();
        await (await resumeVisitor(token)).hello();
      }
      const back = await resumeVisitor(token);
      await back.hello();
      expect(await back.entry(isAnswer)).toMatchObject({ text: RESORT });
      expect(await streamsAbout(words)).toHaveLength(2);
    });
  },
);
