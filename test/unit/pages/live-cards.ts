import type { Card } from '../../../src/protocol/monitor.ts';

/** A card of a visitor who talks to the assistant, but for what is told. */
export function card(conversation: string, over: Partial<Card> = {}): Card {
  return {
    conversation,
    phase: 'assistant',
    startedAt: 1,
    lastAt: 1,
    messages: 2,
    lastLine: 'Hello',
    lastRole: 'visitor',
    visitorOnline: true,
    ...over,
  };
}

/** A card of somebody who has waited since then. */
export function wait(conversation: string, since: number): Card {
  return card(conversation, { phase: 'waiting', waitingSince: since, lastAt: since });
}
