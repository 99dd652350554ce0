/**
 * A website's open conversations as the list shows them: what the monitor's frames add up to, and in
 * which order. Pure. The order is part of it because it must hold still under somebody's pointer.
 */
import { assertNever } from '../../../src/protocol/assert-never.ts';
import type { Card, MonitorFrame } from '../../../src/protocol/monitor.ts';

export interface Board {
  readonly cards: ReadonlyMap<string, Card>;
  /** Conversations from top to bottom, those that are leaving included. */
  readonly order: readonly string[];
  /** Left while the list was held still: shown, faintly, until it may move again. */
  readonly leaving: ReadonlyMap<string, Card>;
  /** Whether the monitor has told what there is. */
  readonly isLoaded: boolean;
}

export const EMPTY_BOARD: Board = {
  cards: new Map(),
  order: [],
  leaving: new Map(),
  isLoaded: false,
};

/**
 * The board after a frame.
 *
 * @param isHeld whether the order must hold still. A new wait goes to the top all the same.
 */
export function stepBoard(board: Board, frame: MonitorFrame, isHeld: boolean): Board {
  switch (frame.type) {
    case 'snapshot': {
      const cards = new Map(frame.cards.map((card) => [card.conversation, card]));
      const order = isHeld ? kept(board.order, cards) : sorted(cards);
      return { cards, order, leaving: new Map(), isLoaded: true };
    }
    case 'card':
      return withCard(board, frame.card, isHeld);
    case 'gone':
      return without(board, frame.conversation, isHeld);
    case 'refused':
      return board;
    default:
      return assertNever(frame);
  }
}

/** The board once its list may move: in order, and without what has left. The same one if all is well. */
export function settle(board: Board): Board {
  const order = sorted(board.cards);
  const isSettled =
    board.leaving.size === 0 &&
    order.length === board.order.length &&
    order.every((conversation, at) => conversation === board.order[at]);
  return isSettled ? board : { ...board, order, leaving: new Map() };
}

/** Those who began to wait between two boards, in the order in which they did. */
export function newWaits(before: Board, after: Board): Card[] {
  if (!before.isLoaded || before.cards === after.cards) return [];
  return [...after.cards.values()]
    .filter(
      ({ conversation, waitingSince }) =>
        waitingSince !== undefined && before.cards.get(conversation)?.waitingSince !== waitingSince,
    )
    .toSorted(byWait);
}

/** The card of a conversation, as long as the list shows it. */
export function cardOf(board: Board, conversation: string): Card | undefined {
  return board.cards.get(conversation) ?? board.leaving.get(conversation);
}

function withCard(board: Board, card: Card, isHeld: boolean): Board {
  const { conversation } = card;
  const known = board.cards.get(conversation);
  const cards = new Map(board.cards).set(conversation, card);
  const leaving = dropped(board.leaving, conversation);
  const next = { ...board, cards, leaving };
  if (known !== undefined && known.phase === card.phase) return next;
  if (!isHeld) return { ...next, order: sorted(cards), leaving: new Map() };
  if (card.phase !== 'waiting') {
    const isShown = board.order.includes(conversation);
    return isShown ? next : { ...next, order: [...board.order, conversation] };
  }
  const others = board.order.filter((other) => other !== conversation);
  return { ...next, order: withWait(others, conversation, cards) };
}

function without(board: Board, conversation: string, isHeld: boolean): Board {
  const card = board.cards.get(conversation);
  if (card === undefined) return board;
  const cards = dropped(board.cards, conversation);
  if (isHeld) return { ...board, cards, leaving: new Map(board.leaving).set(conversation, card) };
  return { ...board, cards, order: board.order.filter((other) => other !== conversation) };
}

/** The old order as far as it goes; new waits at the top, everything else that is new at the end. */
function kept(order: readonly string[], cards: ReadonlyMap<string, Card>): readonly string[] {
  const known = new Set(order);
  const fresh = sorted(cards).filter((conversation) => !known.has(conversation));
  const isWait = (conversation: string) => cards.get(conversation)?.phase === 'waiting';
  const rest = [
    ...order.filter((conversation) => cards.has(conversation)),
    ...fresh.filter((conversation) => !isWait(conversation)),
  ];
  return fresh
    .filter(isWait)
    .reduce<readonly string[]>((all, conversation) => withWait(all, conversation, cards), rest);
}

/** A new wait stands below those who have waited longer, and above everybody else. */
function withWait(
  order: readonly string[],
  conversation: string,
  cards: ReadonlyMap<string, Card>,
): readonly string[] {
  const at = order.findIndex((other) => cards.get(other)?.phase !== 'waiting');
  return order.toSpliced(at === -1 ? order.length : at, 0, conversation);
}

function sorted(cards: ReadonlyMap<string, Card>): readonly string[] {
  return [...cards.values()].toSorted(compare).map(({ conversation }) => conversation);
}

/** Whoever waits comes first, the longest wait on top; then whatever happened last. */
function compare(one: Card, other: Card): number {
  const isOne = one.phase === 'waiting';
  const isOther = other.phase === 'waiting';
  if (isOne && isOther) return byWait(one, other);
  if (isOne !== isOther) return isOne ? -1 : 1;
  return other.lastAt - one.lastAt || byName(one, other);
}

function byWait(one: Card, other: Card): number {
  return (one.waitingSince ?? 0) - (other.waitingSince ?? 0) || byName(one, other);
}

function byName(one: Card, other: Card): number {
  return one.conversation < other.conversation ? -1 : 1;
}

function dropped<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
