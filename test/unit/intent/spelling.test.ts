import { describe, expect, it } from 'vitest';
import { isOneSlip, makeSpeller } from '../../../src/intent/spelling.ts';

describe('one slip', () => {
  it.each([
    ['a letter changed', 'agemt', 'agent', true],
    ['a letter left out', 'agnt', 'agent', true],
    ['a letter too many', 'agentt', 'agent', true],
    ['neighbours swapped', 'agnet', 'agent', true],
    ['no slip', 'agent', 'agent', false],
    ['two letters changed', 'agimt', 'agent', false],
    ['letters swapped across another', 'egant', 'agent', false],
    ['two letters too many', 'agentss', 'agent', false],
  ])('knows %s', (_, typed, meant, isOne) => {
    expect(isOneSlip(typed, meant)).toBe(isOne);
  });
});

describe('the speller', () => {
  const speller = makeSpeller(['agent', 'human', 'speak'], new Set(['steak']));
  const correct = (text: string): string => {
    const words = [{ text, start: 0, end: text.length }];
    speller.correct(words);
    return words[0]?.text ?? '';
  };

  it.each([
    ['agnet', 'agent'],
    ['humna', 'human'],
    ['spaek', 'speak'],
  ])('puts %s right', (typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });

  it.each([
    ['a word it knows', 'steak'],
    ['a word with another first letter', 'urgent'],
    ['a short word', 'humn'],
    ['another script', 'агент'],
  ])('leaves %s alone', (_, word) => {
    expect(correct(word)).toBe(word);
  });
});
