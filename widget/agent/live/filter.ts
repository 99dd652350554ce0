/** Which of the open conversations somebody wants to see. */
import type { Card } from '../../../src/protocol/monitor.ts';
import type { Board } from './board.ts';
import { cardOf } from './board.ts';

export const FILTERS = ['all', 'waiting', 'offered', 'assistant', 'human'] as const;

export type Filter = (typeof FILTERS)[number];

export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  all: 'All',
  waiting: 'Waiting',
  offered: 'Offered',
  assistant: 'AI',
  human: 'With a person',
};

/** How many conversations each filter would show. */
export function countsOf(board: Board): Readonly<Record<Filter, number>> {
  const counts = { all: board.cards.size, waiting: 0, offered: 0, assistant: 0, human: 0 };
  for (const { phase } of board.cards.values()) if (phase !== 'ended') counts[phase] += 1;
  return counts;
}

/** The conversations that a filter lets through, in the order of the list. */
export function listed(board: Board, filter: Filter): readonly string[] {
  if (filter === 'all') return board.order;
  return board.order.filter((conversation) => passes(cardOf(board, conversation), filter));
}

function passes(card: Card | undefined, filter: Filter): boolean {
  return filter === 'all' || card?.phase === filter;
}

/** The filter that an address names after its `#`; all where it names none. */
export function filterOf(hash: string): Filter {
  return FILTERS.find((filter) => `#${filter}` === hash) ?? 'all';
}
