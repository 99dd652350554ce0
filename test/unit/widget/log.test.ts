import { describe, expect, it } from 'vitest';
import type { ConversationEvent, Entry, MessageEntry } from '../../../src/protocol/entry.ts';
import type { ServerFrame, Welcome } from '../../../src/protocol/frames.ts';
import { TYPING_EVERY_MS } from '../../../src/protocol/limits.ts';
import type { Phase, StateView } from '../../../src/protocol/state.ts';
import {
  ANSWER_DUE_MS,
  applyFrame,
  EMPTY_LOG,
  isAnswerDueAt,
  nextExpiry,
  openOffer,
  typingAt,
  unconfirmed,
} from '../../../widget/shared/log.ts';
import type { Log } from '../../../widget/shared/log.ts';

const NOW = 1_000_000;
const state = (phase: Phase): StateView => ({ phase, since: 1, escalationEnabled: true });
const welcome = (over: Partial<Welcome> = {}): Welcome => ({
  type: 'welcome',
  protocol: 1,
  role: 'visitor',
  conversation: 'c1',
  seq: 0,
  state: state('assistant'),
  entries: [],
  ...over,
});
const message = (
  seq: number,
  role: 'visitor' | 'assistant' | 'agent',
  over: Partial<MessageEntry> = {},
): Entry => ({
  seq,
  at: 1,
  kind: 'message',
  author: role === 'agent' ? { role, name: 'Robin' } : { role },
  text: `message ${seq}`,
  ...over,
});
const event = (seq: number, body: ConversationEvent): Entry => ({
  seq,
  at: 1,
  kind: 'event',
  ...body,
});
const heard = (entry: Entry): ServerFrame => ({ type: 'entry', entry });
const draft = (turn: number, text: string): ServerFrame => ({ type: 'draft', turn, text });
const fold = (...frames: ServerFrame[]): Log =>
  [welcome(), ...frames].reduce((log, frame) => applyFrame(log, frame, NOW), EMPTY_LOG);
const seqs = (log: Log) => log.entries.map((entry) => entry.seq);

describe('entries', () => {
  it('stand in the order of their numbers, however they come, and with gaps', () => {
    const log = fold(
      heard(message(5, 'visitor')),
      heard(message(2, 'visitor')),
      heard(message(3, 'visitor')),
    );
    expect(seqs(log)).toEqual([2, 3, 5]);
  });

  it('change nothing when they come again', () => {
    const once = fold(heard(message(1, 'visitor')), heard(message(2, 'assistant')));
    expect(applyFrame(once, heard(message(1, 'visitor')), NOW)).toBe(once);
  });

  it('are joined by those of a resumed welcome, and replaced by another conversation’s', () => {
    const log = fold(heard(message(1, 'visitor')));
    const resumed = applyFrame(log, welcome({ seq: 2, entries: [message(2, 'assistant')] }), NOW);
    expect(seqs(resumed)).toEqual([1, 2]);
    const other = applyFrame(
      log,
      welcome({ conversation: 'c2', seq: 4, entries: [message(4, 'assistant')] }),
      NOW,
    );
    expect(seqs(other)).toEqual([4]);
  });
});

describe('a draft', () => {
  it('is always its latest text', () => {
    expect(fold(draft(1, 'The'), draft(1, 'The tent')).draft).toEqual({
      turn: 1,
      text: 'The tent',
    });
  });

  it('is replaced by the assistant’s entry, and does not come back when it is late', () => {
    const log = fold(draft(1, 'The'), heard(message(1, 'assistant')));
    expect(log.draft).toBeNull();
    expect(applyFrame(log, draft(1, 'The te'), NOW).draft).toBeNull();
    expect(applyFrame(log, draft(2, 'Next'), NOW).draft?.text).toBe('Next');
  });

  it('stays while the visitor speaks', () => {
    expect(fold(draft(1, 'The'), heard(message(1, 'visitor'))).draft?.text).toBe('The');
  });

  it('is gone the moment a person takes over, and a late one stays away after the hand back', () => {
    const taken = fold(
      draft(3, 'The'),
      heard(event(1, { event: 'takeover.started', name: 'Robin' })),
    );
    expect(taken.draft).toBeNull();
    const back = [
      { type: 'state', state: state('human') } as const,
      draft(3, 'The ten'),
      { type: 'state', state: state('assistant') } as const,
      draft(3, 'The tent'),
    ].reduce((log, frame) => applyFrame(log, frame, NOW), taken);
    expect(back.draft).toBeNull();
  });

  it.each(['human', 'ended'] as const)('does not show while the phase is %s', (phase) => {
    const log = fold(draft(1, 'The'), { type: 'state', state: state(phase) });
    expect(log.draft).toBeNull();
    expect(applyFrame(log, draft(2, 'Late'), NOW).draft).toBeNull();
  });

  it('is cut by an offer, whose question must be the last line', () => {
    expect(
      fold(draft(1, 'The'), heard(event(1, { event: 'escalation.offered', reason: 'asked' })))
        .draft,
    ).toBeNull();
  });

  it('of an older turn changes nothing', () => {
    expect(fold(draft(2, 'New'), draft(1, 'Old')).draft?.text).toBe('New');
  });

  it('waits for its next frame after a reconnect, and then goes on', () => {
    const log = applyFrame(fold(draft(1, 'The')), welcome(), NOW);
    expect(log.draft).toBeNull();
    expect(applyFrame(log, draft(1, 'The tent'), NOW).draft?.text).toBe('The tent');
  });
});

