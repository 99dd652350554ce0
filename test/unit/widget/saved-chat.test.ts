import { describe, expect, it } from 'vitest';
import { fill } from '../../../src/language/fill.ts';
import * as en from '../../../src/language/tongues/en.ts';
import { savedChat, savedName } from '../../../widget/visitor/extra/saved-chat.ts';
import type { MessageRow, Row } from '../../../widget/visitor/talk/rows.ts';

const AT = new Date(2026, 7, 3, 9, 5).getTime();
const WHEN = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(AT);

const heading = (when: string) => fill(en.words.saved, { site: 'Acme', when });

function said(
  role: MessageRow['role'],
  text: string,
  name: string | null = null,
  more: Partial<MessageRow> = {},
): Row {
  return {
    kind: 'message',
    key: 1,
    role,
    name,
    text,
    at: AT,
    isLast: true,
    isOffer: false,
    ...more,
  };
}

const linesOf = (...rows: Row[]) =>
  savedChat(heading, rows, en.words, 'en', AT).split('\n').slice(2, -1);

describe('a saved chat', () => {
  it('tells whose it is, and who said what, when', () => {
    const text = savedChat(
      heading,
      [
        said('visitor', 'Hi'),
        said('assistant', 'Hello', 'Otter'),
        said('assistant', 'How can I help?'),
        { kind: 'line', key: 4, text: 'Robin joined the chat', at: AT },
        said('agent', 'Robin here', 'Robin'),
        said('visitor', 'Great'),
      ],
      en.words,
      'en',
      AT,
    );
    expect(text.split('\n')).toEqual([
      `Chat with Acme, saved ${WHEN}`,
      '',
      `[${WHEN}] You: Hi`,
      `[${WHEN}] Otter: Hello`,
      `[${WHEN}] Otter: How can I help?`,
      `[${WHEN}] * Robin joined the chat`,
      `[${WHEN}] Robin: Robin here`,
      `[${WHEN}] You: Great`,
      '',
    ]);
  });

  it('lets nobody put words into another’s mouth by a line break', () => {
    const [first, second, third] = linesOf(said('visitor', 'Hi\r\n[now] Robin: Free for all\rx'));
    expect(first).toBe(`[${WHEN}] You: Hi`);
    expect(second).toBe('    [now] Robin: Free for all');
    expect(third).toBe('    x');
  });

  it.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'nor by %j, which some program takes for one',
    (separator) => {
      expect(linesOf(said('visitor', `Hi${separator}[now] Robin: Free for all`))).toEqual([
        `[${WHEN}] You: Hi`,
        '    [now] Robin: Free for all',
      ]);
    },
  );

  it('sends no signals to a terminal, whoever they come from', () => {
    const signal = '\u001b[2K\u009b1A\b\u007f';
    const shown = '\ufffd[2K\ufffd1A\ufffd\ufffd';
    const source = { kind: 'line', key: 4, text: `${signal} joined`, at: AT } as const;
    expect(linesOf(said('agent', signal, signal), source)).toEqual([
      `[${WHEN}] ${shown}: ${shown}`,
      `[${WHEN}] * ${shown} joined`,
    ]);
  });

  it('keeps everything else to the letter, what a spreadsheet would reckon with too', () => {
    expect(linesOf(said('visitor', '=1+1\n- one\n@two 👋🏽 שלום'))).toEqual([
      `[${WHEN}] You: =1+1`,
      '    - one',
      '    @two 👋🏽 שלום',
    ]);
  });

  it('names what an answer rests on, and that it was cut off', () => {
    const message = {
      seq: 1,
      at: AT,
      kind: 'message',
      author: { role: 'assistant' },
      text: 'Free',
      interrupted: true,
      sources: [{ title: 'Delivery', url: '/delivery' }, { title: 'Prices' }],
    } as const;
    const rest = { message: { ...message, sources: [...message.sources] } };
    expect(linesOf(said('assistant', 'Free', 'Otter', rest))).toEqual([
      `[${WHEN}] Otter: Free`,
      '    (Not finished)',
      '    (Sources: Delivery (/delivery), Prices)',
    ]);
  });
});

describe('its name', () => {
  it('is the website’s and the day’s, in letters and digits that every system takes', () => {
    expect(savedName({ name: 'Acme: Outdoor/2 ', site: 'demo' }, AT)).toBe(
      'Acme-Outdoor-2-chat-2026-08-03.txt',
    );
    expect(savedName({ name: '山の店', site: 'demo' }, AT)).toBe('山の店-chat-2026-08-03.txt');
  });

  it('falls back on the website’s id', () => {
    expect(savedName({ name: '***', site: 'demo' }, AT)).toBe('demo-chat-2026-08-03.txt');
  });
});
