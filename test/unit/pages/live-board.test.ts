import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, MonitorFrame } from '../../../src/protocol/monitor.ts';
import { EMPTY_BOARD, newWaits, settle, stepBoard } from '../../../widget/agent/live/board.ts';
import type { Board } from '../../../widget/agent/live/board.ts';
import { countsOf, filterOf, FILTERS, listed } from '../../../widget/agent/live/filter.ts';
import { card, wait } from './live-cards.ts';

const snapshot = (...cards: Card[]): MonitorFrame => ({ type: 'snapshot', protocol: 1, cards });
const changed = (next: Card): MonitorFrame => ({ type: 'card', card: next });
const gone = (conversation: string): MonitorFrame => ({ type: 'gone', conversation });

/** The board after frames that came while the list was free to move. */
function board(...frames: MonitorFrame[]): Board {
  return frames.reduce((all, frame) => stepBoard(all, frame, false), EMPTY_BOARD);
}

/** The board after frames that came while somebody was aiming at it. */
function held(before: Board, ...frames: MonitorFrame[]): Board {
  return frames.reduce((all, frame) => stepBoard(all, frame, true), before);
}

describe('the order of the list', () => {
  it('has whoever waits on top, the longest wait first, then the latest activity', () => {
    const { order } = board(
      snapshot(
        card('old', { lastAt: 10 }),
        wait('second', 200),
        card('new', { lastAt: 20, phase: 'human', agent: { name: 'Kim', away: false } }),
        wait('first', 100),
      ),
    );
    expect(order).toEqual(['first', 'second', 'new', 'old']);
  });

  it('is the same for the same cards, in whatever order they came', () => {
    const cards = [card('a'), card('b'), wait('c', 5), wait('d', 5), card('e', { lastAt: 9 })];
    const expected = board(snapshot(...cards)).order;
    fc.assert(
      fc.property(fc.shuffledSubarray(cards, { minLength: cards.length }), (shuffled) => {
        expect(board(snapshot(), ...shuffled.map(changed)).order).toEqual(expected);
      }),
    );
  });

  it('does not follow every message: what merely happened moves a card when the list settles', () => {
    const before = board(snapshot(card('a', { lastAt: 20 }), card('b', { lastAt: 10 })));
    const after = stepBoard(before, changed(card('b', { lastAt: 30 })), false);
    expect(after.order).toEqual(['a', 'b']);
    expect(settle(after).order).toEqual(['b', 'a']);
  });

  it('is left alone by settling where there is nothing to settle', () => {
    const before = board(snapshot(card('a'), wait('b', 1)));
    expect(settle(before)).toBe(before);
  });
});

describe('a list that somebody aims at', () => {
  const before = board(
    snapshot(wait('w', 50), card('a', { lastAt: 20 }), card('b', { lastAt: 10 })),
  );

  it('keeps every card where it is', () => {
    const after = held(
      before,
      changed(card('b', { lastAt: 30 })),
      changed(card('w', { lastAt: 31 })),
      changed(card('new', { lastAt: 32 })),
    );
    expect(after.order).toEqual(['w', 'a', 'b', 'new']);
    expect(settle(after).order).toEqual(['new', 'w', 'b', 'a']);
  });

  it('shows a new wait at the top all the same, below those who waited before', () => {
    expect(held(before, changed(wait('b', 60))).order).toEqual(['w', 'b', 'a']);
    expect(held(before, changed(wait('new', 60))).order).toEqual(['w', 'new', 'a', 'b']);
  });

  it('keeps a card that has left, as leaving, until it may move', () => {
    const after = held(before, gone('a'));
    expect(after.order).toEqual(['w', 'a', 'b']);
    expect(after.leaving.has('a')).toBe(true);
    expect(after.cards.has('a')).toBe(false);
    expect(settle(after)).toMatchObject({ order: ['w', 'b'], leaving: new Map() });
  });

  it('takes back a card that returns before it was gone', () => {
    const after = held(before, gone('a'), changed(card('a', { lastAt: 40 })));
    expect(after.leaving.size).toBe(0);
    expect(after.order).toEqual(['w', 'a', 'b']);
  });

  it('stays in place through a reconnect', () => {
    const after = held(
      before,
      snapshot(wait('fresh', 70), card('b', { lastAt: 99 }), wait('w', 50)),
    );
    expect(after.order).toEqual(['w', 'fresh', 'b']);
  });
});

