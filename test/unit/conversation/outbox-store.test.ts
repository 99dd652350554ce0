import { beforeEach, describe, expect, it } from 'vitest';
import type { Job, Lane } from '../../../src/conversation/outbox.ts';
import { OutboxStore } from '../../../src/conversation/outbox-store.ts';
import { migrate } from '../../../src/conversation/schema.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000;
const call = (escalation: number): Job => ({ kind: 'takeover_mail', escalation });
const lane = (kind: Job['kind'], hook: string | null = null): Lane => ({ kind, hook });
const CALLS = lane('takeover_mail');
const nobody = () => false;

let outbox: OutboxStore;
let settled: string[];

beforeEach(() => {
  const storage = sqlStorage();
  migrate(storage);
  settled = [];
  outbox = new OutboxStore(storage.sql, (job, { accepted }, settle) => {
    settle();
    settled.push(`${job.kind} ${accepted}`);
  });
});

describe('a job', () => {
  it('is due at once, oldest first, until it is settled', () => {
    outbox.add(call(1), NOW);
    outbox.add(call(2), NOW);
    const due = outbox.due(CALLS, NOW);
    expect(due.map(({ job }) => job)).toEqual([call(1), call(2)]);
    for (const pending of due) outbox.settle(pending, pending.attempts, { accepted: true });
    expect(outbox.due(CALLS, NOW)).toEqual([]);
    expect(settled).toEqual(['takeover_mail true', 'takeover_mail true']);
  });

  it('that nobody cares about any more ends in silence', () => {
    outbox.add(call(1), NOW);
    for (const pending of outbox.due(CALLS, NOW)) outbox.settle(pending, 0, null);
    expect(outbox.nextDue(nobody, NOW)).toBeNull();
    expect(settled).toEqual([]);
  });

  it('asked for anew during an attempt stays, and begins anew', () => {
    outbox.add(call(1), NOW);
    const [pending] = outbox.due(CALLS, NOW);
    if (!pending) throw new Error('Nothing is due.');
    outbox.postpone(pending.id, 1, NOW + 9_000);
    outbox.add(call(1), NOW);
    outbox.settle(pending, 1, { accepted: false, reason: 'down' });
    expect(outbox.due(CALLS, NOW)).toMatchObject([{ job: call(1), attempts: 0 }]);
  });

  it('stays as it is if its end cannot be written', () => {
    const storage = sqlStorage();
    migrate(storage);
    const full = new OutboxStore(storage.sql, () => {
      throw new Error('full');
    });
    full.add(call(1), NOW);
    for (const pending of full.due(CALLS, NOW))
      expect(() => full.settle(pending, 0, { accepted: true })).toThrow('full');
    expect(full.due(CALLS, NOW)).toHaveLength(1);
  });

  it('gives way to what is left of it, unless it was asked for anew', () => {
    const rest: Job = {
      kind: 'takeover_mail',
      escalation: 1,
      rest: { left: ['b@acme.example'], of: 'a@acme.example, b@acme.example', refused: '' },
    };
    outbox.add(call(1), NOW);
    outbox.add(call(2), NOW);
    const [one, two] = outbox.due(CALLS, NOW);
    if (!one || !two) throw new Error('Nothing is due.');
    outbox.postpone(one.id, 1, NOW + 1_000);
    outbox.settle(one, 1, { accepted: true }, rest);
    outbox.postpone(two.id, 1, NOW + 1_000);
    outbox.add(call(2), NOW);
    outbox.settle(two, 1, { accepted: true }, rest);
    expect(outbox.due(CALLS, NOW)).toMatchObject([{ job: call(2), attempts: 0 }]);
    expect(outbox.due(CALLS, NOW + 1_000)).toMatchObject([
      { job: call(2), attempts: 0 },
      { job: rest, attempts: 1 },
    ]);
    // Asked for anew it is for everybody again.
    outbox.add(call(1), NOW);
    expect(outbox.due(CALLS, NOW).map(({ job }) => job)).toEqual([call(1), call(2)]);
  });

  it('that was never tried comes before those that were', () => {
    for (const escalation of [1, 2, 3]) outbox.add(call(escalation), NOW);
    const [first] = outbox.due(CALLS, NOW);
    outbox.postpone(first?.id ?? 0, 1, NOW);
    expect(outbox.due(CALLS, NOW).map(({ job }) => job)).toEqual([call(2), call(3), call(1)]);
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
    const kept = kinds.flatMap((kind) => outbox.due(lane(kind), NOW).map(({ job }) => job));
    expect(kept).toHaveLength(jobs.length);
    expect(kept).toEqual(expect.arrayContaining(jobs));
  });
});

describe('a lane', () => {
  const told = (hook: string, seq: number): Job => ({ kind: 'webhook', hook, seq, id: `${seq}` });

  it('is every kind, and every webhook', () => {
    const jobs = [told('a', 1), call(1), told('b', 1), told('a', 2), call(2)];
    for (const job of jobs) outbox.add(job, NOW);
    outbox.add({ kind: 'milestone' }, NOW + 1);
    const lanes = outbox.lanes(NOW);
    expect(lanes).toEqual([lane('webhook', 'a'), CALLS, lane('webhook', 'b')]);
    expect(lanes.map((one) => outbox.due(one, NOW).map(({ job }) => job))).toEqual([
      [told('a', 1), told('a', 2)],
      [call(1), call(2)],
      [told('b', 1)],
    ]);
  });

  it('that is under way rushes nobody, and keeps no other waiting', () => {
    outbox.add(told('a', 1), NOW);
    outbox.add(told('b', 1), NOW + 20);
    expect(outbox.nextDue(({ hook }) => hook === 'a', NOW)).toBe(NOW + 20);
    const at = outbox.nextDue(({ kind }) => kind === 'webhook', NOW) ?? 0;
    expect(at).toBeGreaterThan(NOW + 1_000);
  });
});

describe('the next job', () => {
  it('is the earliest, of whatever kind', () => {
    outbox.add({ kind: 'milestone' }, NOW + 50);
    outbox.add(call(1), NOW + 20);
    expect(outbox.nextDue(nobody, NOW)).toBe(NOW + 20);
  });

  it('of a kind that is under way is not rushed, and not forgotten', () => {
    outbox.add(call(1), NOW);
    const isCalling = ({ kind }: Lane) => kind === 'takeover_mail';
    const at = outbox.nextDue(isCalling, NOW);
    expect(at).toBeGreaterThan(NOW);
    outbox.add({ kind: 'milestone' }, NOW + 1);
    expect(outbox.nextDue(isCalling, NOW)).toBe(NOW + 1);
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
  expect(store.due(lane('notice'), NOW)).toEqual([
    {
      id: 1,
      attempts: 2,
      job: { kind: 'notice', mail: { kind: 'call', number: 7 }, ...facts },
    },
  ]);
});
