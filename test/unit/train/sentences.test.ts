import { describe, expect, it } from 'vitest';
import { materialIn } from '../../../scripts/train/detector/material.ts';
import {
  beforeFrom,
  meaningOf,
  type Sentence,
  sentencesFrom,
} from '../../../scripts/train/detector/sentences.ts';

const NEEDED = 'offer = Shall I?\nsays = It is green.\n';

const made = (text: string): Sentence[] => sentencesFrom([materialIn(NEEDED + text, 'en.txt')]);
const total = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { weight }) => sum + weight, 0);
const many = (count: number): string =>
  Array.from({ length: count }, (_, at) => `w${at}`).join(' | ');

describe('the sentences that are learned from', () => {
  it('are the same for the same material, whatever stands before it', () => {
    const own = `# other\nwhere is (my | your) parcel, please?\n# confirm\nsure, do it\n`;
    const texts = (text: string) => made(text).map((one) => one.text);
    expect(texts(own)).toEqual(texts(own));
    expect(texts(`# decline\nno thanks\n${own}`).slice(-texts(own).length)).toEqual(texts(own));
  });

  it('mean what their section says, look-alikes nothing to act on', () => {
    expect(meaningOf('ask_human')).toBe('ask_human');
    expect(meaningOf('near')).toBe('other');
    expect(meaningOf('other')).toBe('other');
  });

  it('know which template they are of', () => {
    const sentences = made('# other\na | b\nc\n');
    const of = (text: string) => sentences.find((one) => one.text === text)?.template;
    expect(of('a')).toBe(of('b'));
    expect(of('a')).not.toBe(of('c'));
  });

  it('stand as they were written, and as somebody in a hurry types them', () => {
    const texts = made('# other\nwhere is it, please?\n').map(({ text }) => text);
    expect(texts[0]).toBe('where is it, please?');
    expect(texts).toHaveLength(2);
    const slips = made('# other\nwhere is it\n').map(({ text }) => text);
    expect(slips[0]).toBe('where is it');
    expect(Math.abs((slips[1]?.length ?? 0) - 'where is it'.length)).toBeLessThanOrEqual(1);
  });

  it('have no slips in scripts where a letter is a word', () => {
    expect(made('# other\n我的包裹在哪里\n').map(({ text }) => text)).toEqual(['我的包裹在哪里']);
  });
});

describe('what a template counts', () => {
  it('is more if it makes many sentences, but not as much as they are', () => {
    const [one, four] = [total(made('# other\na\n')), total(made(`# other\n${many(4)}\n`))];
    expect(one).toBeCloseTo(1);
    expect(four).toBeCloseTo(2);
  });

  it('is more for look-alikes', () => {
    expect(total(made('# near\na\n'))).toBeGreaterThan(total(made('# other\na\n')));
  });
});

describe('what a sentence was said after', () => {
  it('is what its template says', () => {
    for (const { before } of made(`# confirm\n{offer} => ${many(8)}\n`))
      expect(before).toBe('question');
    for (const { before } of made(`# confirm\n{says} => ${many(8)}\n`))
      expect(before).toBe('statement');
  });

  it('is now this and now that, where it does not matter', () => {
    const befores = made(`# other\n${many(60)}\n`).map(({ before }) => before);
    expect(new Set(befores)).toEqual(new Set(['nothing', 'statement', 'question']));
    const nothing = befores.filter((before) => before === 'nothing').length;
    expect(nothing).toBeGreaterThan(befores.length / 4);
  });

  it('is a question or not', () => {
    expect(beforeFrom('Shall I?')).toBe('question');
    expect(beforeFrom('It is green.')).toBe('statement');
  });
});
