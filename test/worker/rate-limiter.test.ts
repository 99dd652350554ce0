import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { allow } from '../../src/limits/rate-limiter.ts';

const MINUTE_MS = 60_000;
const NOW = Date.now();

const use = (key: string, now = NOW) =>
  allow(env.RATE_LIMITER, { key, perWindow: 2, windowMs: MINUTE_MS }, now);

it('allows as many as the limit, refuses one more, and says when to come back', async () => {
  expect(await use('a')).toEqual({ ok: true });
  expect(await use('a')).toEqual({ ok: true });
  expect(await use('a', NOW + 1_000)).toEqual({ ok: false, retryAfterMs: MINUTE_MS - 1_000 });
});

it('begins anew with the next window, and not before', async () => {
  for (let at = 0; at < 3; at++) await use('b');
  expect(await use('b', NOW + MINUTE_MS - 1)).toMatchObject({ ok: false });
  expect(await use('b', NOW + MINUTE_MS)).toEqual({ ok: true });
});

it('counts callers apart', async () => {
  for (let at = 0; at < 3; at++) await use('c');
  expect(await use('d')).toEqual({ ok: true });
});

it('remembers across an eviction', async () => {
  for (let at = 0; at < 2; at++) await use('e');
  await evictDurableObject(env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName('e')));
  expect(await use('e')).toMatchObject({ ok: false });
});

it('forgets a caller who stays away, also when it has to be woken for that', async () => {
  await use('f');
  const stub = env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName('f'));
  await evictDurableObject(stub);
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  await runInDurableObject(stub, async (_, state) => {
    expect((await state.storage.list()).size).toBe(0);
  });
});
