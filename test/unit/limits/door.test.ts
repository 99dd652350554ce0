import { describe, expect, it } from 'vitest';
import {
  type Door,
  FORGIVE_ONE_MS,
  forgottenAt,
  knock,
  leave,
  openNow,
  shut,
  UNKNOWN,
} from '../../../src/limits/door.ts';

const MINUTE_MS = 60_000;
const NOW = 1_795_395_085_000;
const GENEROUS = { perMinute: 1_000, atOnce: 1_000 };
const NEW = { isNew: true, ...GENEROUS };
const KNOWN = { isNew: false, ...GENEROUS };

/** The door after so many sockets, each let in. */
function after(count: number, door: Door = UNKNOWN, now = NOW): Door {
  let last = door;
  for (let at = 0; at < count; at++) {
    const answered = knock(last, NEW, now);
    expect(answered.retryAfterMs).toBe(0);
    last = answered.door;
  }
  return last;
}

describe('a network’s door', () => {
  it('opens so often a minute, and says when it will again', () => {
    const door = after(3);
    const more = (now: number) => knock(door, { ...NEW, perMinute: 3 }, now).retryAfterMs;
    expect(more(NOW + 1_000)).toBe(MINUTE_MS - 1_000);
    expect(more(NOW + MINUTE_MS - 1)).toBe(1);
    expect(more(NOW + MINUTE_MS)).toBe(0);
  });

  it('counts those who were let in unasked before, once a window', () => {
    const asked = { ...NEW, perMinute: 5, unasked: 3 };
    const first = knock(UNKNOWN, asked, NOW);
    const second = knock(first.door, asked, NOW);
    expect([first.retryAfterMs, second.retryAfterMs]).toEqual([0, 0]);
    expect(knock(second.door, asked, NOW).retryAfterMs).toBe(MINUTE_MS);
  });

  it('counts those who come back apart from those who are new', () => {
    const door = after(3);
    expect(knock(door, { ...KNOWN, perMinute: 1 }, NOW).retryAfterMs).toBe(0);
    expect(knock(door, { ...NEW, perMinute: 3 }, NOW).retryAfterMs).toBeGreaterThan(0);
  });

  it('lets so many be open at once, of either kind', () => {
    const door = after(4);
    for (const who of [NEW, KNOWN]) {
      expect(knock(door, { ...who, atOnce: 5 }, NOW).retryAfterMs).toBe(0);
      expect(knock(door, { ...who, atOnce: 4 }, NOW).retryAfterMs).toBe(FORGIVE_ONE_MS);
    }
  });

  it('lets one more in for each that has left', () => {
    const limit = { ...NEW, atOnce: 4 };
    const full = after(4);
    expect(knock(full, limit, NOW).retryAfterMs).toBeGreaterThan(0);
    const left = knock(leave(full, NOW), limit, NOW);
    expect(left.retryAfterMs).toBe(0);
    expect(knock(left.door, limit, NOW).retryAfterMs).toBeGreaterThan(0);
  });

  it('counts nobody who was refused', () => {
    let door = after(4);
    for (let at = 0; at < 50; at++) door = knock(door, { ...NEW, atOnce: 4 }, NOW).door;
    expect(knock(leave(door, NOW), { ...NEW, atOnce: 4 }, NOW).retryAfterMs).toBe(0);
  });

  it('forgives closings that nobody told of, one after another, and not a moment too early', () => {
    const limit = { ...NEW, atOnce: 4 };
    const full = after(4);
    expect(knock(full, limit, NOW + FORGIVE_ONE_MS - 1).retryAfterMs).toBe(1);
    const one = knock(full, limit, NOW + FORGIVE_ONE_MS);
    expect(one.retryAfterMs).toBe(0);
    expect(knock(one.door, limit, NOW + FORGIVE_ONE_MS).retryAfterMs).toBe(FORGIVE_ONE_MS);
    const later = NOW + 4 * FORGIVE_ONE_MS;
    expect(openNow(after(4, full, later), later)).toBe(4);
  });

  it('has nobody leave who is not there', () => {
    const door = leave(leave(after(1), NOW), NOW);
    expect(openNow(door, NOW)).toBe(0);
    expect(openNow(leave(UNKNOWN, NOW), NOW)).toBe(0);
  });

  it('does not mind a clock that is behind', () => {
    const door = leave(after(4), NOW - MINUTE_MS);
    expect(openNow(door, NOW)).toBe(3);
    expect(knock(door, { ...NEW, atOnce: 3 }, NOW).retryAfterMs).toBe(FORGIVE_ONE_MS);
  });

  it('that is shut opens to nobody until the time is over', () => {
    const door = shut(after(1), MINUTE_MS, NOW);
    for (const who of [NEW, KNOWN]) {
      expect(knock(door, who, NOW + MINUTE_MS - 1).retryAfterMs).toBe(1);
      expect(knock(door, who, NOW + MINUTE_MS).retryAfterMs).toBe(0);
    }
  });

  it('is forgotten when nothing of it matters any more', () => {
    const door = after(4);
    const at = forgottenAt(door);
    expect(at).toBe(NOW + 4 * FORGIVE_ONE_MS);
    expect(openNow(door, at)).toBe(0);
    expect(openNow(door, at - 1)).toBe(1);
    expect(forgottenAt(leave(after(1), NOW))).toBe(NOW + MINUTE_MS);
  });
});
