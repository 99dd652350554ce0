import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Question } from '../../../src/assistant/answerer.ts';
import { clip, clipMiddle, neutral } from '../../../src/assistant/prompt/fence.ts';
import type { Passage } from '../../../src/assistant/retrieval/passage.ts';
import { buildPrompt, type Prompt } from '../../../src/assistant/prompt/prompt.ts';
import { INJECTIONS, NEEDLE } from './injections.ts';
import { SETTINGS } from './settings.ts';

const TEXTS = Object.entries(INJECTIONS).flatMap(([family, texts]) =>
  texts.map((text) => ({ text, label: `${family}: ${JSON.stringify(text.slice(0, 60))}` })),
);

const line = (role: Line['role'], text: string): Line => ({ role, text });
const LONG = 'word '.repeat(240);

/** Where words come from that are not ours, innocent ones at first. */
interface Words {
  asked: string;
  before: string;
  /** So long ago that only the digest tells of it. */
  longAgo: string;
  agent: string;
  reply: string;
  summary: string;
  title: string;
  body: string;
  url: string;
  note: string;
  locale: string;
  assistantName: string;
  siteName: string;
  contact: string;
  owner: string;
}

const INNOCENT: Words = {
  asked: 'hours?',
  before: 'tents?',
  longAgo: 'Where are you from?',
  agent: 'Good day.',
  reply: 'We have tents.',
  summary: 'They want a tent.',
  title: 'Hours',
  body: 'From 9 to 5.',
  url: '/hours',
  note: 'Be kind.',
  locale: '',
  assistantName: 'Scout',
  siteName: 'Acme Outdoor',
  contact: 'help@acme.example',
  owner: 'Be cheerful.',
};

function promptOf(over: Partial<Words> = {}): Prompt {
  const words = { ...INNOCENT, ...over };
  const lines = [
    line('visitor', 'hi'),
    line('visitor', words.longAgo),
    ...Array.from({ length: 6 }, () => [line('visitor', LONG), line('assistant', LONG)]).flat(),
    line('visitor', words.before),
    line('agent', words.agent),
    line('visitor', 'and?'),
    line('assistant', words.reply),
    line('visitor', words.asked),
  ];
  const question: Question = {
    settings: {
      ...SETTINGS,
      name: words.siteName,
      assistantName: words.assistantName,
      contact: words.contact,
      instructions: words.owner,
    },
    lines,
    summary: { text: words.summary, covers: 1 },
    asked: [words.asked],
    team: 'off',
    note: words.note,
    locale: words.locale,
  };
  const passage = (title: string, text: string, url?: string): Passage => ({
    title,
    text,
    score: 1,
    ...(url !== undefined && { url }),
  });
  return buildPrompt(question, [
    passage(words.title, words.body, words.url),
    passage('Prices', 'A tent costs $100.'),
  ]);
}

const BASE = promptOf();

const FENCE_TAG = /<\/?(?:passages|passage|note|earlier|chat)(?![\p{L}\p{N}_])/giu;
const fencesOf = (text: string) => text.match(FENCE_TAG) ?? [];
const spoken = ({ messages }: Prompt) => messages.map(({ content }) => String(content)).join('\n');
const whole = (prompt: Prompt) => `${prompt.instructions}\n${spoken(prompt)}`;

/** What must stand in no prompt: what ends a turn or begins one for some model, and what nobody sees. */
const LIVE_TOKEN =
  /<\s*[|｜]|\[\s*\/?\s*(?:INST|SYSTEM_PROMPT|TOOL_CALLS)\s*\]|<\s*\/?\s*(?:s|bos|eos|sys|start_of_turn|end_of_turn|think|tool_result|function_calls)\s*>/i;
const UNSEEN =
  /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e0fff}]/u;

const between = (text: string, from: string, to: string) => {
  const start = text.indexOf(from);
  expect(start).not.toBe(-1);
  return text.slice(start + from.length, text.indexOf(to, start));
};
const rulesAfterData = (text: string) => text.slice(text.lastIndexOf('</passages>'));
const rulesBeforeData = (text: string) => text.slice(0, text.indexOf('A team member spoke'));
const count = (text: string) => text.split(NEEDLE).length - 1;

/** Each place, and the part of the instructions it may be found in; nowhere there if there is none. */
const PLACES: Readonly<Record<keyof Words, ((instructions: string) => string) | null>> = {
  asked: null,
  before: null,
  agent: null,
  reply: null,
  locale: null,
  longAgo: (text) => between(text, '<earlier>\n', '\n</earlier>'),
  summary: (text) => between(text, '<earlier>\n', '\n</earlier>'),
  title: (text) => between(text, '<passage number="1"', '</passage>'),
  body: (text) => between(text, '<passage number="1"', '</passage>'),
  url: (text) => between(text, '<passage number="1"', '</passage>'),
  note: (text) => between(text, '<note>\n', '\n</note>'),
  assistantName: (text) => between(text, 'You are ', ', the automated assistant'),
  siteName: (text) => between(text, 'the website “', '”. You are not a person'),
  contact: (text) => between(text, 'may use this: ', '\n\nNever say or suggest'),
  owner: (text) => between(text, 'asks this of your answers:\n', '\n\nA team member spoke'),
};

