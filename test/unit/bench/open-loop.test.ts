import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dues, play } from '../../../scripts/bench/driver/open-loop.ts';

describe('when messages are due', () => {
  it('is fixed beforehand, evenly', () => {
    expect(dues({ count: 4, perSecond: 200 })).toEqual([0, 5, 10, 15]);
    expect(dues({ count: 0, perSecond: 200 })).toEqual([]);
  });
});

describe('load that does not wait', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => vi.restoreAllMocks());

  it('sends what is overdue at once, and counts from when it was due', async () => {
    const dueAts: number[] = [];
    // Whoever sends is held up: nobody else’s due time moves.
    const { late } = await play({ count: 3, perSecond: 1_000 }, (_, dueAt) => {
      dueAts.push(dueAt);
      now += 50;
      return Promise.resolve(0);
    });
    expect(dueAts).toEqual([1_000, 1_001, 1_002]);
    expect(late).toEqual([0, 49, 98]);
  });

  it('answers with what became of each, in their order', async () => {
    const answers = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
    const played = play({ count: 2, perSecond: 1_000_000 }, (number) => {
      now += 1;
      return answers[number]?.promise ?? Promise.reject(new Error('one too many'));
    });
    answers[1]?.resolve(7);
    answers[0]?.resolve(9);
    expect((await played).took).toEqual([9, 7]);
  });
});
