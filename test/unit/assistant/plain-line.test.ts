import { describe, expect, it } from 'vitest';
import { plainLine, shortened } from '../../../src/assistant/prompt/plain-line.ts';

describe('a plain line', () => {
  it.each([
    ['see https://evil.example/a?b=c now', 'see [link] now'],
    ['HTTPS://EVIL.EXAMPLE', '[link]'],
    ['ftp://evil.example and javascript://x', '[link] and [link]'],
    ['www.evil.example/x', '[link]'],
    ['https://kim@evil.example', '[link]'],
    ['evil.example/x', 'evil. example/x'],
    ['a.b.evil.example', 'a.b. evil. example'],
    ['пример.рф', 'пример. рф'],
    ['it is broken.Please help', 'it is broken. Please help'],
  ])('leads nowhere: %j', (text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  it.each([
    'write to kim.lee+shop@mail.acme.example, order 4711-B',
    '3.5 kg, 1.50€, size 42.5, e.g. v2.0…',
    'week-end: 10:30–12.00',
    'ನಮಸ್ಕಾರ नमस्ते สวัสดี 👩‍👩‍👧‍👦 می‌خواهم',
  ])('keeps facts as they are: %s', (text) => {
    expect(plainLine(text)).toBe(text);
  });

  it('holds no line break, control or direction override', () => {
    expect(plainLine(' a\r\n\tb\u0085c\u2028d\u0000e ')).toBe('a b c d e');
    expect(plainLine('a\u202eb\u2066c\u200fd\u00ade\ufefff')).toBe('abcdef'.replace('f', ' f'));
    expect(plainLine('a\ud800b')).toBe('ab');
    expect(plainLine(`x${'\u0301'.repeat(40)} y`)).toBe(`x${'\u0301'.repeat(4)} y`);
  });
});

describe('a shortened text', () => {
  it('ends between words where one ends nearby, without the comma before', () => {
    expect(shortened('one two, three', 10)).toBe('one two…');
    expect(shortened(`one ${'x'.repeat(40)}`, 30)).toBe(`one ${'x'.repeat(25)}…`);
  });

  it('is as long as it may be, and no longer', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('ab…');
    expect(shortened('ab👋c', 4)).toBe('ab…');
    expect(shortened('ab👋', 4)).toBe('ab👋');
  });
});
