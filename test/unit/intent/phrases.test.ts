import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/intent/fold.ts';
import { finderOf } from '../../../src/intent/phrases.ts';

/** What is found in a message, as words. */
function found(list: string, message: string, isFiller?: (word: string) => boolean): string[] {
  const texts = fold(message).map(({ text }) => text);
  return finderOf(list, isFiller)
    .allIn(texts, { from: 0, to: texts.length })
    .map(({ from, to }) => texts.slice(from, to).join(' '));
}

describe('a phrase is found', () => {
  it.each([
    ['as it is written', 'no way|nowhere', 'there is no way', ['no way']],
    ['whatever its case and accents', 'não É', 'NAO E assim', ['nao e']],
    ['where words are not spaced', '不想', '我不想', ['不 想']],
    ['by how a word begins', 'no me pas*', 'no me pases', ['no me pases']],
    ['by how a word ends', '*mem', 'ben istemem', ['istemem']],
    ['within a word', '*ght*', 'a lightning', ['lightning']],
    ['over a few words', 'geen … nodig', 'geen hulp van jou nodig', ['geen hulp van jou nodig']],
    ['over none', 'geen … nodig', 'geen nodig', ['geen nodig']],
  ])('%s', (_, list, message, expected) => {
    expect(found(list, message)).toEqual(expected);
  });

  it('over a word that says nothing, but not at its beginning', () => {
    expect(found('do not want', 'so do not really want', (word) => word === 'really')).toEqual([
      'do not really want',
    ]);
    expect(found('do not', 'really do not', (word) => word === 'really')).toEqual(['do not']);
  });
});

describe('a phrase is not found', () => {
  it.each([
    ['when it is cut short', 'no way', 'there is no'],
    ['over other words', 'no way', 'no other way'],
    ['over more than a few words', 'geen … nodig', 'geen a b c d e f nodig'],
    ['as a part of a word', 'no', 'nothing'],
  ])('%s', (_, list, message) => {
    expect(found(list, message)).toEqual([]);
  });

  it('beyond the range', () => {
    const texts = ['a', 'b', 'c'];
    expect(finderOf('b c').isIn(texts, { from: 0, to: 2 })).toBe(false);
    expect(finderOf('b c').isIn(texts, { from: 0, to: 3 })).toBe(true);
  });
});
