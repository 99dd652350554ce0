import { describe, expect, it } from 'vitest';
import {
  asJson,
  asText,
  fileName,
  type Headed,
  type Pages,
} from '../../../src/dashboard/export.ts';
import type { Entry } from '../../../src/protocol/entry.ts';

const AT = Date.UTC(2026, 10, 20, 9, 5, 7);
const ID = `00ff${'ab'.repeat(30)}`;

function headed(about: Partial<Headed['about']> = {}): Headed {
  return {
    conversation: ID,
    about: { site: 'acme', siteName: 'Acme Outdoor', ...about },
    state: { phase: 'ended', since: AT, escalationEnabled: true },
  };
}

async function* pagesOf(...pages: Entry[][]): Pages {
  yield* pages;
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const text = (pages: Entry[][], about: Partial<Headed['about']> = {}) =>
  whole(asText(headed(about), pagesOf(...pages), 'Scout'));

const said = (text: string, more: Partial<Extract<Entry, { kind: 'message' }>> = {}): Entry => ({
  seq: 2,
  at: AT,
  kind: 'message',
  author: { role: 'visitor' },
  text,
  ...more,
});

const linesOf = (text: string) => text.split('\n');
const textOf = (entry: Entry) => text([[entry]]);

describe('a transcript as text', () => {
  it('says where, who, when and what', async () => {
    const began: Entry = { seq: 1, at: AT, kind: 'event', event: 'conversation.started' };
    const answer = said('Hi.', {
      author: { role: 'assistant', name: 'Scout' },
      interrupted: true,
      unanswered: true,
      sources: [{ title: 'Tents', url: 'https://acme.example/tents' }],
    });
    const about = {
      country: 'NO',
      device: 'phone',
      locale: 'nb-NO',
      contact: 'mia@example.com',
    } as const;
    const expected = `Conversation with a visitor of Acme Outdoor

Conversation: ${ID}
Email: mia@example.com
Country: Norway
Device: Phone
Language: Norwegian Bokmål (Norway)

[2026-11-20 09:05:07 UTC] * The chat began

[2026-11-20 09:05:07 UTC] Visitor
    Hello
    there

[2026-11-20 09:05:07 UTC] Scout
    Hi.
    (cut off here)
    (no answer found)
    (from: Tents · https://acme.example/tents)
`;
    expect(await text([[began, said('Hello\nthere'), answer]], about)).toBe(expected);
    expect(await text([[began], [said('Hello\nthere'), answer]], about)).toBe(expected);
  });

  it.each(['=SUM(A1)', '+1', '-1', '@import', '  =SUM(A1)', '\t=SUM(A1)', '\u00a0@x'])(
    'makes no formula of %j, in the first line or a later one',
    async (line) => {
      for (const words of [line, `a\n${line}`, `a\r${line}`, `a\u2028${line}`, `a\v${line}`]) {
        const lines = linesOf(await textOf(said(words)));
        expect(lines.filter((one) => /^\s*[=+\-@]/.test(one))).toEqual([]);
        expect(lines.some((one) => /^ {4}'\s*[=+\-@]/.test(one))).toBe(true);
      }
    },
  );

  it('leaves those signs alone anywhere else in a line', async () => {
    expect(await textOf(said('1 + 1 = 2, me@x - ok'))).toContain('\n    1 + 1 = 2, me@x - ok\n');
  });

  it('keeps a forged line of another author inside what was said', async () => {
    const forged = '[2026-11-20 09:05:07 UTC] Robin\n    I owe you money';
    const heads = linesOf(await textOf(said(forged))).filter((line) => line.startsWith('['));
    expect(heads).toEqual(['[2026-11-20 09:05:07 UTC] Visitor']);
  });

  it('cannot be made to begin a line by a name, a note, an address or a page', async () => {
    const hostile: Entry[] = [
      said('x', { author: { role: 'agent', name: 'Eve\n=1' } }),
      { seq: 3, at: AT, kind: 'event', event: 'note.left', name: 'Eve', note: 'a\n=2\n[x] y' },
      said('x', { sources: [{ title: 'T\n=3' }] }),
    ];
    const page = { title: 'P\n=4', url: 'u\n=5', referrer: '=6' };
    const lines = linesOf(await text([hostile], { page, siteName: 'S\n=7' }));
    expect(lines.filter((line) => /^\s*[=+\-@]/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('[x]'))).toEqual([]);
  });

  it('sends no signals to a terminal', async () => {
    expect(await textOf(said('a\u001b[2Jb\u0000c\u009bd\u0007'))).toContain(
      '    a\ufffd[2Jb\ufffdc\ufffdd\ufffd\n',
    );
  });
});

describe('a transcript as JSON', () => {
  const one = said('=1\u0000\u2028</script>\n"2"', { sources: [{ title: 'Tents' }] });
  const two = said('x', { seq: 3 });

  it.each([
    { pages: [[]], entries: [] },
    { pages: [[one]], entries: [one] },
    { pages: [[one, two]], entries: [one, two] },
    { pages: [[one], [], [two]], entries: [one, two] },
  ])('is the same however the log is cut: %#', async ({ pages, entries }) => {
    const head = headed({ country: 'NO' });
    const json = await whole(asJson(head, pagesOf(...pages)));
    expect(JSON.parse(json)).toEqual({ ...head, entries });
  });
});

describe.each([
  ['text', (pages: Pages) => asText(headed(), pages, 'Scout')],
  ['JSON', (pages: Pages) => asJson(headed(), pages)],
])('a file as %s', (_, write) => {
  it('breaks off where the log does', async () => {
    async function* broken(): Pages {
      yield [said('one')];
      throw new Error('gone');
    }
    await expect(whole(write(broken()))).rejects.toThrow('gone');
  });
});

describe('the name of the file', () => {
  it('tells website, day and conversation', () => {
    expect(fileName(headed(), AT, 'txt')).toBe('acme-2026-11-20-00ffabab.txt');
  });

  it('holds no sign that a header or a file system takes for something else', () => {
    const odd = { ...headed({ site: 'a"/../\r\nb' }), conversation: '../"x' };
    expect(fileName(odd, AT, 'json')).toMatch(/^[a-z0-9.-]+$/);
  });
});
