import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { MAX_ENTRIES, MAX_STORED_BYTES } from '../../src/conversation/frame-handlers.ts';
import { RETOLD_ENTRIES, WELCOME_ENTRIES } from '../../src/conversation/welcome.ts';
import { answerTo } from './stage.ts';
import { escalate, evict, followLink, newVisitor, resumeVisitor, stubOf } from './client.ts';

describe('the log', () => {
  it('begins with the conversation and numbers what follows without a gap for the team', async () => {
    const { client, conversation, welcome } = await newVisitor();
    expect(welcome).toMatchObject({ role: 'visitor', seq: 1, state: { phase: 'assistant' } });
    const link = await escalate(client, conversation);
    await evict(conversation);
    const team = await followLink(conversation, link);
    const { entries, seq } = await team.hello();
    expect(entries.map((entry) => entry.seq)).toEqual(
      Array.from({ length: seq }, (_, at) => at + 1),
    );
  });

  it('keeps the detector’s decisions from the visitor', async () => {
    const { client, token } = await newVisitor();
    client.say('What are your opening hours?');
    await client.message(answerTo('What are your opening hours?'));
    const again = await resumeVisitor(token);
    const { entries, seq } = await again.hello();
    expect(seq).toBe(4);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 4]);
  });

  it('resumes after the last entry a client has, also after hibernation', async () => {
    const { client, conversation, token } = await newVisitor();
    client.say('one');
    await client.message(answerTo('one'));
    const seen = client.log().at(-1)?.seq ?? 0;
    client.close();
    const other = await resumeVisitor(token);
    await other.hello();
    other.say('two');
    await other.message(answerTo('two'));
    await evict(conversation);
    const back = await resumeVisitor(token);
    const { entries } = await back.hello(seen);
    expect(entries.map((entry) => (entry.kind === 'message' ? entry.text : entry.event))).toEqual([
      'two',
      answerTo('two'),
    ]);
  });

  it('stores what is sent twice once, and answers it with what was stored', async () => {
    const { client, conversation, token } = await newVisitor();
    const ref = client.say('only once');
    const first = await client.message('only once');
    await client.message(answerTo('only once'));
    await evict(conversation);
    const from = client.frames.length;
    client.say('only once', ref);
    expect(await client.entry((entry) => entry.seq === first.seq, from)).toEqual(first);
    const other = await resumeVisitor(token);
    const { entries } = await other.hello();
    expect(
      entries.filter((entry) => entry.kind === 'message' && entry.text === 'only once'),
    ).toHaveLength(1);
  });

  it('answers a request that is sent twice with what it caused, and causes it once', async () => {
    const { client, conversation } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    const offered = await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    const requested = await client.event('escalation.requested');
    await evict(conversation);
    const from = client.frames.length;
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    expect(await client.event('escalation.offered', from)).toEqual(offered);
    expect(await client.event('escalation.requested', from)).toEqual(requested);
  });

  it('tells every tab of a visitor everything once, in the same order', async () => {
    const { client, token } = await newVisitor();
    const tab = await resumeVisitor(token);
    await tab.hello();
    client.say('from one');
    tab.say('from the other');
    for (const each of [client, tab]) {
      await each.message('from one');
      await each.message('from the other');
    }
    await client.settled();
    await tab.settled();
    const numbers = (each: typeof client) => [...new Set(each.log().map((entry) => entry.seq))];
    expect(numbers(tab)).toEqual(numbers(client));
    expect(numbers(client)).toEqual(numbers(client).toSorted((one, other) => one - other));
  });

  it('keeps text to the letter, through storage and back', async () => {
    const { client, conversation, token } = await newVisitor();
    const text = `${'😀'.repeat(1000)}\u0000 </script> \u202E שלום\r\nBcc: thief@evil.example \ud800 end`;
    client.say(text);
    await client.message(text);
    await evict(conversation);
    const { entries } = await (await resumeVisitor(token)).hello();
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'message', text }));
  });

  it('reaches a newcomer whole and in order, however long it is, and ends where it must', async () => {
    const { client, conversation, token } = await newVisitor();
    await runInDurableObject(stubOf(conversation), (_, state) => {
      for (let seq = 2; seq < MAX_ENTRIES; seq++) {
        const body = { seq, at: 0, kind: 'message', author: { role: 'visitor' }, text: 'x' };
        state.storage.sql.exec(
          'INSERT INTO entry (seq, at, said, team_only, body) VALUES (?, 0, 1, 0, ?)',
          seq,
          JSON.stringify(body),
        );
      }
    });
    // What it knows by heart of its log is from before.
    await evict(conversation);
    client.say('The last words');
    await client.message('The last words');
    await client.message(answerTo('The last words'));
    client.say('One more');
    expect(await client.refusal()).toMatchObject({ code: 'budget_spent' });
    const from = client.frames.length;
    client.send({ type: 'ask_human', ref: 'again' });
    expect(await client.refusal(from)).toMatchObject({ code: 'budget_spent', ref: 'again' });
    const again = await resumeVisitor(token);
    const { entries, seq } = await again.hello(MAX_ENTRIES - 2_000);
    expect(entries).toHaveLength(WELCOME_ENTRIES);
    expect(entries.at(-1)?.seq).toBe(seq);
    await again.message(answerTo('The last words'));
    const numbers = again.log().map((entry) => entry.seq);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(numbers).toHaveLength(2_001);
  });

  it('ends where it would be too much to be told at once, and can still be ended', async () => {
    const { client, conversation } = await newVisitor();
    await runInDurableObject(stubOf(conversation), (_, { storage: { sql } }) => {
      const text = 'x'.repeat(4_000);
      for (let seq = 2; sql.databaseSize < MAX_STORED_BYTES; seq++) {
        const body = { seq, at: 0, kind: 'message', author: { role: 'visitor' }, text };
        sql.exec(
          'INSERT INTO entry (seq, at, said, team_only, body) VALUES (?, 0, 1, 0, ?)',
          seq,
          JSON.stringify(body),
        );
      }
    });
    await evict(conversation);
    client.say('One more');
    expect(await client.refusal()).toMatchObject({ code: 'budget_spent' });
    client.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
  });

  it('is told a socket again, and not without end: what nobody reads has to be kept for them', async () => {
    const { conversation, token } = await newVisitor();
    await runInDurableObject(stubOf(conversation), (_, { storage: { sql } }) => {
      for (let seq = 2; seq <= RETOLD_ENTRIES; seq++) {
        const body = { seq, at: 0, kind: 'message', author: { role: 'visitor' }, text: 'x' };
        sql.exec(
          'INSERT INTO entry (seq, at, said, team_only, body) VALUES (?, 0, 1, 0, ?)',
          seq,
          JSON.stringify(body),
        );
      }
    });
    await evict(conversation);
    const client = await resumeVisitor(token);
    for (let time = 1; time <= 3; time++) {
      const { last } = await client.hello();
      expect(last).toBe(RETOLD_ENTRIES);
    }
    // Who asks for what it misses alone may do so as often as it likes.
    await client.hello(RETOLD_ENTRIES);
    client.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect((await client.closed).code).toBe(1008);
    const again = await resumeVisitor(token);
    await again.hello();
  });

  it('answers a ping without a frame of its own', async () => {
    const { client } = await newVisitor();
    const before = client.frames.length;
    client.raw('ping');
    await client.settled();
    expect(client.frames).toHaveLength(before + 1);
  });
});
