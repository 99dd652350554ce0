import { describe, expect, it } from 'vitest';
import {
  counted,
  countryName,
  durationWords,
  languageName,
  percentWords,
  webUrl,
} from '../../../src/dashboard/conversation-words.ts';
import { decisionWords } from '../../../src/dashboard/decision-words.ts';
import { rowsOf, waitsOf } from '../../../src/dashboard/transcript-rows.ts';
import type { ConversationEvent, Entry } from '../../../src/protocol/entry.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const said = (seq: number, at: number, role: 'visitor' | 'assistant' = 'visitor'): Entry => ({
  seq,
  at,
  kind: 'message',
  author: { role },
  text: `number ${seq}`,
});
const happened = (seq: number, at: number, event: ConversationEvent): Entry => ({
  seq,
  at,
  kind: 'event',
  ...event,
});
const decided: ConversationEvent & { event: 'intent.decided' } = {
  event: 'intent.decided',
  label: 'ask_human',
  score: 0.934,
  tier: 'rules',
  evidence: 'a person',
  ms: 0.2,
};

describe('the rows of a transcript', () => {
  it('put a decision beside the visitor’s message before it, even with an answer between', () => {
    const rows = rowsOf([said(1, 5), said(2, 6, 'assistant'), happened(3, 7, decided)]);
    const found = rows.filter((row) => row.is === 'message').map(({ decision }) => decision?.event);
    expect(found).toEqual(['intent.decided', undefined]);
    expect(rows).toHaveLength(3);
  });

  it('put a decision beside the message that it names, whatever the visitor said since', () => {
    const late: ConversationEvent = { ...decided, tier: 'model', of: 1 };
    const rows = rowsOf([said(1, 5), said(2, 6), happened(3, 6, decided), happened(4, 7, late)]);
    const found = rows.filter((row) => row.is === 'message').map(({ decision }) => decision?.tier);
    expect(found).toEqual(['model', 'rules']);
  });

  it.each([
    ['none', decided],
    ['the one that it names', { ...decided, of: 1 }],
  ])('leave out a decision whose message is on another page: %s', (_, event) => {
    expect(rowsOf([happened(2, 5, event)])).toEqual([]);
  });

  it('leave out a decision that names what is no message of the visitor’s on this page', () => {
    const rows = rowsOf([
      said(2, 5),
      said(3, 6, 'assistant'),
      happened(4, 7, { ...decided, of: 1 }),
      happened(5, 7, { ...decided, of: 3 }),
    ]);
    const found = rows.filter((row) => row.is === 'message').map(({ decision }) => decision);
    expect(found).toEqual([null, null]);
  });

  it('begin every day with a line, the first one too', () => {
    const rows = rowsOf([said(1, DAY_MS - 1), said(2, DAY_MS), said(3, DAY_MS + 1)]);
    expect(rows.map(({ is }) => is)).toEqual(['day', 'message', 'day', 'message', 'message']);
    expect(rows[2]).toEqual({ is: 'day', at: DAY_MS });
  });

  it.each([
    [5 * MINUTE_MS, false],
    [5 * MINUTE_MS + 1, true],
  ])('name an author again after a pause: %d ms', (pause, isFirst) => {
    const rows = rowsOf([said(1, 0), said(2, pause)]);
    expect(rows.at(-1)).toMatchObject({ is: 'message', isFirst });
  });

  it('name an author again after somebody else, and after an event', () => {
    const rows = rowsOf([
      said(1, 0),
      said(2, 1, 'assistant'),
      said(3, 2),
      happened(4, 3, { event: 'escalation.declined' }),
      said(5, 4),
    ]);
    const firsts = rows.filter((row) => row.is === 'message').map(({ isFirst }) => isFirst);
    expect(firsts).toEqual([true, true, true, true]);
  });
});

