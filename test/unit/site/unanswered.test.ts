import { describe, expect, it } from 'vitest';
import { foldQuestion, MAX_QUESTION_CHARS } from '../../../src/site/unanswered.ts';

describe('questions that only look different', () => {
  it.each<[string, ...string[]]>([
    [
      'Do you offer gift wrapping?',
      'do you offer GIFT WRAPPING',
      'Hi there! Do you offer gift wrapping, please?',
      'Offer gift wrapping??',
      'Hello, do you offer a gift wrapping? Thanks!',
      'Do  you\noffer gift-wrapping…',
    ],
    ['Can I rent a tent?', 'Can I rent tents?'],
    ['Don’t you sell kayaks?', "Don't you sell kayaks?", 'dont you sell kayaks'],
    ['¿Alquilan bicicletas?', 'Hola, alquilan bicicletas?', 'alquilan bicicletas'],
    ['Vermieten Sie Fahrräder?', 'Guten Tag, vermieten sie Fahrräder? Vielen Dank!'],
    ['Livrez-vous en Suède ?', 'Bonjour, livrez vous en Suede?'],
    ['可以租自行车吗？', '可以租自行车吗'],
    ['أين المتجر؟', 'اين المتجر'],
  ])('fold the same: %s', (question, ...others) => {
    const folded = foldQuestion(question);
    expect(folded).not.toBe('');
    expect(others.filter((other) => foldQuestion(other) !== folded)).toEqual([]);
  });

  it.each([
    ['Do you rent tents?', 'Do you sell tents?'],
    ['Is there a shop in Oslo?', 'Is there a shop in Bergen?'],
    ['Good boots for hiking?', 'Boots for hiking?'],
    ['可以租自行车吗', '可以买自行车吗'],
    ['किताब कहाँ है', 'कोट कहाँ है'],
    ['What is it?', 'Why this?'],
  ])('do not, when they ask something else: %s / %s', (one, other) => {
    expect(foldQuestion(one)).not.toBe(foldQuestion(other));
  });

  it('fold to their own words, where they have no others', () => {
    expect(foldQuestion('Who are you?')).not.toBe('');
    expect(foldQuestion('What about it?')).not.toBe('');
  });

  it('fold to nothing without a word', () => {
    for (const text of ['', '  ', '???', '👍', '\u0000']) expect(foldQuestion(text)).toBe('');
  });

  it('fold to no more than is kept, whatever they are', () => {
    expect(foldQuestion('tent '.repeat(5_000)).length).toBeLessThanOrEqual(MAX_QUESTION_CHARS);
    const cut = foldQuestion(`${'x'.repeat(MAX_QUESTION_CHARS - 1)}𝒜𝒜`);
    expect(cut.isWellFormed()).toBe(true);
  });
});
