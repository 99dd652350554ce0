import { describe, expect, it } from 'vitest';
import type { ConversationEvent, Entry, MessageEntry } from '../../../src/protocol/entry.ts';
import type { Phase } from '../../../src/protocol/state.ts';
import { applyFrame, EMPTY_LOG } from '../../../widget/shared/log.ts';
import type { Log } from '../../../widget/shared/log.ts';
import { rowsOf } from '../../../widget/visitor/rows.ts';

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

const messages = (log: Log) =>
  rowsOf(log, 'Otter').flatMap((row) => (row.kind === 'message' ? [row] : []));
const lines = (log: Log) =>
  rowsOf(log, 'Otter').flatMap((row) => (row.kind === 'line' ? [row.text] : []));

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
