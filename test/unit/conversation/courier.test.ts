import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Courier } from '../../../src/conversation/courier.ts';
import { begin } from '../../../src/conversation/escalation-state.ts';
import type { Job, Lane } from '../../../src/conversation/outbox.ts';
import { OutboxStore } from '../../../src/conversation/outbox-store.ts';
import type { ConversationRecord } from '../../../src/conversation/record.ts';
import { migrate } from '../../../src/conversation/schema.ts';
import { MAX_WEBHOOKS } from '../../../src/site/webhooks.ts';
import { SETTINGS } from '../assistant/settings.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

const NOW = 1_000_000;

const told = (hook: string, seq = 1): Job => ({ kind: 'webhook', hook, seq, id: `${hook}-${seq}` });
const laneOf = (hook: string): Lane => ({ kind: 'webhook', hook });
const MILESTONES: Lane = { kind: 'milestone', hook: null };

/** A conversation's courier, whose webhooks hang until they are let go. */
function courier() {
  const storage = sqlStorage();
  migrate(storage);
  const outbox = new OutboxStore(storage.sql, (_, __, settle) => settle());
  const hanging = new Map<string, () => void>();
  const first = (hook: string) =>
    new Promise<null>((resolve) => {
      hanging.set(hook, () => resolve(null));
    });
  const DB = {
    prepare: () => ({ bind: (_: string, hook: string) => ({ first: () => first(hook) }) }),
  };
  const record: ConversationRecord = {
    origin: 'https://baton.example',
    settings: SETTINGS,
    about: {},
    state: begin(true, NOW),
  };
  let rested = 0;
  const made = new Courier(Object.assign(Object.create(null), { DB }), outbox, {
    conversation: 'c0ffee',
    record: () => record,
    messages: () => [],
    entry: (seq) => ({ kind: 'event', event: 'conversation.started', seq, at: NOW }),
    summary: () => Promise.resolve(''),
    isHeld: () => Promise.resolve(false),
    makeKnown: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    written: async (write) => void (await write),
    rested: () => {
      rested += 1;
    },
  });
  return { courier: made, outbox, hanging, storage, timesRested: () => rested };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.spyOn(console, 'log').mockReturnValue();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('webhooks that hang', () => {
  const hooks = Array.from({ length: MAX_WEBHOOKS + 2 }, (_, at) => `h${at}`);

  it('are as many at a time as a website can have; one that comes later is not lost', async () => {
    const { courier: one, outbox, hanging } = courier();
    for (const hook of hooks) outbox.add(told(hook), NOW);
    const round = one.run();
    await vi.waitFor(() => expect([...hanging.keys()]).toEqual(hooks.slice(0, MAX_WEBHOOKS)));
    // Nobody is woken again and again for those that cannot be begun.
    expect(outbox.nextDue((lane) => one.isBusy(lane), NOW)).toBeGreaterThan(NOW + 1_000);
    hanging.get('h0')?.();
    await vi.waitFor(() => expect(one.isBusy(laneOf('h5'))).toBe(false));
    expect(outbox.nextDue((lane) => one.isBusy(lane), NOW)).toBe(NOW);
    const next = one.run();
    await vi.waitFor(() => expect(hanging.has('h5')).toBe(true));
    expect(hanging.has('h6')).toBe(false);
    for (const letGo of hanging.values()) letGo();
    await Promise.all([round, next]);
    const last = one.run();
    await vi.waitFor(() => expect(hanging.has('h6')).toBe(true));
    hanging.get('h6')?.();
    await last;
    expect(outbox.nextDue(() => false, NOW)).toBeNull();
  });

  it('keep nothing else waiting, and what is next is seen to without them', async () => {
    const { courier: one, outbox, hanging, timesRested } = courier();
    outbox.add(told('h0'), NOW);
    outbox.add(told('h0', 2), NOW);
    const round = one.run();
    await vi.waitFor(() => expect(hanging.size).toBe(1));
    outbox.add({ kind: 'milestone' }, NOW);
    outbox.add(told('h1'), NOW);
    expect(outbox.nextDue((lane) => one.isBusy(lane), NOW)).toBe(NOW);
    void one.run();
    await vi.waitFor(() => expect(timesRested()).toBe(1));
    await vi.waitFor(() => expect([...hanging.keys()]).toEqual(['h0', 'h1']));
    expect(outbox.due(MILESTONES, NOW)).toEqual([]);
    expect(one.isBusy(laneOf('h0'))).toBe(true);
    hanging.get('h1')?.();
    hanging.get('h0')?.();
    await vi.waitFor(() => expect(outbox.due(laneOf('h0'), NOW)).toEqual([]));
    hanging.get('h0')?.();
    await round;
    expect(one.isBusy(laneOf('h0'))).toBe(false);
  });
});

it('leaves a lane alone for a while whose rows cannot be written', async () => {
  const { courier: one, outbox, storage, timesRested } = courier();
  outbox.add({ kind: 'milestone' }, NOW);
  storage.sql.exec(
    "CREATE TRIGGER stop BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'no room'); END;",
  );
  await one.run();
  expect(timesRested()).toBe(1);
  expect(one.isBusy(MILESTONES)).toBe(true);
  expect(outbox.nextDue((lane) => one.isBusy(lane), NOW)).toBeGreaterThan(NOW + 1_000);
  storage.sql.exec('DROP TRIGGER stop;');
  await one.run();
  expect(outbox.due(MILESTONES, NOW)).toHaveLength(1);
  vi.setSystemTime(NOW + 5_000);
  await one.run();
  expect(outbox.nextDue(() => false, NOW)).toBeNull();
});
