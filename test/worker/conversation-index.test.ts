import { describe, expect, it } from 'vitest';
import { forgetStatements } from '../../src/site/conversation-index.ts';
import { bindings } from './client.ts';
import { indexEntry, newId, writeIndex } from './index-entry.ts';

const db = bindings.DB;

const rowOf = (conversation: string) =>
  db.prepare('SELECT * FROM conversation_index WHERE conversation = ?').bind(conversation).first();

async function found(word: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT conversation FROM conversation_search
       JOIN conversation_index ON conversation_index.id = conversation_search.rowid
       WHERE conversation_search MATCH ?`,
    )
    .bind(`text : "${word}"`)
    .all<{ conversation: string }>();
  return results.map(({ conversation }) => conversation);
}

const count = async (table: string) =>
  (await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n;

describe('the index of a conversation', () => {
  it('holds each of its facts in the column of that name', async () => {
    const facts = indexEntry({
      phase: 'human',
      startedAt: 1,
      lastAt: 2,
      endedAt: 3,
      messages: 4,
      asked: 5,
      offeredAt: 6,
      requestedAt: 7,
      notifiedAt: 8,
      takenAt: 9,
      givenUpAt: 11,
      takeoverMs: 10,
      contact: 'visitor@example.com',
      agent: 'Robin',
    });
    await writeIndex(facts);
    const row = await rowOf(facts.conversation);
    const named = Object.entries(facts).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      value,
    ]);
    expect(row).toEqual({ id: expect.any(Number), ...Object.fromEntries(named) });
  });

  it('replaces a row, its number kept, and the words it is found by', async () => {
    const { conversation } = await writeIndex({}, 'a question about kayaks');
    const before = await rowOf(conversation);
    await writeIndex(
      { conversation, lastAt: 1_070_000, messages: 4, endedAt: 1_070_000, phase: 'ended' },
      'a question about paddles',
    );
    expect(await rowOf(conversation)).toEqual({
      ...before,
      last_at: 1_070_000,
      messages: 4,
      ended_at: 1_070_000,
      phase: 'ended',
    });
    expect(await found('kayaks')).toEqual([]);
    expect(await found('paddles')).toEqual([conversation]);
  });

  it('is not set back by a write that comes late, neither the row nor the words', async () => {
    const { conversation } = await writeIndex({ lastAt: 5000, messages: 9 }, 'the newer lantern');
    const before = await rowOf(conversation);
    await writeIndex({ conversation, lastAt: 4999, messages: 8 }, 'the older candle');
    expect(await rowOf(conversation)).toEqual(before);
    expect(await found('candle')).toEqual([]);
    expect(await found('lantern')).toEqual([conversation]);
  });

  it('takes a second write of the same instant: the later to come is right', async () => {
    const { conversation } = await writeIndex({ lastAt: 5000, messages: 1 }, 'one carabiner');
    await writeIndex({ conversation, lastAt: 5000, messages: 2 }, 'two harnesses');
    expect(await rowOf(conversation)).toMatchObject({ messages: 2 });
    expect(await found('carabiner')).toEqual([]);
    expect(await found('harnesses')).toEqual([conversation]);
  });

  it('finds the end of a conversation too long to be stored whole', async () => {
    const { conversation } = await writeIndex({}, `${'é'.repeat(1_500_000)} marmalade`);
    expect(await found('marmalade')).toEqual([conversation]);
  });
});

describe('forgetting a conversation', () => {
  it('leaves nothing of it, and everything of the others', async () => {
    const gone = newId();
    const kept = newId();
    for (const conversation of [gone, kept]) {
      await writeIndex({ conversation }, 'snowshoes');
      await db.batch([
        db
          .prepare("INSERT INTO team_mail VALUES (?, 'call', 1, ?, 5, ?, ?, NULL)")
          .bind(conversation, 'demo', 'sent', 'team@acme.example'),
        db
          .prepare('INSERT INTO unanswered VALUES (?, 3, ?, ?, ?, 5)')
          .bind(conversation, 'demo', 'snowshoes', 'Snowshoes?'),
      ]);
    }
    const [indexed, searched] = [
      await count('conversation_index'),
      await count('conversation_search'),
    ];
    await db.batch(forgetStatements(db, gone));
    expect(await rowOf(gone)).toBeNull();
    expect(await found('snowshoes')).toEqual([kept]);
    expect(await count('conversation_index')).toBe(Number(indexed) - 1);
    expect(await count('conversation_search')).toBe(Number(searched) - 1);
    expect(await count('team_mail')).toBe(1);
    expect(await count('unanswered')).toBe(1);
  });
});
