import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHeartbeat, DEAD_AFTER_MS, PING_EVERY_MS } from '../../../widget/shared/heartbeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTime(ms);

function start() {
  const ping = vi.fn<() => void>();
  const onDead = vi.fn<() => void>();
  const heartbeat = createHeartbeat(ping, onDead);
  return { ping, onDead, heartbeat };
}

it('asks every 25 seconds, although it hears something all the time', () => {
  const { ping, onDead, heartbeat } = start();
  for (let heardMs = 0; heardMs < 4 * PING_EVERY_MS; heardMs += 1_000) {
    heartbeat.heard();
    pass(1_000);
  }
  expect(ping).toHaveBeenCalledTimes(4);
  expect(onDead).not.toHaveBeenCalled();
});

it('asks nobody before the first sign of life', () => {
  const { ping, heartbeat } = start();
  heartbeat.expect();
  pass(DEAD_AFTER_MS - 1);
  expect(ping).not.toHaveBeenCalled();
});

it('gives up whoever was asked and shows no sign of life in time', () => {
  const { onDead, heartbeat } = start();
  heartbeat.heard();
  pass(PING_EVERY_MS + DEAD_AFTER_MS - 1);
  expect(onDead).not.toHaveBeenCalled();
  pass(1);
  expect(onDead).toHaveBeenCalledOnce();
});

it('takes anything for a sign of life', () => {
  const { onDead, heartbeat } = start();
  heartbeat.heard();
  pass(PING_EVERY_MS);
  heartbeat.heard();
  pass(DEAD_AFTER_MS);
  expect(onDead).not.toHaveBeenCalled();
});

it('asked out of turn, asks again 25 seconds later', () => {
  const { ping, heartbeat } = start();
  heartbeat.heard();
  pass(PING_EVERY_MS - 1);
  heartbeat.ask();
  heartbeat.heard();
  pass(PING_EVERY_MS - 1);
  expect(ping).toHaveBeenCalledTimes(1);
  pass(1);
  expect(ping).toHaveBeenCalledTimes(2);
});

it('stops for good, and may be started again', () => {
  const { ping, onDead, heartbeat } = start();
  heartbeat.ask();
  heartbeat.stop();
  expect(vi.getTimerCount()).toBe(0);
  heartbeat.heard();
  pass(PING_EVERY_MS);
  expect(ping).toHaveBeenCalledTimes(2);
  expect(onDead).not.toHaveBeenCalled();
});
