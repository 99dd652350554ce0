import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BadTemplate,
  countOf,
  type Lists,
  readTemplate,
  sentenceOf,
  sentencesOf,
} from '../../../scripts/train/detector/grammar.ts';
import { seeded } from '../../../scripts/train/random.ts';

const NO_LISTS: Lists = new Map();
const EVERYTHING = 1_000;

const all = (template: string, lists = NO_LISTS): string[] =>
  sentencesOf(readTemplate(template, lists), EVERYTHING, seeded(1));

/** So many different words, as alternatives. */
const words = (count: number, of = 'w'): string[] =>
  Array.from({ length: count }, (_, at) => `${of}${at}`);
const either = (options: readonly string[]): string => `(${options.join(' | ')})`;

describe('a template', () => {
  it.each([
    ['is its words', 'a human please', ['a human please']],
    ['offers alternatives', 'get (a human | an agent)', ['get a human', 'get an agent']],
    ['offers alternatives without brackets', 'human | agent', ['human', 'agent']],
    ['leaves out what is optional', 'human [please]', ['human', 'human please']],
    ['leaves out what is optional at the beginning', '[a] human', ['human', 'a human']],
    ['has alternatives among what is optional', 'ok [now | then]', ['ok', 'ok now', 'ok then']],
    ['has brackets in brackets', '(a [b | (c | d)])', ['a', 'a b', 'a c', 'a d']],
    ['needs no spaces beside a bar', '(a|b |c| d)', ['a', 'b', 'c', 'd']],
    ['may have an alternative that is nothing', '(please | ) help', ['please help', 'help']],
    [
      'glues what is not set apart',
      'ok[, thanks](! | ?)',
      ['ok!', 'ok?', 'ok, thanks!', 'ok, thanks?'],
    ],
    ['keeps no more than one space', '  a   [b]   c ', ['a c', 'a b c']],
    ['multiplies', '(a | b) (c | d)', ['a c', 'a d', 'b c', 'b d']],
    ['makes each sentence once', '(a | a) [ ]', ['a']],
    ['keeps marks and other scripts', '¿puedo? | 转(人工|客服)', ['¿puedo?', '转人工', '转客服']],
  ])('%s', (_, template, sentences) => {
    expect(all(template)).toEqual(sentences);
  });
});

describe('a list', () => {
  const person = readTemplate('a human | an agent', NO_LISTS);
  const lists: Lists = new Map([
    ['person', person],
    ['who_2', readTemplate('{person} | somebody', new Map([['person', person]]))],
  ]);

  it('stands for any of its options', () => {
    expect(all('get {person}', lists)).toEqual(['get a human', 'get an agent']);
  });

  it('may be used by other lists', () => {
    expect(all('{who_2}', lists)).toEqual(['a human', 'an agent', 'somebody']);
  });

  it('is known to be used', () => {
    const used = new Set<string>();
    readTemplate('get {person} (or | {person})', lists, used);
    expect([...used]).toEqual(['person']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a bracket left open', 'get (a | b', 'a bracket is not closed'],
    ['an optional part left open', 'get [a', 'a bracket is not closed'],
    ['a bracket closed only', 'get a)', '“)” has no beginning'],
    ['an optional part closed only', 'get a]', '“]” has no beginning'],
    ['brackets that cross', 'get [a (b] c)', '“]” has no beginning'],
    ['a list that nobody wrote', 'get {nobody}', 'there is no list “nobody” above'],
    ['a list’s name that is none', 'get {No-body}', '“{” has no beginning'],
    ['a list without a name', 'get {}', '“{” has no beginning'],
    ['a list closed only', 'get person}', '“}” has no beginning'],
  ])('is refused: %s', (_, template, why) => {
    expect(() => readTemplate(template, NO_LISTS)).toThrow(new BadTemplate(why));
  });

  it('is nothing else, and makes no other error', () => {
    const anything = fc
      .array(fc.constantFrom('a', ' ', '|', '(', ')', '[', ']', '{', '}', '{a}', ' | '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anything, (template) => {
        try {
          expect(all(template).every((sentence) => !/[()[\]{}|]/.test(sentence))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(BadTemplate);
        }
      }),
    );
  });
});

describe('the number of sentences', () => {
  it.each([
    ['a', 1],
    ['(a | b) [c] d', 4],
    ['(a | b | [c])', 4],
    ['(a | a)', 2],
  ])('of %s is %i', (template, count) => {
    expect(countOf(readTemplate(template, NO_LISTS))).toBe(count);
  });

  it('is no more than what is enough, where there are more', () => {
    const template = readTemplate('(a | b) (c | d) (e | f) (g | h)', NO_LISTS);
    expect(sentencesOf(template, 8, seeded(1))).toHaveLength(8);
    expect(sentencesOf(template, 15, seeded(1)).length).toBeLessThanOrEqual(15);
    expect(sentencesOf(template, 16, seeded(1))).toHaveLength(16);
  });
});

describe('some sentences of many', () => {
  const ENOUGH = 8;
  const some = (template: string, lists = NO_LISTS, seed = 1): string[] =>
    sentencesOf(readTemplate(template, lists), ENOUGH, seeded(seed));
  const used = (sentences: readonly string[], options: readonly string[]): string[] =>
    options.filter((option) => sentences.some((sentence) => sentence.split(' ').includes(option)));

  it('are different ones', () => {
    const sentences = some(`${either(words(30, 'a'))} ${either(words(30, 'b'))}`);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('have every alternative that a template spells out, the optional ones too', () => {
    const [firsts, seconds] = [words(40, 'a'), words(12, 'b')];
    const sentences = some(`${either(firsts)} [${seconds.join(' | ')}] end`);
    expect(used(sentences, firsts)).toEqual(firsts);
    expect(used(sentences, seconds)).toEqual(seconds);
    expect(sentences.length).toBeLessThan(60);
  });

  it('have every alternative at every depth', () => {
    const options = words(24);
    const [one = '', ...others] = options;
    const sentences = some(`x ${either([one, either(others)])} (y | z)`);
    expect(used(sentences, options)).toEqual(options);
  });

  it('are no more than sixty, and no more than a list of forty-eight calls for', () => {
    const lists: Lists = new Map([['long', readTemplate(either(words(200)), NO_LISTS)]]);
    expect(some(either(words(200)))).toHaveLength(60);
    expect(some('{long}', lists)).toHaveLength(48);
  });

  it('are the same with the same seed, and others with another', () => {
    const template = `${either(words(30, 'a'))} ${either(words(30, 'b'))}`;
    expect(some(template, NO_LISTS, 7)).toEqual(some(template, NO_LISTS, 7));
    expect(some(template, NO_LISTS, 8)).not.toEqual(some(template, NO_LISTS, 7));
  });
});

describe('one sentence', () => {
  it('is one of all', () => {
    const template = readTemplate('[hi] (a | b) (c | d)', NO_LISTS);
    const possible = sentencesOf(template, EVERYTHING, seeded(1));
    const drawn = Array.from({ length: 50 }, (_, seed) => sentenceOf(template, seeded(seed)));
    for (const sentence of drawn) expect(possible).toContain(sentence);
    expect(new Set(drawn).size).toBe(possible.length);
  });
});
