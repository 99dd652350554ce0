import { describe, expect, it } from 'vitest';
import type { TeamStanding } from '../../../src/assistant/answerer.ts';
import { begin, type Escalation } from '../../../src/conversation/escalation-state.ts';
import { questionFrom, standingOf } from '../../../src/conversation/question.ts';
import type { MessageEntry } from '../../../src/protocol/entry.ts';
import { SETTINGS } from '../assistant/settings.ts';

const NOW = 1_000;
const open = begin(true, NOW);
const waiting = (notified: 'pending' | 'sent' | 'failed'): Escalation => ({
  ...open,
  phase: 'waiting',
  reason: 'asked',
  escalation: 1,
  notified,
  rung: 'called',
  isReminded: false,
  from: NOW,
});
const message = (seq: number, role: 'visitor' | 'assistant', text: string): MessageEntry => ({
  seq,
  at: NOW,
  kind: 'message',
  author: { role },
  text,
});

describe('what is true about a person coming', () => {
  const table: [string, Escalation, TeamStanding][] = [
    ['nobody can be called', begin(false, NOW), 'off'],
    ['one may be asked for', open, 'available'],
    [
      'one is offered',
      { ...open, phase: 'offered', reason: 'asked', latest: true, ignored: 0, backAt: null },
      'offered',
    ],
    ['the mail is on its way', waiting('pending'), 'calling'],
    ['the mail was accepted', waiting('sent'), 'called'],
    ['the mail was refused', waiting('failed'), 'unreachable'],
  ];
  it.each(table)('%s', (_, state, standing) => {
    expect(standingOf(state)).toBe(standing);
  });
});

describe('a question', () => {
  const record = { origin: 'https://baton.test', settings: SETTINGS, about: {}, state: open };
  const messages = [
    message(2, 'visitor', 'Hello'),
    message(4, 'assistant', 'Hello.'),
    message(5, 'visitor', 'Do you repair tents?'),
  ];
  const said = { messages, open: messages.slice(2), answers: 1 };

  it('is the visitor’s open words, with all that was said before them', () => {
    expect(questionFrom(record, said)).toMatchObject({
      lines: [
        { role: 'visitor', text: 'Hello' },
        { role: 'assistant', text: 'Hello.' },
        { role: 'visitor', text: 'Do you repair tents?' },
      ],
      asked: ['Do you repair tents?'],
      team: 'available',
    });
  });

  it('says of a summary how many of its lines that covers', () => {
    const earlier = { text: 'They greeted.', through: 4 };
    expect(questionFrom(record, { ...said, earlier }).summary).toEqual({
      text: 'They greeted.',
      covers: 2,
    });
    expect(questionFrom(record, said).summary).toBeUndefined();
  });

  it('names who asks, where that is known', () => {
    expect(questionFrom({ ...record, network: 'hash' }, said).caller).toEqual({
      network: 'hash',
      answers: 1,
    });
    expect(questionFrom(record, said).caller).toBeUndefined();
  });
});