describe('typing', () => {
  const typed = fold({ type: 'typing', role: 'agent', name: 'Robin' });

  it('is believed for twice its interval, to the millisecond', () => {
    const until = NOW + 2 * TYPING_EVERY_MS;
    expect(typingAt(typed, until - 1)?.name).toBe('Robin');
    expect(typingAt(typed, until)).toBeNull();
    expect(nextExpiry(typed, NOW)).toBe(until);
    expect(nextExpiry(typed, until)).toBeNull();
  });

  it('ends with the message it led to, not with somebody else’s', () => {
    expect(applyFrame(typed, heard(message(1, 'agent')), NOW).typing).toBeNull();
    expect(applyFrame(typed, heard(message(1, 'visitor')), NOW).typing).not.toBeNull();
  });

  it('ends with whatever happens: whoever typed may have left, or another one come', () => {
    for (const happened of [
      event(1, { event: 'takeover.started', name: 'Sam', from: 'Robin' }),
      event(1, { event: 'takeover.ended', name: 'Robin' }),
      event(1, { event: 'conversation.ended', by: 'agent' }),
    ]) {
      expect(applyFrame(typed, heard(happened), NOW).typing).toBeNull();
    }
  });
});

describe('an answer', () => {
  const asked = fold(heard(message(1, 'visitor')));

  it('is due once the visitor has spoken, until it begins or takes too long', () => {
    expect(isAnswerDueAt(asked, NOW)).toBe(true);
    expect(isAnswerDueAt(asked, NOW + ANSWER_DUE_MS - 1)).toBe(true);
    expect(isAnswerDueAt(asked, NOW + ANSWER_DUE_MS)).toBe(false);
    expect(isAnswerDueAt(applyFrame(asked, draft(1, 'The'), NOW), NOW)).toBe(false);
    expect(isAnswerDueAt(applyFrame(asked, heard(message(2, 'assistant')), NOW), NOW)).toBe(false);
  });

  it('is not due for what the team alone reads, but an event the visitor sees is one', () => {
    const decided = event(2, {
      event: 'intent.decided',
      label: 'other',
      score: 1,
      tier: 'rules',
      evidence: '',
      ms: 1,
    });
    expect(isAnswerDueAt(applyFrame(asked, heard(decided), NOW), NOW)).toBe(true);
    const offered = event(2, { event: 'escalation.offered', reason: 'asked' });
    expect(isAnswerDueAt(applyFrame(asked, heard(offered), NOW), NOW)).toBe(false);
  });

  it('is not due from the assistant while a person has the chat', () => {
    const log = fold({ type: 'state', state: state('human') }, heard(message(1, 'visitor')));
    expect(isAnswerDueAt(log, NOW)).toBe(false);
  });
});

describe('an open offer', () => {
  it('is the latest one, and only while the phase says so', () => {
    const log = fold(
      heard(event(1, { event: 'escalation.offered', reason: 'asked' })),
      heard(event(2, { event: 'escalation.offered', reason: 'button' })),
    );
    expect(openOffer(log)).toBeNull();
    const offered = applyFrame(log, { type: 'state', state: state('offered') }, NOW);
    expect(openOffer(offered)).toBe(2);
  });
});

it('shows what we said as unconfirmed until the log has its ref', () => {
  const outbox = [{ frame: { type: 'say', ref: 'r1', text: 'Hi' }, at: 1, isSent: true }];
  expect(unconfirmed(fold(), outbox)).toHaveLength(1);
  expect(unconfirmed(fold(heard(message(1, 'visitor', { ref: 'r1' }))), outbox)).toEqual([]);
});

it('is left alone by a refusal', () => {
  const log = fold();
  expect(applyFrame(log, { type: 'refused', code: 'bad_frame', message: 'No.' }, NOW)).toBe(log);
});
