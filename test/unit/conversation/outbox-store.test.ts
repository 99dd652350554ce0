import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/conversation/outbox.ts';
import { OutboxStore } from '../../../src/conversation/outbox-store.ts';
import { migrate } from '../../../src/conversation/schema.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000;
const call = (escalation: number): Job => ({ kind: 'takeover_mail', escalation });

let outbox: OutboxStore;
let settled: string[];

beforeEach(() => {
  const storage = sqlStorage();
  migrate(storage);
  settled = [];
  outbox = new OutboxStore(storage.sql, (job, { accepted }) =>
    settled.push(`${job.kind} ${accepted}`),
  );
});

describe('a job', () => {
  it('is due at once, oldest first, until it is settled', () => {
    outbox.add(call(1), NOW);
    outbox.add(call(2), NOW);
    const due = outbox.due('takeover_mail', NOW);
    expect(due.map(({ job }) => job)).toEqual([call(1), call(2)]);
    for (const pending of due) outbox.settle(pending, pending.attempts, { accepted: true });
    expect(outbox.due('takeover_mail', NOW)).toEqual([]);
    expect(settled).toEqual(['takeover_mail true', 'takeover_mail true']);
  });

  it('that nobody cares about any more ends in silence', () => {
    outbox.add(call(1), NOW);
    for (const pending of outbox.due('takeover_mail', NOW)) outbox.settle(pending, 0, null);
    expect(outbox.nextDue(new Set(), NOW)).toBeNull();
    expect(settled).toEqual([]);
  });

  it('asked for anew during an attempt stays, and begins anew', () => {
    outbox.add(call(1), NOW);
    const [pending] = outbox.due('takeover_mail', NOW);
    if (!pending) throw new Error('Nothing is due.');
    outbox.postpone(pending.id, 1, NOW + 9_000);
    outbox.add(call(1), NOW);
    outbox.settle(pending, 1, { accepted: false, reason: 'down' });
    expect(outbox.due('takeover_mail', NOW)).toMatchObject([{ job: call(1), attempts: 0 }]);
  });

  it('is one for each call, reminder, address and kind of trouble, and the newer one counts', () => {
    const trouble = (detail: string): Job => ({
      kind: 'trouble',
      at: NOW,
      reason: 'busy',
      model: 'large',
      detail,
    });
    const notice = (kind: 'call' | 'contact', status: 'sent' | 'failed'): Job => ({
      kind: 'notice',
      mail: { kind, number: 1 },
      at: NOW,
      status,
      address: 'team@acme.example',
    });
    const jobs: Job[] = [
      call(1),
      call(2),
      { kind: 'reminder_mail', escalation: 1 },
      { kind: 'contact_mail', contact: 1 },
      { kind: 'contact_mail', contact: 2 },
      { kind: 'milestone' },
      trouble('new'),
      notice('call', 'sent'),
      notice('contact', 'sent'),
    ];
    outbox.add(trouble('old'), NOW);
    outbox.add(notice('call', 'failed'), NOW);
    for (const job of [...jobs, ...jobs]) outbox.add(job, NOW);
    const kinds = [...new Set(jobs.map(({ kind }) => kind))];
    const kept = kinds.flatMap((kind) => outbox.due(kind, NOW).map(({ job }) => job));
    expect(kept).toHaveLength(jobs.length);
    expect(kept).toEqual(expect.arrayContaining(jobs));
  });
});

describe('the next job', () => {
  it('is the earliest, of whatever kind', () => {
    outbox.add({ kind: 'milestone' }, NOW + 50);
    outbox.add(call(1), NOW + 20);
    expect(outbox.nextDue(new Set(), NOW)).toBe(NOW + 20);
  });

  it('of a kind that is under way is not rushed, and not forgotten', () => {
    outbox.add(call(1), NOW);
    const at = outbox.nextDue(new Set(['takeover_mail']), NOW);
    expect(at).toBeGreaterThan(NOW);
    outbox.add({ kind: 'milestone' }, NOW + 1);
    expect(outbox.nextDue(new Set(['takeover_mail']), NOW)).toBe(NOW + 1);
  });
});

it('keeps the news of a mail that an older version had yet to tell', () => {
  const storage = sqlStorage();
  const { sql } = storage;
  sql.exec(`CREATE TABLE migration (version INTEGER PRIMARY KEY);
    INSERT INTO migration VALUES (1), (2), (3);
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY, job TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL,
      kind TEXT NOT NULL, key TEXT);
    CREATE UNIQUE INDEX outbox_key ON outbox (key);`);
  const facts = { at: NOW, status: 'failed', address: 'team@acme.example', reason: 'full' };
  const old = JSON.stringify({ kind: 'notification', escalation: 7, ...facts });
  sql.exec(
    'INSERT INTO outbox (job, attempts, due, kind, key) VALUES (?, 2, ?, ?, ?)',
    old,
    NOW,
    'notification',
    'notification:7',
  );
  migrate(storage);
  const store = new OutboxStore(sql, () => undefined);
  expect(store.due('notice', NOW)).toEqual([
    {
      id: 1,
      attempts: 2,
      job: { kind: 'notice', mail: { kind: 'call', number: 7 }, ...facts },
    },
  ]);
});
