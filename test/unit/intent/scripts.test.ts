import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../scripts/lib/json-lines.ts';
import { contextOf, textOf } from '../../../scripts/lib/messages.ts';
import type { Turn } from '../../../src/intent/strain.ts';

interface Message {
  text: string;
  turns: readonly Turn[] | undefined;
}

async function messages(...chunks: readonly string[]): Promise<Message[]> {
  const found: Message[] = [];
  for await (const line of readJsonLines(Readable.from(chunks)))
    found.push({ text: textOf(line), turns: contextOf(line).turns });
  return found;
}

const texts = async (...chunks: readonly string[]) =>
  (await messages(...chunks)).map(({ text }) => text);

/** The turns before a message that came with this context. */
async function turnsOf(context: unknown): Promise<readonly Turn[] | undefined> {
  const [message] = await messages(JSON.stringify({ text: 'a', context }));
  return message?.turns;
}

describe('JSON lines', () => {
  it('are read across chunks, with or without a last line feed', async () => {
    expect(await texts('{"text":"a"}\n{"te', 'xt":"b"}')).toEqual(['a', 'b']);
    expect(await texts('{"text":"a"}\r\n')).toEqual(['a']);
  });

  it('do not end at the separators that strings may hold', async () => {
    expect(await texts('{"text":"a\u2028b"}\n')).toEqual(['a\u2028b']);
  });

  it('may have empty ones between them, and a byte order mark before them', async () => {
    expect(await texts('\ufeff{"text":"a"}\n\n \n{"text":"b"}\n\n')).toEqual(['a', 'b']);
  });

  it.each([
    ['what is not JSON', '{"text":"a"}\nx', 'line 2: not JSON'],
    ['what is not JSON behind an empty line', '{"text":"a"}\n\nx', 'line 3: not JSON'],
    ['what is no object', '[]', 'line 1: not an object'],
    ['a text that is missing', '{}', 'line 1: "text" is missing or no string'],
    ['a text that is no string', '{"text":1}', 'line 1: "text" is missing or no string'],
    ['a context that is no list', '{"text":"a","context":"b"}', 'line 1: "context" is no list'],
    [
      'a turn that is none',
      '{"text":"a","context":[1]}',
      'line 1: "context" holds something that is no turn',
    ],
    [
      'a turn without a text',
      '{"text":"a","context":["b",{"role":"user"}]}',
      'line 1: "context" holds something that is no turn',
    ],
  ])('name %s by its line', async (_, input, message) => {
    await expect(texts(input)).rejects.toThrow(message);
  });
});

describe('the context of a message', () => {
  it('may be missing', async () => {
    expect(await turnsOf(undefined)).toBeUndefined();
    expect(await turnsOf(null)).toBeUndefined();
    expect(await turnsOf([])).toEqual([]);
  });

  it('ends with the assistant, and takes turns, where nothing tells who spoke', async () => {
    const turns = [
      { role: 'assistant', text: 'b' },
      { role: 'visitor', text: 'c' },
      { role: 'assistant', text: 'd' },
    ];
    expect(await turnsOf(['b', 'c', 'd'])).toEqual(turns);
    expect(await turnsOf(['b', { text: 'c' }, 'd'])).toEqual(turns);
  });

  it.each(['visitor', 'user', 'customer', 'human'])('knows a visitor as “%s”', async (role) => {
    expect(await turnsOf([{ role, text: 'b' }])).toEqual([{ role: 'visitor', text: 'b' }]);
  });

  it('takes everybody else who has a role for the assistant', async () => {
    const context = [
      { role: 'bot', text: 'b' },
      { role: 'assistant', text: 'c' },
    ];
    expect(await turnsOf(context)).toEqual([
      { role: 'assistant', text: 'b' },
      { role: 'assistant', text: 'c' },
    ]);
  });
});
