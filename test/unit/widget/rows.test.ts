import { describe, expect, it } from 'vitest';
import type { ConversationEvent, Entry, MessageEntry } from '../../../src/protocol/entry.ts';
import type { Phase } from '../../../src/protocol/state.ts';
import { applyFrame, EMPTY_LOG } from '../../../widget/shared/log.ts';
import type { Log } from '../../../widget/shared/log.ts';
import * as en from '../../../src/language/tongues/en.ts';
import { createVoice } from '../../../widget/visitor/extra/create-voice.ts';
import { rowsOf, withMarks } from '../../../widget/visitor/talk/rows.ts';
import type { Row } from '../../../widget/visitor/talk/rows.ts';

type Author = MessageEntry['author'];

const VISITOR: Author = { role: 'visitor' };
const OTTER: Author = { role: 'assistant', name: 'Otter' };
const ROBIN: Author = { role: 'agent', name: 'Robin' };

const say = (author: Author, text = 'Hi') => ({ kind: 'message', author, text }) as const;
const happen = (event: ConversationEvent) => ({ kind: 'event', ...event }) as const;
type Body = (ReturnType<typeof say> & { ref?: string }) | ReturnType<typeof happen>;

function logOf(phase: Phase, ...bodies: Body[]): Log {
  const entries = bodies.map((body, index): Entry =>
    Object.assign({ seq: index + 1, at: 1_000 * (index + 1) }, body),
  );
  return applyFrame(
    EMPTY_LOG,
    {
      type: 'welcome',
      protocol: 1,
      role: 'visitor',
      conversation: 'c1',
      seq: entries.length,
      state: { phase, since: 1, escalationEnabled: true },
      entries,
    },
    1,
  );
}

const VOICE = createVoice({ lines: en.lines, language: 'en', assistant: 'Otter' });

const messages = (log: Log) =>
  rowsOf(log, 'Otter', VOICE).flatMap((row) => (row.kind === 'message' ? [row] : []));
const lines = (log: Log) =>
  rowsOf(log, 'Otter', VOICE).flatMap((row) => (row.kind === 'line' ? [row.text] : []));

describe('a run of messages', () => {
  it('has its author’s name at the start and its hour at the end', () => {
    const rows = messages(logOf('human', say(ROBIN), say(ROBIN), say(ROBIN)));
    expect(rows.map((row) => row.name)).toEqual(['Robin', null, null]);
    expect(rows.map((row) => row.isLast)).toEqual([false, false, true]);
    expect(rows.map((row) => row.at)).toEqual([1_000, 2_000, 3_000]);
  });

  it('ends with somebody else’s message, and with an event', () => {
    const log = logOf(
      'human',
      say(OTTER),
      say(VISITOR),
      happen({ event: 'takeover.started', name: 'Robin' }),
      say(VISITOR),
    );
    expect(messages(log).map((row) => row.isLast)).toEqual([true, true, true]);
  });

  it('of the visitor has no name, and one of an unnamed assistant has the site’s', () => {
    const rows = messages(logOf('assistant', say(VISITOR), say({ role: 'assistant' })));
    expect(rows.map((row) => row.name)).toEqual([null, 'Otter']);
  });
});

describe('a message', () => {
  it('of the visitor keeps the place it had under its `ref` before it was confirmed', () => {
    const [own] = messages(logOf('assistant', { ...say(VISITOR), ref: 'r1' }));
    expect(own?.key).toBe('r1');
  });

  it('of anybody else goes by its number: two people may use one `ref`', () => {
    const said = { ...say(ROBIN), ref: 'r1' };
    expect(messages(logOf('human', said, said)).map((row) => row.key)).toEqual([1, 2]);
  });
});

describe('an offer', () => {
  const offered = happen({ event: 'escalation.offered', reason: 'asked' });

  it('is a question of the assistant’s, continuing what it was saying', () => {
    const [first, second] = messages(logOf('offered', say(OTTER), offered));
    expect(first?.isLast).toBe(false);
    expect(second).toMatchObject({ role: 'assistant', name: null, isOffer: true });
    expect(second?.text).toMatch(/\?$/);
  });

  it('can be answered only while it is open, and only the latest', () => {
    const twice = [offered, say(VISITOR), offered];
    expect(messages(logOf('offered', ...twice)).map((row) => row.isOffer)).toEqual([
      false,
      false,
      true,
    ]);
    expect(messages(logOf('assistant', ...twice)).some((row) => row.isOffer)).toBe(false);
  });

  it('withdrawn by the settings is told as such; settings that take nothing away are not', () => {
    const off = happen({ event: 'settings.changed', escalationEnabled: false });
    expect(lines(logOf('assistant', offered, say(VISITOR), off))).toHaveLength(1);
    expect(lines(logOf('assistant', off))).toEqual([]);
    const declined = happen({ event: 'escalation.declined' });
    expect(lines(logOf('assistant', offered, declined, off))).toHaveLength(1);
  });
});

