import { describe, expect, it } from 'vitest';
import { evaluate, type Result, type Row } from '../../../scripts/eval/evaluate.ts';
import { reportOf } from '../../../scripts/eval/report.ts';
import { type Detect, NOTHING_KNOWN } from '../../../src/intent/verdict.ts';
import type { Label } from '../../../src/protocol/entry.ts';

const row = (text: string, expected: Label, language = 'en', source = 'test'): Row => ({
  text,
  context: {},
  expected,
  language,
  source,
});

/** Takes “yes” for a yes and “angry” for impatience, whoever says it. */
const detect: Detect = (text) => {
  if (text === 'yes')
    return {
      ...NOTHING_KNOWN,
      label: 'confirm',
      score: 0.9,
      scores: { ...NOTHING_KNOWN.scores, confirm: 0.9, other: 0.1 },
    };
  if (text === 'angry')
    return {
      ...NOTHING_KNOWN,
      label: 'frustrated',
      score: 0.5,
      scores: { ...NOTHING_KNOWN.scores, frustrated: 0.5, other: 0.5 },
    };
  return NOTHING_KNOWN;
};

const ROWS = [
  row('yes', 'confirm'),
  row('yep', 'confirm'),
  row('angry', 'other', 'de'),
  row('hm', 'other', 'de'),
];

const results: readonly Result[] = evaluate(ROWS, detect);

function partOf(title: string, of = results): string {
  const part = reportOf(of).find((one) => one.title === title);
  return part?.lines.join('\n') ?? `there is no part “${title}”`;
}

describe('an evaluation', () => {
  it('tells of every message, in order, what everybody made of it', () => {
    expect(
      evaluate([row('human please', 'ask_human'), row('yes', 'confirm')], detect),
    ).toMatchObject([
      { row: { text: 'human please' }, label: 'other', keywords: 'ask_human', isUnsure: false },
      { row: { text: 'yes' }, label: 'confirm', score: 0.9, keywords: 'confirm', first: 'confirm' },
    ]);
  });

  it('lets the detector know what came before', () => {
    const turns = [{ role: 'assistant', text: 'Shall I?' }] as const;
    const asked: unknown[] = [];
    evaluate([{ ...row('yes', 'confirm'), context: { turns } }], (text, context) => {
      asked.push(context);
      return detect(text, context);
    });
    expect(new Set(asked)).toEqual(new Set([{ turns }]));
  });

  it('takes a message for unsure only by what it says about a person', () => {
    expect(evaluate([row('angry', 'other')], detect)).toMatchObject([{ isUnsure: true }]);
  });
});

describe('the report', () => {
  it('tells precision, recall and F1 of all messages, and by language', () => {
    const table = partOf('All, and by language');
    expect(table).toMatch(/^\* +confirm +1\.000 +0\.500 +0\.667 +2$/m);
    expect(table).toMatch(/^en +confirm +1\.000 +0\.500 +0\.667 +2$/m);
    expect(table).toMatch(/^de +frustrated +0\.000 +- +0\.000 +0$/m);
    expect(table).toMatch(/^de +other +1\.000 +0\.500 +0\.667 +2$/m);
    expect(table).toContain('on other: 1 of 2 (50.00 %)');
  });

  it('has its columns stand under each other', () => {
    const [, ...lines] = partOf('All, and by language').split('\n\n')[0]?.split('\n') ?? [];
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines.length).toBeGreaterThan(3);
  });

  it('goes by source only if there are several', () => {
    expect(partOf('By source')).toBe('there is no part “By source”');
    const more = evaluate([...ROWS, row('yes', 'confirm', 'en', 'chats')], detect);
    expect(partOf('By source', more)).toMatch(/^chats +confirm +1\.000 +1\.000 +1\.000 +1$/m);
  });

  it('sets the detector against the first version and a list of keywords', () => {
    const table = partOf('Against simpler ways');
    expect(table).toMatch(/^detector +- +0\.000 +0\.667 +- +50\.00 %$/m);
    expect(table).toMatch(/^first version, by rules +/m);
    expect(table).toMatch(/^keywords +/m);
  });

  it('tells what it costs to offer a person sooner or later', () => {
    const table = partOf('When to offer a person');
    expect(table).toMatch(/^0\.50 +0\.00 % +0\.00 % +50\.00 % +475\.0 +#{40}$/m);
    expect(table).toMatch(/^0\.55 +0\.00 % +0\.00 % +0\.00 % +0\.0 +#$/m);
    expect(table).toContain('Least at 0.55');
    expect(table).toMatch(/25\.00 % of the messages, and 50\.00 % of those judged wrongly\.$/);
  });

  it('tells how sure it was, and how often right', () => {
    const table = partOf('How sure, and how often right');
    expect(table).toMatch(/^0\.5 to 0\.6 +1 +0\.500 +0\.000$/m);
    expect(table).toMatch(/^0\.9 to 1\.0 +3 +0\.967 +0\.667$/m);
  });

  it('tells how long it took', () => {
    const [first] = results;
    if (!first) throw new Error('there are no results');
    const timed = [3, 9, 1, 2].map((micros): Result => Object.assign({}, first, { micros }));
    expect(partOf('Time', timed)).toBe(
      'median time: 3.0 µs a message, 99th percentile 9.0 µs, 4 messages',
    );
  });

  it('has no figure that is none, even of a single message', () => {
    const text = reportOf(evaluate([row('yes', 'confirm')], detect))
      .flatMap(({ lines }) => lines)
      .join('\n');
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});
