import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../src/conversation/outbox.ts';
import { OutboxStore } from '../../src/conversation/outbox-store.ts';
import { READ_OUT_ENTRIES } from '../../src/conversation/read-out.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { bindings, evict, newVisitor, resumeVisitor, stubOf } from './client.ts';
import { holdBatches, refuseBatches } from './db-gate.ts';
import { eventually } from './stage.ts';

/** A visitor of whom D1 knows. */
async function knownVisitor() {
  const visitor = await newVisitor();
  visitor.client.say('Remember me');
  await visitor.client.message('You said: Remember me');
  await eventually(async () => ((await rowsOf(visitor.conversation)) === 1 ? true : undefined));
  return visitor;
}

async function rowsOf(conversation: string): Promise<number> {
  const { results } = await bindings.DB.prepare(
    'SELECT id FROM conversation_index WHERE conversation = ?',
  )
    .bind(conversation)
    .all();
  return results.length;
}

const tablesOf = (conversation: string) =>
  runInDurableObject(
    stubOf(conversation),
    (_, state) =>
      state.storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'entry'").toArray()
        .length,
  );

describe('erasing a conversation', () => {
  it('that fails half-way has closed it for everybody, and is finished later', async () => {
    const { client, conversation, token } = await knownVisitor();
    refuseBatches(1);
    expect(await stubOf(conversation).erase()).toEqual({ isDone: false });
    expect(await client.closed).toMatchObject({ code: CLOSE.gone });
    expect(await stubOf(conversation).siteOf()).toBeNull();
    await evict(conversation);
    expect(await stubOf(conversation).siteOf()).toBeNull();
    const back = await resumeVisitor(token);
    expect(await back.closed).toMatchObject({ code: CLOSE.gone });
    expect(await rowsOf(conversation)).toBe(1);
    await runInDurableObject(stubOf(conversation), (_, state) => {
      state.storage.sql.exec('UPDATE erasure SET due = 0');
    });
    await evict(conversation);
    await runDurableObjectAlarm(stubOf(conversation));
    expect(await rowsOf(conversation)).toBe(0);
    expect(await tablesOf(conversation)).toBe(0);
  });

  it('that fails is put off a little longer each time, and never hurried', async () => {
    const { conversation } = await knownVisitor();
    refuseBatches(3);
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const before = Date.now();
      expect(await stubOf(conversation).erase()).toEqual({ isDone: false });
      const alarm = await runInDurableObject(stubOf(conversation), (_, { storage }) =>
        storage.sql.exec<{ due: number }>('SELECT due FROM erasure').one(),
      );
      pauses.push(alarm.due - before);
    }
    expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
    expect(pauses[1]).toBeGreaterThanOrEqual(10_000);
    expect(pauses[2]).toBeGreaterThanOrEqual(60_000);
    await stubOf(conversation).erase();
    expect(await tablesOf(conversation)).toBe(0);
  });

  it('asked for twice at once is done once', async () => {
    const { conversation } = await knownVisitor();
    refuseBatches(1);
    const both = [stubOf(conversation).erase(), stubOf(conversation).erase()];
    expect(await Promise.all(both)).toEqual([{ isDone: false }, { isDone: false }]);
    expect(await stubOf(conversation).erase()).toEqual({ isDone: true });
    expect(await tablesOf(conversation)).toBe(0);
    expect(await rowsOf(conversation)).toBe(0);
  });

  it('is not undone by what was on its way to D1', async () => {
    const { client, conversation } = await knownVisitor();
    const release = holdBatches();
    client.send({ type: 'ask_human', ref: 'ask' });
    await client.event('escalation.offered');
    const erased = stubOf(conversation).erase();
    release();
    await erased;
    await eventually(async () => ((await rowsOf(conversation)) === 0 ? true : undefined));
    expect(await tablesOf(conversation)).toBe(0);
  });
});

describe('a job that is under way', () => {
  it('is looked at again later, however overdue, and others are not kept waiting', async () => {
    const { conversation } = await newVisitor();
    await runInDurableObject(stubOf(conversation), (_, { storage }) => {
      const outbox = new OutboxStore(storage.sql, () => undefined);
      const isCalling = ({ kind }: Lane) => kind === 'takeover_mail';
      storage.sql.exec('DELETE FROM outbox');
      outbox.add({ kind: 'takeover_mail', escalation: 1 }, 1_000);
      outbox.add({ kind: 'milestone' }, 7_000);
      expect(outbox.nextDue(() => false, 9_000)).toBe(1_000);
      expect(outbox.nextDue(isCalling, 1_500)).toBe(6_500);
      expect(outbox.nextDue(isCalling, 2_500)).toBe(7_000);
      storage.sql.exec('DELETE FROM outbox');
      expect(outbox.nextDue(() => false, 9_000)).toBeNull();
    });
  });
});

describe('a transcript longer than one read-out', () => {
  it('is read page by page, from either end, without a gap', async () => {
    const { conversation } = await newVisitor();
    const stub = stubOf(conversation);
    await runInDurableObject(stub, (_, { storage }) => {
      for (let seq = 2; seq <= READ_OUT_ENTRIES + 3; seq++) {
        const entry = {
          seq,
          at: seq,
          kind: 'message',
          author: { role: 'visitor' },
          text: `${seq}`,
        };
        storage.sql.exec(
          'INSERT INTO entry (seq, at, said, team_only, body) VALUES (?, ?, 1, 0, ?)',
          seq,
          seq,
          JSON.stringify(entry),
        );
      }
    });
    // What it knows by heart of its log is from before.
    await evict(conversation);
    const first = await stub.transcript({ after: 0 });
    const rest = await stub.transcript({ after: READ_OUT_ENTRIES });
    expect(first?.entries).toHaveLength(READ_OUT_ENTRIES);
    expect(rest?.entries.map(({ seq }) => seq)).toEqual([1001, 1002, 1003]);
    expect(rest?.last).toBe(READ_OUT_ENTRIES + 3);
    const last = await stub.transcript({ before: null });
    expect(last?.entries[0]?.seq).toBe(4);
    const before = await stub.transcript({ before: 4 });
    expect(before?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});
