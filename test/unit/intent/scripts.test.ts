import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { earlierOf, readJsonLines, textOf } from '../../../scripts/json-lines.ts';
import { emptyTally, formatTally, record } from '../../../scripts/tally.ts';

async function texts(...chunks: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const line of readJsonLines(Readable.from(chunks)))
    found.push(textOf(line), ...earlierOf(line));
  return found;
}

describe('JSON lines', () => {
  it('are read across chunks, with or without a last line feed', async () => {
    expect(await texts('{"text":"a"}\n{"te', 'xt":"b"}')).toEqual(['a', 'b']);
    expect(await texts('{"text":"a"}\r\n')).toEqual(['a']);
  });

  it('do not end at the separators that strings may hold', async () => {
    expect(await texts('{"text":"a\u2028b"}\n')).toEqual(['a\u2028b']);
  });

  it('may carry earlier turns, as strings or as objects', async () => {
    expect(await texts('{"text":"a","context":["b",{"role":"bot","text":"c"}]}')).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it.each([
    ['what is not JSON', '{"text":"a"}\nx', 'line 2: not JSON'],
    ['an empty line', '\n{"text":"a"}', 'line 1: not JSON'],
    ['what is no object', '[]', 'line 1: not an object'],
    ['a text that is missing', '{}', 'line 1: "text" is missing or no string'],
    ['a text that is no string', '{"text":1}', 'line 1: "text" is missing or no string'],
    ['a context that is no list', '{"text":"a","context":"b"}', 'line 1: "context" is no list'],
    [
      'a turn that is none',
      '{"text":"a","context":[1]}',
      'line 1: "context" holds something that is no turn',
    ],
  ])('name %s by its line', async (_, input, message) => {
    await expect(texts(input)).rejects.toThrow(message);
  });
});

describe('the tally', () => {
  it('counts what was right, wrong and missed, and false alarms on other', () => {
    const tally = emptyTally();
    record(tally, { expected: 'confirm', label: 'confirm', language: 'en', micros: 1 });
    record(tally, { expected: 'confirm', label: 'other', language: 'en', micros: 2 });
    record(tally, { expected: 'other', label: 'frustrated', language: 'de', micros: 3 });
    record(tally, { expected: 'other', label: 'other', language: 'de', micros: 9 });
    const table = formatTally(tally);
    expect(table).toMatch(/^\* +confirm +1\.000 +0\.500 +0\.667 +2$/m);
    expect(table).toMatch(/^de +frustrated +0\.000 +- +0\.000 +0$/m);
    expect(table).toContain('1 of 2 (50.00 %)');
    expect(table).toContain('median time: 3.0 µs');
  });
});
