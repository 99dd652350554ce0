import { beforeEach, describe, expect, it } from 'vitest';
import {
  DIGEST_SIZE,
  MAILS_PER_CONVERSATION,
  MAILS_PER_HOUR,
  Post,
  REMINDERS_UP_TO,
} from '../../../src/monitor/post.ts';
import { migrate } from '../../../src/monitor/schema.ts';
import type { MailKey } from '../../../src/site/team-mails.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000_000;
const HOUR_MS = 3_600_000;
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
    post.holds(call(1, `other ${number}`), NOW);
}

describe('a website’s mail', () => {
  it('leaves one by one as long as there is little of it, and the next is held back', () => {
    for (let number = 1; number <= MAILS_PER_HOUR; number += 1) {
      expect(post.holds(call(1, `c${number}`), NOW)).toBe(false);
    }
    expect(post.untold()).toEqual([]);
    expect(post.holds(call(1), NOW)).toBe(true);
    expect(post.untold()).toMatchObject([{ ...call(1), end: null }]);
  });

  it('is never more than an hour’s in any hour', () => {
    const every = HOUR_MS / MAILS_PER_HOUR / 4;
    const left: number[] = [];
    for (let at = NOW; at < NOW + 3 * HOUR_MS; at += every)
      if (!post.holds(call(1, `c${at}`), at)) left.push(at);
    for (const at of left) {
      const hour = left.filter((other) => other >= at && other < at + HOUR_MS);
      expect(hour.length).toBeLessThanOrEqual(MAILS_PER_HOUR);
    }
    expect(left.length).toBe(3 * MAILS_PER_HOUR);
  });

  it('may leave again an hour after the one that it would have been too much with', () => {
    spendAll();
    expect(post.holds(call(1), NOW + HOUR_MS - 1)).toBe(true);
    expect(post.holds(call(2), NOW + HOUR_MS)).toBe(false);
  });

  it('is not counted again when it is tried again', () => {
    for (let tried = 1; tried <= 2 * MAILS_PER_HOUR; tried += 1) post.holds(call(1), NOW);
    for (let number = 2; number <= MAILS_PER_HOUR; number += 1) {
      expect(post.holds(call(1, `c${number}`), NOW)).toBe(false);
    }
    expect(post.holds(call(1, 'late'), NOW)).toBe(true);
  });

  it('that reminds leaves room for calls', () => {
    const reminder = (at: number): MailKey => ({ ...call(1, `c${at}`), kind: 'reminder' });
    for (let at = 1; at <= REMINDERS_UP_TO; at += 1) {
      expect(post.holds(reminder(at), NOW)).toBe(false);
    }
    expect(post.holds(reminder(0), NOW)).toBe(true);
    expect(post.holds(call(1), NOW)).toBe(false);
  });

  it('about one visitor, who calls and cancels and calls, is held back before others’ is', () => {
    for (let number = 1; number <= MAILS_PER_CONVERSATION; number += 1) {
      expect(post.holds(call(number), NOW)).toBe(false);
    }
    expect(post.holds(call(MAILS_PER_CONVERSATION + 1), NOW)).toBe(true);
    expect(post.holds(call(1, 'another'), NOW)).toBe(false);
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
    post.holds(call(1, 'd'), NOW);
    expect(post.unreceipted()).toEqual([]);
    post.end([call(1)], SENT);
    expect(post.untold()).toMatchObject([{ ...call(1, 'd'), end: null }]);
    expect(post.unreceipted()).toMatchObject([{ ...call(1), end: SENT }]);
  });

  it('gives way to a later one of its kind: who calls again waits once', () => {
    for (let number = 1; number <= DIGEST_SIZE; number += 1) post.holds(call(number), NOW);
    post.holds({ ...call(1), kind: 'contact' }, NOW);
    expect(post.untold()).toMatchObject([call(DIGEST_SIZE), { ...call(1), kind: 'contact' }]);
  });

  it('is told in the order in which they came', () => {
    const names = ['m', 'a', 'z', 'b'];
    for (const name of names) post.holds(call(1, name), NOW);
    expect(post.untold().map(({ conversation }) => conversation)).toEqual(names);
    const [first] = post.untold();
    expect(post.untold(first?.place).map(({ conversation }) => conversation)).toEqual(
      names.slice(1),
    );
  });

  it('keeps how it failed', () => {
    post.holds(call(1), NOW);
    const end = { accepted: false, reason: 'mailbox full', to: 'team@acme.example' } as const;
    post.end([call(1)], end);
    expect(new Post(storage.sql).unreceipted()).toMatchObject([{ ...call(1), end }]);
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
    expect(post.untold()).toMatchObject([{ ...call(1, 'd'), end: null }]);
    post.clear();
    expect(post.untold()).toEqual([]);
  });

  it('may be one of more than fit into one mail: the others are left for the next', () => {
    for (let number = 0; number < DIGEST_SIZE + 5; number += 1)
      post.holds(call(1, `c${number}`), NOW);
    expect(post.untold()).toHaveLength(DIGEST_SIZE);
    post.end(post.untold(), SENT);
    expect(post.untold()).toHaveLength(5);
    for (const held of post.unreceipted()) post.receipted(held);
    expect(post.unreceipted()).toEqual([]);
  });
});
