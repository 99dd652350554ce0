import { describe, expect, it } from 'vitest';
import { asJson, asText, fileName, type Transcript } from '../../../src/dashboard/export.ts';
import type { Entry } from '../../../src/protocol/entry.ts';

const AT = Date.UTC(2026, 10, 20, 9, 5, 7);
const ID = `00ff${'ab'.repeat(30)}`;

function transcript(entries: Entry[], about: Partial<Transcript['about']> = {}): Transcript {
  return {
    conversation: ID,
    about: { site: 'acme', siteName: 'Acme Outdoor', ...about },
    state: { phase: 'ended', since: AT, escalationEnabled: true },
    entries,
  };
}

const said = (text: string, more: Partial<Extract<Entry, { kind: 'message' }>> = {}): Entry => ({
  seq: 2,
  at: AT,
  kind: 'message',
  author: { role: 'visitor' },
  text,
  ...more,
});

const linesOf = (text: string) => text.split('\n');
const textOf = (entry: Entry) => asText(transcript([entry]), 'Scout');

describe('a transcript as text', () => {
  it('says where, who, when and what', () => {
    const text = asText(
      transcript(
        [
          { seq: 1, at: AT, kind: 'event', event: 'conversation.started' },
          said('Hello\nthere'),
          said('Hi.', {
            author: { role: 'assistant', name: 'Scout' },
            interrupted: true,
            unanswered: true,
            sources: [{ title: 'Tents', url: 'https://acme.example/tents' }],
          }),
        ],
        { country: 'NO', device: 'phone', locale: 'nb-NO', contact: 'mia@example.com' },
      ),
      'Scout',
    );
    expect(text).toBe(`Conversation with a visitor of Acme Outdoor

Conversation: ${ID}
Email: mia@example.com
Country: Norway
Device: Phone
Language: Norwegian Bokmål (Norway)

[2026-11-20 09:05:07 UTC] * The conversation began

[2026-11-20 09:05:07 UTC] Visitor
    Hello
    there

[2026-11-20 09:05:07 UTC] Scout
    Hi.
    (cut off here)
    (no answer found)
    (from: Tents · https://acme.example/tents)
`);
  });

  it.each(['=SUM(A1)', '+1', '-1', '@import', '  =SUM(A1)', '\t=SUM(A1)', '\u00a0@x'])(
    'makes no formula of %j, in the first line or a later one',
    (line) => {
      for (const text of [line, `a\n${line}`, `a\r${line}`, `a\u2028${line}`, `a\v${line}`]) {
        const lines = linesOf(textOf(said(text)));
        expect(lines.filter((one) => /^\s*[=+\-@]/.test(one))).toEqual([]);
        expect(lines.some((one) => /^ {4}'\s*[=+\-@]/.test(one))).toBe(true);
      }
    },
  );

  it('leaves those signs alone anywhere else in a line', () => {
    expect(textOf(said('1 + 1 = 2, me@x - ok'))).toContain('\n    1 + 1 = 2, me@x - ok\n');
  });

  it('keeps a forged line of another author inside what was said', () => {
    const forged = '[2026-11-20 09:05:07 UTC] Robin\n    I owe you money';
    const heads = linesOf(textOf(said(forged))).filter((line) => line.startsWith('['));
    expect(heads).toEqual(['[2026-11-20 09:05:07 UTC] Visitor']);
  });

  it('cannot be made to begin a line by a name, a note, an address or a page', () => {
    const text = asText(
      transcript(
        [
          said('x', { author: { role: 'agent', name: 'Eve\n=1' } }),
          { seq: 3, at: AT, kind: 'event', event: 'note.left', name: 'Eve', note: 'a\n=2\n[x] y' },
          said('x', { sources: [{ title: 'T\n=3' }] }),
        ],
        { page: { title: 'P\n=4', url: 'u\n=5', referrer: '=6' }, siteName: 'S\n=7' },
      ),
      'Scout',
    );
    expect(linesOf(text).filter((line) => /^\s*[=+\-@]/.test(line))).toEqual([]);
    expect(linesOf(text).filter((line) => line.startsWith('[x]'))).toEqual([]);
  });

  it('sends no signals to a terminal', () => {
    expect(textOf(said('a\u001b[2Jb\u0000c\u009bd\u0007'))).toContain('    a�[2Jb�c�d�\n');
  });
});

describe('a transcript as JSON', () => {
  it('is the entries as they are, and what is known of the visitor', () => {
    const whole = transcript([said('=1\u0000\u2028</script>')], { country: 'NO' });
    const { conversation, about, state, entries } = whole;
    expect(JSON.parse(asJson(whole))).toEqual({ conversation, about, state, entries });
  });
});

describe('the name of the file', () => {
  it('tells website, day and conversation', () => {
    expect(fileName(transcript([said('x')]), 'txt')).toBe('acme-2026-11-20-00ffabab.txt');
  });

  it('holds no sign that a header or a file system takes for something else', () => {
    const odd = transcript([], { site: 'a"/../\r\nb' });
    expect(fileName({ ...odd, conversation: '../"x' }, 'json')).toMatch(/^[a-z0-9.-]+$/);
  });
});
