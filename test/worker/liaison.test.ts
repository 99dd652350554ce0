import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { LEAVE_MS } from '../../src/conversation/deadlines.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { bindings, escalate, evict, followLink, newVisitor, stubOf } from './client.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { settingsOf } from './monitor-client.ts';
import { DONE, eventually, holdNextAnswer, text } from './stage.ts';
import { longestRests, passTime } from './time.ts';

interface Indexed {
  phase: string;
  messages: number;
  asked: number;
  first_line: string;
  requested_at: number | null;
  notified_at: number | null;
  taken_at: number | null;
  contact: string | null;
}

const indexed = (conversation: string) =>
  bindings.DB.prepare('SELECT * FROM conversation_index WHERE conversation = ?')
    .bind(conversation)
    .first<Indexed>();

/** The row, once it says what is expected of it. */
async function indexedAs(conversation: string, expected: Partial<Indexed>): Promise<Indexed> {
  for (;;) {
    const row = await indexed(conversation);
    const isThere =
      row && Object.entries(expected).every(([key, value]) => Reflect.get(row, key) === value);
    if (isThere) return row;
    await scheduler.wait(1);
  }
}

const found = async (word: string) =>
  (
    await bindings.DB.prepare('SELECT rowid FROM conversation_search WHERE text MATCH ?')
      .bind(word)
      .all()
  ).results.length;

const jobsOf = (conversation: string) =>
  runInDurableObject(
    stubOf(conversation),
    (_, state) => state.storage.sql.exec('SELECT * FROM outbox').toArray().length,
  );

const leftAt = (conversation: string) =>
  runInDurableObject(
    stubOf(conversation),
    (_, state) =>
      state.storage.sql.exec<{ left_at: number | null }>('SELECT left_at FROM presence').one()
        .left_at,
  );

/** A conversation whose visitor said two things and has just left; the index knows of the first. */
async function newlyLeft(): Promise<string> {
  const { client, conversation } = await newVisitor();
  client.say('First');
  await client.message('You said: First');
  await indexedAs(conversation, { asked: 1 });
  client.say('Second');
  await client.message('You said: Second');
  client.close();
  await eventually(async () => (await leftAt(conversation)) ?? undefined);
  return conversation;
}

describe('the index of conversations', () => {
  it('knows nothing of a chat that was only opened', async () => {
    const { client, conversation } = await newVisitor();
    await client.settled();
    expect(await indexed(conversation)).toBeNull();
  });

  it('learns of a conversation with the visitor’s first words, and finds it by them', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Do you repair zeppelins?');
    await indexedAs(conversation, { asked: 1, first_line: 'Do you repair zeppelins?' });
    expect(await found('zeppelins')).toBe(1);
  });

  it('follows every step of a handoff', async () => {
    const { client, conversation } = await newVisitor();
    const token = await escalate(client, conversation);
    client.send({ type: 'leave_contact', ref: 'mail', email: 'eva@visitor.example' });
    const agent = await followLink(conversation, token);
    await agent.hello();
    agent.send({ type: 'take_over', ref: 't', name: 'Robin' });
    const row = await indexedAs(conversation, { phase: 'human', contact: 'eva@visitor.example' });
    expect(row.notified_at).toBeGreaterThanOrEqual(row.requested_at ?? Infinity);
    expect(row.taken_at).toBeGreaterThanOrEqual(row.notified_at ?? Infinity);
    await evict(conversation);
    agent.send({ type: 'end', ref: 'e' });
    await indexedAs(conversation, { phase: 'ended' });
    await eventually(async () => ((await jobsOf(conversation)) === 0 ? true : undefined));
  });

  it('is brought up to date once the visitor has left', async () => {
    const conversation = await newlyLeft();
    expect((await indexed(conversation))?.asked).toBe(1);
    // Of the clock only: an index row older than the one there is would be taken for a late one.
    await runInDurableObject(stubOf(conversation), (_, state) => {
      state.storage.sql.exec('UPDATE presence SET left_at = left_at - ?', LEAVE_MS);
    });
    await evict(conversation);
    await runDurableObjectAlarm(stubOf(conversation));
    await indexedAs(conversation, { asked: 2, messages: 4 });
  });

  it('is brought up to date also if the runtime died with the alarm for it', async () => {
    const conversation = await newlyLeft();
    await runInDurableObject(stubOf(conversation), async (_, { storage }) => {
      storage.sql.exec('UPDATE presence SET left_at = left_at - ?', LEAVE_MS);
      await storage.deleteAlarm();
    });
    await evict(conversation);
    expect(await stubOf(conversation).siteOf()).toBe('demo');
    await indexedAs(conversation, { asked: 2, messages: 4 });
    expect(await leftAt(conversation)).toBeNull();
  });

  it('keeps the question that the assistant had to pass on', async () => {
    const { client, conversation } = await newVisitor();
    const answer = holdNextAnswer();
    client.say('Do you sell kayaks?');
    await answer.asked();
    answer.push(text('I don’t know that.'), { type: 'done', answered: false, sources: [] });
    expect(await client.message('I don’t know that.')).toMatchObject({ unanswered: true });
    const row = await eventually(
      async () =>
        (await bindings.DB.prepare('SELECT question FROM unanswered WHERE conversation = ?')
          .bind(conversation)
          .first<{ question: string }>()) ?? undefined,
    );
    expect(row.question).toBe('Do you sell kayaks?');
  });
});