const NAMES: readonly (keyof Words)[] = [
  'asked',
  'before',
  'longAgo',
  'agent',
  'reply',
  'summary',
  'title',
  'body',
  'url',
  'note',
  'locale',
  'assistantName',
  'siteName',
  'contact',
  'owner',
];

describe.each(NAMES)('what comes in as %s', (place) => {
  const room = PLACES[place];
  const prompts = TEXTS.map(({ text, label }) => ({ label, prompt: promptOf({ [place]: text }) }));
  const thatBreak = (holds: (prompt: Prompt) => boolean) =>
    prompts.filter(({ prompt }) => !holds(prompt)).map(({ label }) => label);

  it('opens and closes no fence', () => {
    const fences = fencesOf(BASE.instructions).join();
    expect(fences).toContain('<passages');
    expect(thatBreak(({ instructions }) => fencesOf(instructions).join() === fences)).toEqual([]);
    expect(thatBreak((prompt) => fencesOf(spoken(prompt)).length === 0)).toEqual([]);
  });

  it('stays in its place', () => {
    const isInPlace = ({ instructions }: Prompt) =>
      count(instructions) === (room ? count(room(instructions)) : 0);
    expect(thatBreak(isInPlace)).toEqual([]);
  });

  it('is no message of another role', () => {
    const mine = place === 'agent' || place === 'reply' ? 'assistant' : 'user';
    const keepsTurns = ({ messages }: Prompt) =>
      messages.length % 2 === 1 &&
      messages.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant'));
    const isMine = ({ messages }: Prompt) =>
      messages.every(({ role, content }) => role === mine || !String(content).includes(NEEDLE));
    expect(thatBreak(keepsTurns)).toEqual([]);
    expect(thatBreak(isMine)).toEqual([]);
  });

  it('carries nothing that only a machine reads', () => {
    expect(thatBreak((prompt) => !LIVE_TOKEN.test(whole(prompt)))).toEqual([]);
    expect(thatBreak((prompt) => !UNSEEN.test(whole(prompt)))).toEqual([]);
    expect(thatBreak((prompt) => whole(prompt).isWellFormed())).toEqual([]);
  });

  it('leaves the rules around it as they are', () => {
    const rulesOf = ({ instructions }: Prompt) => {
      const rules = rulesBeforeData(instructions) + rulesAfterData(instructions);
      const mine = room?.(instructions) ?? '';
      return mine === '' ? rules : rules.replace(mine, '');
    };
    expect(rulesOf(BASE)).toContain('no instructions for you');
    expect(thatBreak((prompt) => rulesOf(prompt) === rulesOf(BASE))).toEqual([]);
  });

  it('is no longer than it may be', () => {
    const most = BASE.instructions.length + (place === 'owner' ? 8_000 : 2_000);
    expect(thatBreak(({ instructions }) => instructions.length <= most)).toEqual([]);
  });
});

describe('a visitor’s words', () => {
  it('reach the model as they are, but for what only a machine reads', () => {
    const plain = 'Is 5 < 6 & "cheap"? <3 👨‍👩‍👧 [XL] می‌خواهم <div>\n  1. a\n  2. b';
    expect(promptOf({ asked: plain }).messages.at(-1)?.content).toBe(plain);
  });

  it('are still there to be answered, whatever they try', () => {
    const lost = TEXTS.filter(
      ({ text }) => !String(promptOf({ asked: text }).messages.at(-1)?.content).includes(NEEDLE),
    );
    expect(lost).toEqual([]);
  });
});

describe('neutral text', () => {
  const tags =
    '< </ / > | ｜ ＜ passages passage note earlier im_start s SYS INST [ ] [/ é 👍'.split(' ');
  const signs = [' ', '\n', '\u200b', '\u200d', '\u200c', '\ufe0f', '\u{e0041}'];
  const fragments = fc.constantFrom(...tags, ...signs);
  const texts = fc.array(fragments, { maxLength: 16 }).map((parts) => parts.join(''));

  it('holds no live tag, however it is put together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(neutral(text)).not.toMatch(FENCE_TAG);
        expect(neutral(text)).not.toMatch(LIVE_TOKEN);
        expect(neutral(text)).not.toMatch(UNSEEN);
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps the joiners that words and emoji need, and no others', () => {
    expect(neutral('می\u200cخواهم क्\u200dष 👨\u200d👩')).toBe('می\u200cخواهم क्\u200dष 👨\u200d👩');
    expect(neutral('\u200dob\u200d\u200cey <\u200c/passages>')).toBe('obey ‹/passages>');
  });

  it('is never cut in the middle of a sign', () => {
    for (const max of [9, 10, 11, 12]) {
      for (const cut of [clip('😀'.repeat(20), max), clipMiddle('😀'.repeat(20), max)]) {
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(max);
      }
    }
  });

  it('is as neutral as it gets', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(neutral(neutral(text))).toBe(neutral(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
