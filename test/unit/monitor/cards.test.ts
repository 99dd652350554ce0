import { describe, expect, it } from 'vitest';
import { goneFrame, type Known, weigh } from '../../../src/monitor/cards.ts';
import type { Report } from '../../../src/monitor/report.ts';
import type { Card } from '../../../src/protocol/monitor.ts';

const card: Card = {
  conversation: 'c1',
  phase: 'waiting',
  startedAt: 1_000,
  lastAt: 2_000,
  messages: 3,
  lastLine: 'Can I talk to a person?',
  visitorOnline: true,
};

const report = (change: Partial<Report> = {}): Report => ({
  card,
  at: 5_000,
  isListed: true,
  isReachable: true,
  settingsVersion: 1,
  ...change,
});

const shown: Known = { at: 5_000, settingsVersion: 1, card: JSON.stringify(card) };
const hidden: Known = { ...shown, card: null };
const gone = { type: 'gone', conversation: 'c1' };

describe('a report', () => {
  it('of a conversation never heard of is kept and shown', () => {
    expect(weigh(null, report())).toEqual({
      type: 'keep',
      known: shown,
      tell: { type: 'card', card },
    });
  });

  it('made before the last one is ignored, one made in the same millisecond is not', () => {
    const changed = { card: { ...card, messages: 4 } };
    expect(weigh(shown, report({ ...changed, at: 4_999 }))).toEqual({ type: 'stale' });
    expect(weigh(shown, report({ ...changed, at: 5_000 })).type).toBe('keep');
  });

  it('made before the last one removes nothing', () => {
    const late = report({ at: 4_999, isListed: false, isReachable: false });
    expect(weigh(shown, late)).toEqual({ type: 'stale' });
  });

  it('that says nothing new is not worth a write', () => {
    expect(weigh(shown, report({ at: 6_000 }))).toEqual({ type: 'same' });
    expect(weigh(hidden, report({ at: 6_000, isListed: false }))).toEqual({ type: 'same' });
  });

  it('with other settings and the same card is kept and nobody is told', () => {
    expect(weigh(shown, report({ at: 6_000, settingsVersion: 2 }))).toEqual({
      type: 'keep',
      known: { ...shown, at: 6_000, settingsVersion: 2 },
      tell: null,
    });
  });

  it('with another card is kept and told', () => {
    const other = { ...card, lastLine: 'Hello?' };
    expect(weigh(shown, report({ at: 6_000, card: other }))).toEqual({
      type: 'keep',
      known: { at: 6_000, settingsVersion: 1, card: JSON.stringify(other) },
      tell: { type: 'card', card: other },
    });
  });
});

describe('a conversation that is not to be shown', () => {
  it('is kept while it must be reachable, without a word of its card', () => {
    expect(weigh(shown, report({ at: 6_000, isListed: false }))).toEqual({
      type: 'keep',
      known: { at: 6_000, settingsVersion: 1, card: null },
      tell: gone,
    });
  });

  it('is forgotten when nobody needs to reach it', () => {
    const left = report({ at: 6_000, isListed: false, isReachable: false });
    expect(weigh(shown, left)).toEqual({ type: 'drop', tell: gone });
    expect(weigh(hidden, left)).toEqual({ type: 'drop', tell: null });
  });

  it('and was never heard of is nobody’s news', () => {
    const left = report({ isListed: false, isReachable: false });
    expect(weigh(null, left)).toEqual({ type: 'drop', tell: null });
    expect(weigh(null, report({ isListed: false }))).toMatchObject({ type: 'keep', tell: null });
  });

  it('is shown again when its visitor comes back', () => {
    expect(weigh(hidden, report({ at: 6_000 }))).toMatchObject({ tell: { type: 'card', card } });
  });
});

it('nobody is told that a card is gone that they never had', () => {
  expect(goneFrame('c1', shown)).toEqual(gone);
  expect(goneFrame('c1', hidden)).toBeNull();
});
