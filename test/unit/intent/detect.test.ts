import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/intent/detect.ts';
import { means } from './say.ts';

describe('an open offer', () => {
  const offered = { offered: true };
  means(
    'confirm',
    [
      'please',
      'do it',
      'that would be great',
      'yes, connect me to a human',
      'bring them in',
      'ok thanks',
    ],
    offered,
  );
  means(
    'decline',
    [
      "I'd rather you answered",
      "I'm good",
      'I can wait',
      "I don't want to talk to a human",
      'keep going',
    ],
    offered,
  );
  means('ask_human', ['a human, please'], offered);

  it('is what makes an answer of "please"', () => {
    expect(detect('please').label).toBe('other');
  });

  it('is what makes a yes of a repeated wish', () => {
    expect(detect('yes, connect me to a human').label).toBe('ask_human');
  });

  it('makes no answer of a new question', () => {
    expect(detect("yes but what's the return policy", offered).label).toBe('other');
  });
});

describe('the evidence', () => {
  it.each([
    ['Hello!! I WANT to  talk to a Human, now', 'talk to a Human'],
    ['ça suffit. Je veux parler à un conseiller.', 'parler à un conseiller'],
    ['Well… YES please', 'YES please'],
    ['ok then, no thanks', 'no thanks'],
    ['我想转人工，谢谢', '转人工'],
    ['👋 get me a reprsentative 🙏', 'get me a reprsentative'],
  ])('is the visitor’s own words: %s', (message, words) => {
    const { evidence } = detect(message);
    expect(message).toContain(evidence);
    expect(evidence).toContain(words);
  });

  it('is empty when nothing was found', () => {
    expect(detect('Is the tent waterproof?').evidence).toBe('');
  });
});

describe('the score', () => {
  it('is lower for words that had to be put right', () => {
    expect(detect('get me a reprsentative').score).toBeLessThan(
      detect('get me a representative').score,
    );
  });

  it('is lower for a yes that asks', () => {
    expect(detect('yes?').score).toBeLessThan(detect('yes').score);
  });

  it('is lower when words of a person were found in another sense', () => {
    expect(detect('I do not want to talk to a human').score).toBeLessThan(
      detect('how much is the tent').score,
    );
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'talk to ',
      'a human ',
      'you are ',
      'not ',
      'no ',
      '\0',
      '\r\n',
      '‮',
      '🙅',
      'ا',
      '不',
      "'",
      '.',
      '?',
      '\ud800',
      'so very ',
    ),
  );
  const text = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join('').slice(0, 4000));

  it('gets a verdict whose evidence it holds', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (message, offered) => {
        const { label, score, evidence } = detect(message, { offered });
        expect(message).toContain(evidence);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(evidence === '').toBe(label === 'other');
      }),
    );
  });

  it('gets the same verdict twice', () => {
    fc.assert(
      fc.property(text, (message) => {
        expect(detect(message)).toEqual(detect(message));
      }),
    );
  });

  it.each([
    ['', 'other'],
    ['\0', 'other'],
    ['you are so very '.repeat(250), 'other'],
    ['a '.repeat(2000), 'other'],
    ['no '.repeat(1333), 'other'],
    [`${'?'.repeat(3980)} human please`, 'ask_human'],
    [`${'I like tents. '.repeat(280)}Can I talk to a person?`, 'ask_human'],
  ])('is read to its end, however it is made (%#)', (message, label) => {
    expect(detect(message).label).toBe(label);
  });
});