describe('a snapshot', () => {
  it('replaces whatever was known', () => {
    const after = board(snapshot(card('a'), card('b')), snapshot(card('b')));
    expect([...after.cards.keys()]).toEqual(['b']);
    expect(after.order).toEqual(['b']);
  });
});

describe('a card that leaves', () => {
  it('is gone at once from a list nobody aims at, and leaving twice is leaving once', () => {
    const once = board(snapshot(card('a'), card('b')), gone('a'));
    expect(once.order).toEqual(['b']);
    expect(stepBoard(once, gone('a'), false)).toBe(once);
  });
});

describe('a new wait', () => {
  const before = board(snapshot(wait('old', 10), card('a')));

  it('is one that was not there before, or waits anew', () => {
    const after = stepBoard(before, changed(wait('a', 20)), false);
    expect(newWaits(before, after).map(({ conversation }) => conversation)).toEqual(['a']);
    const again = stepBoard(after, changed(wait('a', 30)), false);
    expect(newWaits(after, again)).toHaveLength(1);
  });

  it('is not one that only changed, nor any of the first snapshot', () => {
    const reminded = stepBoard(before, changed({ ...wait('old', 10), notified: 'sent' }), false);
    expect(newWaits(before, reminded)).toEqual([]);
    expect(newWaits(EMPTY_BOARD, before)).toEqual([]);
  });

  it('is told after a reconnect, too', () => {
    const after = stepBoard(before, snapshot(wait('old', 10), wait('missed', 15)), false);
    expect(newWaits(before, after).map(({ conversation }) => conversation)).toEqual(['missed']);
  });
});

describe('whatever happens', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd');
  const cards = fc.oneof(
    fc.record({ id: ids, at: fc.nat(50) }).map(({ id, at }) => card(id, { lastAt: at })),
    fc.record({ id: ids, at: fc.nat(50) }).map(({ id, at }) => wait(id, at)),
  );
  const frames: fc.Arbitrary<MonitorFrame> = fc.oneof(
    cards.map(changed),
    ids.map(gone),
    fc.uniqueArray(cards, { selector: (each) => each.conversation }).map((all) => snapshot(...all)),
  );

  it('the list shows every card once, and none that is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(frames, fc.boolean())), (steps) => {
        let now = EMPTY_BOARD;
        for (const [frame, isHeld] of steps) {
          now = stepBoard(now, frame, isHeld);
          const shown = [...now.cards.keys(), ...now.leaving.keys()];
          expect(now.order.toSorted()).toEqual(shown.toSorted());
        }
        expect(settle(now).order).toEqual(board(snapshot(...now.cards.values())).order);
      }),
    );
  });
});

describe('a filter', () => {
  const all = board(
    snapshot(
      card('ai'),
      wait('wait', 1),
      card('offer', { phase: 'offered' }),
      card('kim', { phase: 'human', agent: { name: 'Kim', away: false } }),
    ),
  );

  it('lets through its own phase, and counts it', () => {
    expect(listed(all, 'waiting')).toEqual(['wait']);
    expect(listed(all, 'offered')).toEqual(['offer']);
    expect(listed(all, 'assistant')).toEqual(['ai']);
    expect(listed(all, 'human')).toEqual(['kim']);
    expect(listed(all, 'all')).toHaveLength(4);
    expect(countsOf(all)).toEqual({ all: 4, waiting: 1, offered: 1, assistant: 1, human: 1 });
  });

  it('does not count what is leaving', () => {
    expect(countsOf(held(all, gone('wait'))).waiting).toBe(0);
    expect(listed(held(all, gone('wait')), 'waiting')).toEqual(['wait']);
  });

  it('is read from the address, and all where that names none', () => {
    for (const filter of FILTERS) expect(filterOf(`#${filter}`)).toBe(filter);
    expect(filterOf('')).toBe('all');
    expect(filterOf('#elsewhere')).toBe('all');
  });
});
