import { describe, expect, it } from 'vitest';
import {
  LAST_LINE_CHARS,
  reportOf,
  shortened,
  type Standing,
} from '../../../src/conversation/card.ts';
import { IDLE_END_MS, LEAVE_MS, nextDeadline } from '../../../src/conversation/deadlines.ts';
import { begin, type Escalation } from '../../../src/conversation/escalation-state.ts';
import { indexEntryOf, unansweredIn } from '../../../src/conversation/indexing.ts';
import { isMilestone } from '../../../src/conversation/milestones.ts';
import type { ConversationEvent, EventEntry, MessageEntry } from '../../../src/protocol/entry.ts';
import { outcomeOf } from '../../../src/site/history.ts';
import { SETTINGS } from '../assistant/settings.ts';
import { RULES } from './rules.ts';

const START = 1_800_000_000_000;

const said = (seq: number, role: 'visitor' | 'assistant', text: string): MessageEntry => ({
  seq,
  at: START + seq,
  kind: 'message',
  author: { role },
  text,
});

const happened = (at: number, event: ConversationEvent): EventEntry => ({
  seq: at,
  at: START + at,
  kind: 'event',
  ...event,
});

const inPhase = {
  assistant: begin(true, START),
  offered: {
    ...begin(true, START),
    phase: 'offered',
    reason: 'asked',
    latest: true,
    ignored: 0,
    backAt: null,
  },
  waiting: {
    ...begin(true, START),
    phase: 'waiting',
    reason: 'frustrated',
    escalation: 1,
    link: 1,
    notified: 'sent',
    rung: 'called',
    isReminded: false,
    from: START,
  },
  human: {
    ...begin(true, START),
    phase: 'human',
    seat: { id: 'member:m', isLasting: true, name: 'Robin', escalation: null },
  },
  ended: { ...begin(true, START), phase: 'ended' },
} as const satisfies Record<string, Escalation>;

function standing(state: Escalation, changed: Partial<Standing> = {}): Standing {
  return {
    conversation: 'c',
    record: {
      origin: 'https://baton.test',
      settings: SETTINGS,
      about: { country: 'NL', device: 'phone', contact: 'eva@visitor.example' },
      state,
    },
    summary: { startedAt: START, lastAt: START + 9, messages: 2, last: said(9, 'visitor', 'Hi') },
    online: true,
    away: false,
    attended: false,
    ...changed,
  };
}

describe('a card', () => {
  it.each([
    ['assistant', true, true],
    ['assistant', false, false],
    ['offered', true, true],
    ['offered', false, false],
    ['waiting', true, true],
    ['waiting', false, true],
    ['human', true, true],
    ['human', false, false],
    ['ended', true, false],
  ] as const)('in phase %s, the visitor here: %s, is listed: %s', (phase, online, isListed) => {
    expect(reportOf(standing(inPhase[phase], { online }), START).isListed).toBe(isListed);
  });

  it('of somebody who talks to a person is listed while that person is there, too', () => {
    const left = standing(inPhase.human, { online: false, attended: true });
    expect(reportOf(left, START).isListed).toBe(true);
  });

  it('stays within reach while a link is open or somebody of the team looks on', () => {
    const away = { online: false };
    expect(reportOf(standing(inPhase.assistant, away), START).isReachable).toBe(false);
    expect(reportOf(standing({ ...inPhase.assistant, link: 1 }, away), START).isReachable).toBe(
      true,
    );
    expect(
      reportOf(standing(inPhase.assistant, { ...away, attended: true }), START).isReachable,
    ).toBe(true);
  });

  it('tells who waits, since when, why, and how far the mail got', () => {
    const { card } = reportOf(standing(inPhase.waiting), START);
    expect(card).toMatchObject({
      phase: 'waiting',
      waitingSince: START,
      reason: 'frustrated',
      notified: 'sent',
      contact: 'eva@visitor.example',
      lastLine: 'Hi',
      lastRole: 'visitor',
    });
    expect(card.agent).toBeUndefined();
  });

  it('tells who has the conversation, and whether they are there', () => {
    const { card } = reportOf(standing(inPhase.human, { away: true }), START);
    expect(card.agent).toEqual({ name: 'Robin', away: true, member: 'm' });
    expect(card.waitingSince).toBeUndefined();
  });

  it('shows the last line on one line, whole up to the limit and shortened beyond it', () => {
    expect(shortened(' one\n\ttwo ', 20)).toBe('one two');
    expect(shortened('🏕'.repeat(LAST_LINE_CHARS), LAST_LINE_CHARS)).toBe(
      '🏕'.repeat(LAST_LINE_CHARS),
    );
    expect(shortened('🏕'.repeat(LAST_LINE_CHARS + 1), LAST_LINE_CHARS)).toBe(
      `${'🏕'.repeat(LAST_LINE_CHARS - 1)}…`,
    );
  });
});