describe('waits', () => {
  const requested: ConversationEvent = { event: 'escalation.requested', reason: 'asked' };

  it('run from a yes to whatever ended them', () => {
    const ends: [ConversationEvent, string][] = [
      [{ event: 'takeover.started', name: 'Robin' }, 'taken_over'],
      [{ event: 'escalation.cancelled', by: 'visitor' }, 'cancelled'],
      [{ event: 'escalation.expired' }, 'expired'],
      [{ event: 'conversation.ended', by: 'visitor' }, 'ended'],
    ];
    const entries = ends.flatMap(([event], index) => [
      happened(2 * index + 1, 1000 * index, requested),
      happened(2 * index + 2, 1000 * index + 400, event),
    ]);
    expect(waitsOf(entries)).toEqual(
      ends.map(([, end], index) => ({
        since: 1000 * index,
        end,
        ms: 400,
        by: end === 'taken_over' ? 'Robin' : null,
      })),
    );
  });

  it('are open while nothing ended them, and a takeover without a yes is none', () => {
    const takeover: ConversationEvent = { event: 'takeover.started', name: 'Robin' };
    expect(waitsOf([happened(1, 1, takeover)])).toEqual([]);
    expect(waitsOf([happened(1, 1, requested)])).toEqual([
      { since: 1, end: 'open', ms: null, by: null },
    ]);
  });

  it('end once', () => {
    const waits = waitsOf([
      happened(1, 0, requested),
      happened(2, 5, { event: 'takeover.started', name: 'Robin' }),
      happened(3, 9, { event: 'takeover.started', name: 'Ada', from: 'Robin' }),
    ]);
    expect(waits).toEqual([{ since: 0, end: 'taken_over', ms: 5, by: 'Robin' }]);
  });
});

describe('a decision in words', () => {
  it('tells how sure the detector was, why, and how long it took', () => {
    expect(decisionWords(decided)).toBe(
      '93% sure. Because of “a person”. Decided by the rules in under 1 ms.',
    );
    expect(decisionWords({ ...decided, evidence: '', ms: 12.4 })).toBe(
      '93% sure. No words stood out. Decided by the rules in 12 ms.',
    );
  });
});

describe('who decided', () => {
  it.each([
    ['embedded', 'the embedded detector'],
    ['dialogue', 'how the conversation went'],
    ['model', 'the language model'],
  ] as const)('is told apart: %s', (tier, words) => {
    expect(decisionWords({ ...decided, tier })).toContain(`Decided by ${words} in`);
  });
});

describe('facts in words', () => {
  it.each([
    [0, '0 s'],
    [1, 'less than 1 s'],
    [999, 'less than 1 s'],
    [1000, '1 s'],
    [59_499, '59 s'],
    [59_500, '1 min'],
    [200_000, '3 min 20 s'],
    [3_600_000, '1 h'],
    [3_659_000, '1 h'],
    [3_660_000, '1 h 1 min'],
    [86_400_000, '1 d'],
    [126 * 3_600_000, '5 d 6 h'],
    [-5, '0 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.01, '1%'],
    [0.994, '>99%'],
    [0.99, '99%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, words) => {
    expect(percentWords(share)).toBe(words);
  });

  it('counts one and many', () => {
    expect([counted(0, 'message'), counted(1, 'message'), counted(1234, 'message')]).toEqual([
      '0 messages',
      '1 message',
      '1,234 messages',
    ]);
  });

  it('names countries and languages, and leaves alone what is none', () => {
    expect([countryName('DE'), countryName('<b>'), countryName('')]).toEqual([
      'Germany',
      '<b>',
      '',
    ]);
    expect([languageName('ar'), languageName('no such thing')]).toEqual([
      'Arabic',
      'no such thing',
    ]);
  });

  it('links to the web only', () => {
    expect(webUrl('https://acme.example/a?b')).toBe('https://acme.example/a?b');
    expect(webUrl('http://acme.example')).toBe('http://acme.example/');
    const others = ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '/help', ''];
    expect(others.map(webUrl)).toEqual(others.map(() => null));
  });
});