it('keeps the text to the letter', () => {
  const text = '  <b>x</b>\n\u202Eabc\0 </script>';
  expect(messages(logOf('assistant', say(VISITOR, text)))[0]?.text).toBe(text);
});

/** Noon of that day of August 2026, a Wednesday being the 12th. */
const noon = (day: number, hours = 0) => new Date(2026, 7, day, 12 + hours).getTime();

const HOURS_MS = 3_600_000;

/** The keys of what is drawn, and the texts of what stands between. */
function drawn(rows: readonly Row[], more: { missed?: number; language?: string } = {}): unknown[] {
  const { missed = 0, language = 'en' } = more;
  const all = withMarks(rows, { language, now: noon(12), missed, news: 'New messages' });
  return all.map((row) => (row.kind === 'mark' ? row.text : row.key));
}

const lineAt = (at: number, key = 1): Row => ({ kind: 'line', key, text: '', at });

describe('a day', () => {
  it('is named where it begins, unless all of the talk is of today', () => {
    expect(drawn([lineAt(noon(12, -1)), lineAt(noon(12), 2)])).toEqual([1, 2]);
    expect(drawn([lineAt(noon(11)), lineAt(noon(11, 1), 2), lineAt(noon(12), 3)])).toEqual([
      'Yesterday',
      1,
      2,
      'Today',
      3,
    ]);
  });

  it('goes by its weekday for a week, and by its date before', () => {
    expect(drawn([lineAt(noon(6))])[0]).toBe('Thursday');
    expect(drawn([lineAt(noon(5))])[0]).toBe('August 5');
    expect(drawn([lineAt(noon(12) - 365 * 24 * HOURS_MS)])[0]).toBe('August 12, 2025');
    expect(drawn([lineAt(noon(13))])[0]).toBe('August 13');
  });

  it('is called what the language calls it, with a capital where there are any', () => {
    const yesterday = (language: string) => drawn([lineAt(noon(11))], { language })[0];
    expect(['de', 'fr', 'tr', 'ja'].map(yesterday)).toEqual(['Gestern', 'Hier', 'Dün', '昨日']);
    expect(drawn([lineAt(noon(10))], { language: 'fr' })[0]).toBe('Lundi');
  });

  it('begins at the reader’s midnight, and ends a run of messages', () => {
    const midnight = new Date(2026, 7, 12).getTime();
    expect(drawn([lineAt(midnight - 1), lineAt(midnight, 2)])).toEqual([
      'Yesterday',
      1,
      'Today',
      2,
    ]);
    const log = logOf('human', say(ROBIN), say(ROBIN));
    const [first, second] = log.entries;
    if (!first || !second) throw new Error('two were said');
    const entries = [first, { ...second, at: first.at + 24 * HOURS_MS }];
    const rows = rowsOf({ ...log, entries }, 'Otter', VOICE);
    expect(rows).toMatchObject([
      { name: 'Robin', isLast: true },
      { name: 'Robin', isLast: true },
    ]);
  });
});

describe('what the visitor has missed', () => {
  const rows = [lineAt(noon(12), 3), lineAt(noon(12), 5), lineAt(noon(12), 8)];

  it('is below a line of its own', () => {
    expect(drawn(rows, { missed: 5 })).toEqual([3, 'New messages', 5, 8]);
  });

  it('begins with the next line where the entry itself has none', () => {
    expect(drawn(rows, { missed: 4 })).toEqual([3, 'New messages', 5, 8]);
    expect(drawn(rows, { missed: 9 })).toEqual([3, 5, 8]);
  });

  it('comes after the day it is of', () => {
    expect(drawn([lineAt(noon(11), 1), lineAt(noon(12), 2)], { missed: 2 })).toEqual([
      'Yesterday',
      1,
      'Today',
      'New messages',
      2,
    ]);
  });
});
