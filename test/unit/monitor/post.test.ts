import { beforeEach, describe, expect, it } from 'vitest';
import { DIGEST_SIZE, MAILS_PER_HOUR, Post } from '../../../src/monitor/post.ts';
import { migrate } from '../../../src/monitor/schema.ts';
import type { MailKey } from '../../../src/site/team-mails.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000_000;
const HOUR_MS = 3_600_000;
const SLICE_MS = HOUR_MS / MAILS_PER_HOUR;
const SENT = { accepted: true, to: 'team@acme.example' } as const;

const call = (number: number, conversation = 'c'): MailKey => ({
  conversation,
  kind: 'call',
  number,
});

let storage: DurableObjectStorage;
let post: Post;

beforeEach(() => {
  storage = sqlStorage();
  migrate(storage);
  post = new Post(storage.sql);
});

/** Mails as many as may leave within an hour. */
function spendAll(): void {
  for (let number = 1; number <= MAILS_PER_HOUR; number += 1)
    post.holds(call(number, 'other'), NOW);
}

describe('a website’s mail', () => {
  it('leaves one by one as long as there is little of it, and the next is held back', () => {
    for (let number = 1; number <= MAILS_PER_HOUR; number += 1) {
      expect(post.holds(call(number), NOW)).toBe(false);
    }
    expect(post.untold()).toEqual([]);
    expect(post.holds(call(MAILS_PER_HOUR + 1), NOW)).toBe(true);
    expect(post.untold()).toEqual([{ ...call(MAILS_PER_HOUR + 1), end: null }]);
  });

  it('may leave again as time goes by, and never more than an hour’s at once', () => {
    spendAll();
    expect(post.holds(call(1), NOW + SLICE_MS - 1_000)).toBe(true);
    expect(post.holds(call(2), NOW + SLICE_MS + 1_000)).toBe(false);
    expect(post.holds(call(3), NOW + SLICE_MS + 1_000)).toBe(true);
    const later = NOW + 100 * HOUR_MS;
    const left = Array.from({ length: 2 * MAILS_PER_HOUR }, (_, at) =>
      post.holds(call(at, 'later'), later),
    ).filter((isHeld) => !isHeld);
    expect(left).toHaveLength(MAILS_PER_HOUR);
  });

  it('is counted across sleep', () => {
    spendAll();
    expect(new Post(storage.sql).holds(call(1), NOW)).toBe(true);
  });
});

describe('a mail that was held back', () => {
  beforeEach(spendAll);

  it('is, however often and however late it is asked for', () => {
    expect(post.holds(call(1), NOW)).toBe(true);
    expect(post.holds(call(1), NOW + HOUR_MS)).toBe(true);
    expect(post.untold()).toHaveLength(1);
  });

  it('is that mail alone: not its reminder, not the next, not another conversation’s', () => {
    post.holds(call(1), NOW);
    const later = NOW + HOUR_MS;
    expect(post.holds({ ...call(1), kind: 'reminder' }, later)).toBe(false);
    expect(post.holds(call(2), later)).toBe(false);
    expect(post.holds(call(1, 'd'), later)).toBe(false);
  });

  it('has told nobody until its digest ends, and is owed a receipt from then on', () => {
    post.holds(call(1), NOW);
    post.holds(call(2), NOW);
    expect(post.unreceipted()).toEqual([]);
    post.end([call(1)], SENT);
    expect(post.untold()).toEqual([{ ...call(2), end: null }]);
    expect(post.unreceipted()).toEqual([{ ...call(1), end: SENT }]);
  });

  it('keeps how it failed', () => {
    post.holds(call(1), NOW);
    const end = { accepted: false, reason: 'mailbox full', to: 'team@acme.example' } as const;
    post.end([call(1)], end);
    expect(new Post(storage.sql).unreceipted()).toEqual([{ ...call(1), end }]);
  });

  it('is done with once its conversation has the receipt, and not before there is one', () => {
    post.holds(call(1), NOW);
    post.receipted(call(1));
    expect(post.untold()).toHaveLength(1);
    post.end([call(1)], SENT);
    post.receipted(call(1));
    expect([...post.untold(), ...post.unreceipted()]).toEqual([]);
  });

  it('that is asked for anew after its end is a mail like any other', () => {
    post.holds(call(1), NOW);
    post.end([call(1)], SENT);
    expect(post.holds(call(1), NOW)).toBe(true);
    expect(post.untold()).toHaveLength(1);
    expect(post.unreceipted()).toEqual([]);
    post.end([call(1)], SENT);
    expect(post.holds(call(1), NOW + HOUR_MS)).toBe(false);
  });

  it('is forgotten with its conversation, or with the website', () => {
    post.holds(call(1), NOW);
    post.holds(call(1, 'd'), NOW);
    post.forget('c');
    expect(post.untold()).toEqual([{ ...call(1, 'd'), end: null }]);
    post.clear();
    expect(post.untold()).toEqual([]);
  });

  it('may be one of more than fit into one mail: the others are left for the next', () => {
    for (let number = 0; number < DIGEST_SIZE + 5; number += 1) post.holds(call(number), NOW);
    expect(post.untold()).toHaveLength(DIGEST_SIZE);
    post.end(post.untold(), SENT);
    expect(post.untold()).toHaveLength(5);
    for (const held of post.unreceipted()) post.receipted(held);
    expect(post.unreceipted()).toEqual([]);
  });
});