describe('what became of a mail', () => {
  const noted = (conversation: string) =>
    eventually(
      async () =>
        (await bindings.DB.prepare('SELECT * FROM team_mail WHERE conversation = ?')
          .bind(conversation)
          .first<{ status: string; address: string; reason: string | null }>()) ?? undefined,
    );

  it('is on record for the owner once it was accepted', async () => {
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    expect(await noted(conversation)).toMatchObject({
      status: 'sent',
      address: 'team@acme.example',
      reason: null,
    });
  });

  it('that failed says why, and can be tried again while the visitor waits', async () => {
    const { client, conversation } = await newVisitor();
    const delays = longestRests('takeover_mail');
    refuseMails(delays.length + 1);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    for (const [retries, delay] of delays.entries()) {
      await eventually(() => (mailAttempts() > retries ? true : undefined));
      await passTime(conversation, delay);
    }
    await client.event('notification.failed');
    expect(await noted(conversation)).toMatchObject({ status: 'failed' });
    expect((await noted(conversation)).reason).toContain('not a verified address');
    expect(
      await stubOf(conversation).mailAgain(
        { kind: 'call', number: 2 },
        await settingsOf('demo', {}),
      ),
    ).toBe('not_wanted');
    await evict(conversation);
    expect(
      await stubOf(conversation).mailAgain(
        { kind: 'call', number: 1 },
        await settingsOf('demo', {}),
      ),
    ).toBe('again');
    await client.event('notification.sent');
    expect(
      await stubOf(conversation).mailAgain(
        { kind: 'call', number: 1 },
        await settingsOf('demo', {}),
      ),
    ).toBe('not_wanted');
  });
});

describe('a conversation that is erased', () => {
  it('leaves nothing in its object, in the index or in the search, and its visitor is told', async () => {
    const { client, conversation } = await newVisitor();
    client.say('My secret is xylophone');
    await client.message('You said: My secret is xylophone');
    await escalate(client, conversation);
    await indexedAs(conversation, { phase: 'waiting' });
    const watcher = stubOf(conversation);
    await watcher.erase();
    expect(await client.closed).toMatchObject({ code: CLOSE.gone });
    expect(await indexed(conversation)).toBeNull();
    expect(await found('xylophone')).toBe(0);
    expect(await stubOf(conversation).siteOf()).toBeNull();
    expect(
      await stubOf(conversation).mailAgain(
        { kind: 'call', number: 1 },
        await settingsOf('demo', {}),
      ),
    ).toBe('gone');
    expect(await stubOf(conversation).transcript({ before: null })).toBeNull();
    expect(await stubOf(conversation).watch(true, Date.now())).toBeNull();
  });

  it('in the middle of an answer says no more', async () => {
    const { client, conversation } = await newVisitor();
    const answer = holdNextAnswer();
    client.say('Tell me everything');
    await answer.asked();
    await stubOf(conversation).erase();
    answer.push(text('Everything is …'), DONE);
    await client.closed;
    expect(await stubOf(conversation).siteOf()).toBeNull();
  });
});

describe('a transcript for the team', () => {
  it('holds everything, what the visitor does not see included', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Hello there');
    await client.message('You said: Hello there');
    await evict(conversation);
    const read = await stubOf(conversation).transcript({ before: null });
    expect(read).toMatchObject({ site: 'demo', state: { phase: 'assistant' }, last: 4 });
    expect(read?.entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
    expect(read?.entries[2]).toMatchObject({ event: 'intent.decided' });
  });
});