describe('a visitor whose last page has closed', () => {
  const silence = { lastAt: START, isWorthKeeping: true, retentionDays: 90, seatDueAt: null };

  it('counts as gone a little later, whoever has the conversation', () => {
    for (const state of Object.values(inPhase)) {
      const deadline = nextDeadline(state, { ...silence, leftAt: START }, RULES);
      expect(deadline).toEqual({ at: START + LEAVE_MS, due: 'visitor_left' });
    }
  });

  it('does not keep a conversation from ending', () => {
    const leftAt = START + IDLE_END_MS - LEAVE_MS + 1;
    expect(nextDeadline(inPhase.human, { ...silence, leftAt }, RULES).due).toBe('idle_end');
  });
});

describe('what the index holds', () => {
  const logged = (events: EventEntry[]) =>
    indexEntryOf({
      ...standing(inPhase.assistant),
      events,
      visitor: { messages: 1, first: said(2, 'visitor', 'Do you ship to Norway?') },
    });

  it('is when it first came to each step', () => {
    const entry = logged([
      happened(10, { event: 'escalation.offered', reason: 'asked' }),
      happened(20, { event: 'escalation.requested', reason: 'asked' }),
      happened(25, { event: 'notification.sent', escalation: 1 }),
      happened(80, { event: 'takeover.started', name: 'Robin' }),
      happened(90, { event: 'takeover.started', name: 'Kim', from: 'Robin' }),
    ]);
    expect(entry).toMatchObject({
      firstLine: 'Do you ship to Norway?',
      offeredAt: START + 10,
      requestedAt: START + 20,
      notifiedAt: START + 25,
      takenAt: START + 80,
      takeoverMs: 60,
      agent: 'Kim',
      endedAt: null,
    });
  });

  it('counts the wait that a person ended, not one that was given up before', () => {
    const entry = logged([
      happened(10, { event: 'escalation.requested', reason: 'asked' }),
      happened(20, { event: 'escalation.cancelled', by: 'visitor' }),
      happened(50, { event: 'escalation.requested', reason: 'asked' }),
      happened(57, { event: 'takeover.started', name: 'Robin' }),
    ]);
    expect(entry.takeoverMs).toBe(7);
  });

  it('is given up if a wait was called off and nobody came after all', () => {
    const requested = (at: number) =>
      happened(at, { event: 'escalation.requested', reason: 'asked' });
    const cancelled = (at: number) =>
      happened(at, { event: 'escalation.cancelled', by: 'visitor' });
    expect(logged([requested(10), cancelled(20)]).givenUpAt).toBe(START + 20);
    expect(logged([requested(10), cancelled(20), requested(30)]).givenUpAt).toBeNull();
    const taken = happened(30, { event: 'takeover.started', name: 'Robin' });
    expect(logged([requested(10), cancelled(20), taken]).givenUpAt).toBeNull();
  });

  it('is not given up if the visitor waited to the end, although an earlier wait was', () => {
    const entry = logged([
      happened(10, { event: 'escalation.requested', reason: 'asked' }),
      happened(20, { event: 'escalation.cancelled', by: 'visitor' }),
      happened(30, { event: 'escalation.requested', reason: 'asked' }),
      happened(60, { event: 'escalation.expired' }),
    ]);
    expect(entry.givenUpAt).toBeNull();
    expect(outcomeOf(entry)).toBe('nobody_came');
  });

  it('has no time to takeover where nobody had asked for one', () => {
    expect(logged([happened(50, { event: 'takeover.started', name: 'Robin' })])).toMatchObject({
      takenAt: START + 50,
      takeoverMs: null,
    });
  });
});

describe('an open question', () => {
  const admitted = { ...said(4, 'assistant', 'I don’t know that.'), unanswered: true } as const;

  it('is what the visitor said just before the assistant had to pass', () => {
    expect(
      unansweredIn([
        said(1, 'visitor', 'Hello'),
        said(2, 'assistant', 'Hi'),
        said(3, 'visitor', 'Do you sell'),
        { ...said(3, 'visitor', 'kayaks?') },
        admitted,
      ]),
    ).toEqual([{ seq: 4, question: 'Do you sell kayaks?', at: START + 4 }]);
  });

  it('is not made of a greeting that nobody asked for', () => {
    expect(unansweredIn([admitted])).toEqual([]);
  });

  it('counts nothing that a failure of ours kept from being answered', () => {
    const kept = { ...admitted, fallback: 'trouble' } as const;
    expect(unansweredIn([said(3, 'visitor', 'Where is it?'), kept])).toEqual([]);
    expect(isMilestone(kept)).toBe(false);
  });
});

describe('a milestone', () => {
  it('is every step of a handoff, and a question without an answer', () => {
    expect(isMilestone(happened(1, { event: 'escalation.requested', reason: 'asked' }))).toBe(true);
    expect(isMilestone({ ...said(1, 'assistant', 'Sorry'), unanswered: true })).toBe(true);
  });

  it('is not talk, nor what the detector made of it', () => {
    expect(isMilestone(said(1, 'visitor', 'Hi'))).toBe(false);
    const decided = { label: 'other', score: 1, tier: 'rules', evidence: '', ms: 0 } as const;
    expect(isMilestone(happened(1, { event: 'intent.decided', ...decided }))).toBe(false);
  });
});
