import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/assistant/answerer.ts';
import {
  MAX_ASKED_CHARS,
  MAX_EARLIER_CHARS,
  messagesFrom,
  WINDOW_TOKENS,
  windowFrom,
} from '../../../src/assistant/prompt/history-window.ts';
import { headOf, tokensIn } from '../../../src/assistant/prompt/tokens.ts';

const line = (role: Line['role'], text: string): Line => ({ role, text });
const visitor = (text: string) => line('visitor', text);
const assistant = (text: string) => line('assistant', text);

const windowOf = (asked: number, ...lines: Line[]) => {
  const said = lines.filter(({ role }) => role === 'visitor').map(({ text }) => text);
  const open = asked === 0 ? [] : said.slice(-asked);
  const from = windowFrom(lines, open);
  return { from, messages: messagesFrom(lines, open, from) };
};

describe('the estimate of tokens', () => {
  // Counted by the tokenizers of two open model families; the higher of both.
  it.each<[string, string, number]>([
    [
      'English',
      'You can send back anything unused within 60 days of receiving it. Keep the tags on if you can, and use the original packaging.',
      28,
    ],
    [
      'German',
      'Sie können alles Unbenutzte innerhalb von 60 Tagen zurückschicken. Die Rücksendeetiketten liegen der Bestellbestätigung bei.',
      37,
    ],
    [
      'Russian',
      'Вы можете вернуть всё неиспользованное в течение 60 дней после получения заказа.',
      30,
    ],
    [
      'Arabic',
      'يمكنك إرجاع أي شيء غير مستخدم خلال ستين يومًا من استلامه، ويفضل في العبوة الأصلية.',
      60,
    ],
    ['Hindi', 'आप प्राप्त होने के 60 दिनों के भीतर कुछ भी अप्रयुक्त वापस भेज सकते हैं।', 66],
    [
      'Chinese',
      '您可以在收到商品后六十天内退回任何未使用的商品。请尽量保留标签并使用原包装，繁體字也可以退貨。',
      49,
    ],
    [
      'Japanese',
      '未使用の商品は、お受け取りから60日以内であれば返品できます。できればタグを付けたまま、元の箱をお使いください。',
      50,
    ],
    ['Korean', '사용하지 않은 상품은 수령 후 60일 이내에 반품하실 수 있습니다.', 31],
    [
      'Vietnamese',
      'Bạn có thể trả lại bất cứ thứ gì chưa sử dụng trong vòng 60 ngày kể từ khi nhận được.',
      37,
    ],
    ['emoji', '😀🎉👍🏽👨‍👩‍👧‍👦🏳️‍🌈🧗‍♀️🥾⛺️🏔️❤️', 59],
    ['an address', 'https://acme.example/a8f3e91b/qx7?ref=Zk39xQ&utm_source=mail', 27],
    ['punctuation', '!!!???...,,,;;;---***', 7],
  ])('is never below what a model counts, nor far above: %s', (_, text, counted) => {
    expect(tokensIn(text)).toBeGreaterThanOrEqual(counted);
    expect(tokensIn(text)).toBeLessThanOrEqual(3 * counted);
  });

  it('cuts at a space, to the length asked for', () => {
    expect(headOf('one two three', 100)).toBe('one two three');
    expect(headOf('alpha beta gamma delta', 5)).toBe('alpha beta…');
    expect(headOf('😀😀😀', 6)).toBe('😀😀…');
    expect(headOf('', 0)).toBe('');
  });
});

describe('the window', () => {
  it('begins with a visitor’s line: a greeting of the assistant’s is left out', () => {
    expect(windowOf(1, assistant('Hi!'), visitor('a')).from).toBe(1);
    expect(windowOf(1, assistant('Hi!'), visitor('a'), assistant('b'), visitor('c')).from).toBe(1);
  });

  it('holds exactly as much as fits', () => {
    // A turn costs 4 beside its words, and a full stop costs 1: 4 lines leave room for 1984 of them.
    const dots = (count: number) => '.'.repeat(count);
    const full = [visitor(dots(784)), assistant(dots(600)), visitor(dots(599)), visitor('.')];
    expect(windowOf(1, ...full).from).toBe(0);
    expect(windowOf(1, visitor(dots(785)), ...full.slice(1)).from).toBe(2);
    expect(WINDOW_TOKENS).toBe(784 + 600 + 599 + 1 + 4 * 4);
  });

  it('never leaves out what wants an answer, however long', () => {
    const long = '退'.repeat(MAX_ASKED_CHARS);
    const { from, messages } = windowOf(
      2,
      visitor('old'),
      assistant('b'),
      visitor(long),
      visitor(long),
    );
    expect(from).toBe(2);
    expect(messages).toEqual([{ role: 'user', content: `${long}\n${long}` }]);
  });

  it('keeps the beginning and the end of a line that is too long', () => {
    const { messages } = windowOf(1, visitor(`begin ${'x'.repeat(MAX_ASKED_CHARS)} end?`));
    const content = String(messages[0]?.content);
    expect(content).toHaveLength(MAX_ASKED_CHARS);
    expect(content).toMatch(/^begin x+ … x+ end\?$/);
    const whole = 'x'.repeat(MAX_ASKED_CHARS);
    expect(windowOf(1, visitor(whole)).messages[0]?.content).toBe(whole);
  });

  it('shares the room among many lines that want an answer', () => {
    const lines = Array.from({ length: 40 }, (_, n) =>
      visitor(`${n}${'x'.repeat(MAX_ASKED_CHARS)}`),
    );
    const { from, messages } = windowOf(40, ...lines);
    expect(from).toBe(0);
    expect(String(messages[0]?.content).length).toBeLessThanOrEqual(16_040);
    expect(String(messages[0]?.content)).toMatch(/\n39x/);
  });

  it('shortens a long earlier line instead of losing it', () => {
    const { messages } = windowOf(1, visitor('a'), assistant('y'.repeat(20_000)), visitor('c'));
    expect(messages).toHaveLength(3);
    expect(String(messages[1]?.content)).toHaveLength(MAX_EARLIER_CHARS);
  });

  it('stays within its tokens but for what wants an answer', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 3_000 });
    const role = fc.constantFrom<Line['role']>('visitor', 'assistant', 'agent');
    const lines = fc.array(fc.record({ role, text: words }), { maxLength: 12 });
    fc.assert(
      fc.property(lines, (before) => {
        const { messages } = windowOf(1, ...before, visitor('so?'));
        const spent = messages.map(({ content }) => tokensIn(String(content)));
        expect(spent.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(WINDOW_TOKENS);
        expect(String(messages.at(-1)?.content)).toMatch(/so\?$/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the messages', () => {
  it('take turns, beginning and ending with the visitor', () => {
    const lines = [
      assistant('Hi!'),
      visitor('a'),
      visitor('b'),
      line('agent', 'c'),
      assistant('d'),
      visitor('e'),
      assistant('f'),
    ];
    expect(windowOf(1, ...lines).messages).toEqual([
      { role: 'user', content: 'a\nb' },
      { role: 'assistant', content: '[A team member wrote:] c\nd' },
      { role: 'user', content: 'e' },
    ]);
  });

  it('are never without a word, which a provider would refuse', () => {
    expect(windowOf(1, visitor('\u200b\u2060')).messages).toEqual([{ role: 'user', content: '…' }]);
  });

  it('are what is asked where no line says it', () => {
    expect(messagesFrom([], ['a', 'b'], 0)).toEqual([{ role: 'user', content: 'a\nb' }]);
    expect(messagesFrom([], [], 0)).toEqual([]);
  });
});
