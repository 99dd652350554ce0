import { describe, expect, it } from 'vitest';
import { makeReader } from '../../../src/intent/grammar.ts';
import type { Vocabulary } from '../../../src/intent/grammar.ts';
import { makeCompiler } from '../../../src/intent/match.ts';

/** Where `phrase` may end in `text`, counted in words, when it begins with the first word. */
function endsOf(phrase: string, text: string, vocabulary: Vocabulary = {}): number[] {
  const matcher = makeCompiler()(makeReader(vocabulary)(phrase));
  return [...matcher.ends(text.split(' '), 0)].toSorted();
}

describe('a phrase', () => {
  it.each([
    ['is its words', 'talk to', 'talk to me', [2]],
    ['is no other words', 'talk to', 'talk with me', []],
    ['offers choices', 'talk (to | with)', 'talk with me', [2]],
    ['leaves out what is optional', 'a b? c', 'a c', [2]],
    ['takes in what is optional', 'a b? c', 'a b c', [3]],
    ['ends in several places', 'a b?', 'a b', [1, 2]],
    ['lets one word through', 'a * c', 'a x c', [3]],
    ['lets up to three words through', 'a ~ c', 'a x y z c', [5]],
    ['lets no fourth through', 'a ~ c', 'a w x y z c', []],
    ['lets nothing through the end of a sentence', 'a ~ c', 'a . c', []],
    ['sees where a sentence ends', 'a >', 'a . b', [1]],
    ['sees where it does not', 'a >', 'a b', []],
    ['sees where the message ends', 'a $', 'a .', [1]],
    ['sees where it does not end', 'a $', 'a . b', []],
    ['looks ahead without taking', 'a &(b | c)', 'a b', [1]],
    ['looks ahead in vain', 'a &(b | c)', 'a d', []],
  ])('%s', (_, phrase, text, ends) => {
    expect(endsOf(phrase, text)).toEqual(ends);
  });

  it('uses vocabularies, which use vocabularies', () => {
    expect(
      endsOf('get {person}', 'get a human', { person: 'a? {being}', being: 'human | person' }),
    ).toEqual([3]);
  });

  it.each([
    ['a group left open', 'a (b | c'],
    ['a group closed twice', 'a b)'],
    ['a vocabulary nobody wrote', 'a {nobody}'],
    ['a word that says nothing', 'a -'],
  ])('refuses %s', (_, phrase) => {
    expect(() => makeReader({})(phrase)).toThrow(SyntaxError);
  });
});
