import { describe, expect, it } from 'vitest';
import { Acquaintance } from '../../../src/conversation/acquaintance.ts';
import { begin } from '../../../src/conversation/escalation-state.ts';
import { aboutTold, addressOf, type ConversationRecord } from '../../../src/conversation/record.ts';
import type { Identity } from '../../../src/protocol/frames.ts';
import { MAX_ATTRIBUTES } from '../../../src/protocol/limits.ts';
import { SETTINGS } from '../assistant/settings.ts';

const FIRST: ConversationRecord = {
  origin: 'https://baton.example',
  settings: SETTINGS,
  about: { page: { url: '/a', title: 'A', referrer: 'https://search.example/' } },
  state: begin(true, 1),
};

function setUp() {
  let record: ConversationRecord | undefined = FIRST;
  const kept: ConversationRecord[] = [];
  const told: ConversationRecord[] = [];
  const rests: (() => void)[] = [];
  const looks: ((identity: Identity) => void)[] = [];
  const works: Promise<void>[] = [];
  const acquaintance = new Acquaintance({
    record: () => record,
    note: (next) => {
      record = next;
    },
    keep: (next) => void kept.push(next),
    tell: (next) => void told.push(next),
    identified: () => new Promise((resolve) => looks.push(resolve)),
    pause: () => new Promise((resolve) => rests.push(resolve)),
    waitUntil: (work) => void works.push(work),
  });
  return {
    kept,
    told,
    looks,
    go: (url: string) => acquaintance.moved({ type: 'page', page: { url } }),
    introduce: (visitor: unknown) => acquaintance.introduced({ type: 'identify', visitor }),
    page: () => record?.about.page,
    identity: () => record?.about.identity,
    /** The pause between two writes is over. */
    async rest() {
      rests.shift()?.();
      await new Promise(setImmediate);
    },
    erase() {
      record = undefined;
    },
  };
}

describe('a page that changes', () => {
  it('is known to the team at once, and in the row at most once per pause', async () => {
    const { go, kept, told, rest, page } = setUp();
    for (const url of ['/b', '/c', '/d']) go(url);
    expect(told.map(({ about }) => about.page?.url)).toEqual(['/b', '/c', '/d']);
    expect(kept.map(({ about }) => about.page?.url)).toEqual(['/b']);
    await rest();
    expect(kept.map(({ about }) => about.page?.url)).toEqual(['/b', '/d']);
    await rest();
    expect(kept).toHaveLength(2);
    expect(page()).toMatchObject({ title: 'A', referrer: 'https://search.example/' });
  });

  it('costs nothing while it is the same', async () => {
    const { go, kept, told } = setUp();
    go('/a');
    expect([kept, told]).toEqual([[], []]);
  });

  it('leaves nothing of a conversation that was erased meanwhile', async () => {
    const { go, kept, rest, erase } = setUp();
    go('/b');
    go('/c');
    erase();
    await rest();
    go('/d');
    expect(kept).toHaveLength(1);
  });
});

describe('an introduction', () => {
  it('counts if it is the latest, whichever is looked through first', async () => {
    const { introduce, looks, identity } = setUp();
    introduce({ id: '1' });
    introduce({ id: '2' });
    looks[1]?.({ id: '2' });
    await new Promise(setImmediate);
    looks[0]?.({ id: '1', verified: 'id' });
    await new Promise(setImmediate);
    expect(identity()).toEqual({ id: '2' });
  });

  it('of nobody takes back the one before', async () => {
    const { introduce, looks, identity } = setUp();
    introduce({ id: '1' });
    looks[0]?.({ id: '1' });
    await new Promise(setImmediate);
    introduce({});
    looks[1]?.({});
    await new Promise(setImmediate);
    expect(identity()).toBeUndefined();
  });
});

describe('attributes', () => {
  it('add up, and null takes one away', () => {
    const one = aboutTold({}, { plan: 'pro', seats: 3 });
    expect(aboutTold(one, { seats: null, isTrial: false })).toEqual({
      attributes: { plan: 'pro', isTrial: false },
    });
    expect(aboutTold(one, { seats: null, plan: null })).toEqual({});
  });

  it('are so many and no more', () => {
    const many = Object.fromEntries(
      Array.from({ length: MAX_ATTRIBUTES }, (_, at) => [`a${at}`, at]),
    );
    const about = aboutTold(aboutTold({}, many), { more: 1 });
    expect(about.attributes).toEqual(many);
  });
});

it('the address to write to is the one that was left, or one that the website vouches for', () => {
  const identity = { email: 'ada@example.com' };
  expect(addressOf({ identity })).toBeUndefined();
  expect(addressOf({ identity: { ...identity, id: '7', verified: 'id' } })).toBeUndefined();
  const vouched = { ...identity, verified: 'email' } as const;
  expect(addressOf({ identity: vouched })).toBe('ada@example.com');
  expect(addressOf({ identity: vouched, contact: 'left@example.com' })).toBe('left@example.com');
});
