import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDetector } from '../../../src/intent/detector.ts';
import { MAX_WORDS } from '../../../src/intent/features.ts';
import { STRAINED_FROM, strainOf, type Turn } from '../../../src/intent/strain.ts';
import { means } from './say.ts';
import { smallDetector } from './small-detector.ts';

const detect = await loadDetector();

const visitor = (text: string): Turn => ({ role: 'visitor', text });
const assistant = (text: string): Turn => ({ role: 'assistant', text });

describe('an open offer', () => {
  const offered = { offered: true };
  means('confirm', ['please', 'do it', 'that would be great', 'ok thanks'], offered);
  means('decline', ["I'd rather you answered", "I'm good"], offered);
  means('ask_human', ['a human, please', 'yes, connect me to a human'], offered);
  means('other', ["yes but what's the return policy"], offered);
});

describe('the evidence', () => {
  it.each([
    ['in capitals', 'Hello!! I WANT to  talk to a Human, now'],
    ['misspelt, among pictographs', '👋 get me a reprsentative 🙏'],
    ['with accents', 'ça suffit. Je veux parler à un conseiller.'],
    ['Latin', 'Guten Tag, ich möchte bitte mit einem echten Menschen reden'],
    ['Greek', 'Καλημέρα, θέλω να μιλήσω με έναν άνθρωπο'],
    ['Cyrillic', 'Здравствуйте, хочу поговорить с живым человеком'],
    ['Arabic', 'مرحبا، أريد التحدث مع موظف'],
    ['Hebrew', 'שלום, אני רוצה לדבר עם נציג'],
    ['Devanagari', 'नमस्ते, मुझे इंसान से बात करनी है'],
    ['Bengali', 'আমি একজন মানুষের সাথে কথা বলতে চাই'],
    ['Thai', 'ขอคุยกับเจ้าหน้าที่หน่อยค่ะ'],
    ['Chinese', '你好，请帮我转人工客服'],
    ['Japanese', 'すみません、担当者と話したいです'],
    ['Korean', '안녕하세요, 상담원 연결해 주세요'],
  ])('alone would be taken for the same: %s', (_, message) => {
    const { label, evidence } = detect(message);
    expect(label).toBe('ask_human');
    expect(evidence).not.toBe('');
    expect(message).toContain(evidence);
    expect(detect(evidence).label).toBe(label);
  });

  it('is empty when nothing was found', () => {
    expect(detect('Is the tent waterproof?').evidence).toBe('');
  });

  it('is no more than what decides', () => {
    const small = smallDetector({ words: { human: 'ask_human', useless: 'frustrated' } });
    expect(small('Well, get me a HUMAN, now!')).toMatchObject({
      label: 'ask_human',
      evidence: 'HUMAN',
    });
    expect(small('é́ … Useless!')).toMatchObject({ label: 'frustrated', evidence: 'Useless' });
  });
});

describe('the score', () => {
  it('is lower for words that are misspelt', () => {
    expect(detect('get me a reprsentative').score).toBeLessThan(
      detect('get me a representative').score,
    );
  });

  it('is lower for a yes that asks', () => {
    expect(detect('yes?').score).toBeLessThan(detect('yes').score);
  });
});

describe('a message of several sentences', () => {
  const small = smallDetector({
    words: { human: 'ask_human', useless: 'frustrated', sure: 'confirm', parcel: 'other' },
  });

  it.each([
    ['at the end', 'Where is my parcel? Get me a human!'],
    ['at the beginning', 'Get me a human. Where is my parcel'],
    ['in the middle', 'My parcel\nget me a human … my parcel'],
  ])('asks for a person if one of them does: %s', (_, message) => {
    expect(small(message)).toMatchObject({ label: 'ask_human', evidence: 'human' });
  });

  it('is impatient if one of them is', () => {
    expect(small('My parcel. It is useless.')).toMatchObject({
      label: 'frustrated',
      evidence: 'useless',
    });
  });

  it('is no more than what it says as a whole where that is one sentence', () => {
    expect(small('Get my parcel to a human').label).toBe('other');
  });

  it('is no answer because one of them would be', () => {
    expect(small('I am sure. Where is my parcel?').label).toBe('other');
  });

  means('ask_human', [
    'My order 4711 arrived last week with two tents. Please connect me to a human agent.',
    'Do you ship to Canada? I want to talk to a real person.',
  ]);
});

describe('what a message was said after', () => {
  const small = smallDetector({ afterQuestion: 'confirm' });
  const label = (...turns: readonly Turn[]) => small('hm', { turns }).label;

  it('is a question if the last line that is not the visitor’s asks one', () => {
    expect(label(assistant('Shall I?'))).toBe('confirm');
    expect(label(assistant('Shall I?'), visitor('well'))).toBe('confirm');
    expect(label(assistant('I shall.'))).toBe('other');
    expect(label(assistant('Shall I?'), assistant('I shall.'))).toBe('other');
    expect(label(assistant('Shall I?'), { role: 'agent', text: 'I am Ana.' })).toBe('other');
    expect(label(visitor('Shall I?'))).toBe('other');
  });

  it('is a question if a person was offered, whatever the last line is', () => {
    expect(small('hm', { offered: true }).label).toBe('confirm');
    expect(small('hm', { offered: true, turns: [assistant('I shall.')] }).label).toBe('confirm');
  });

  it('is nothing at the beginning', () => {
    expect(label()).toBe('other');
    expect(small('hm').label).toBe('other');
  });
});

describe('an answer that may as well be something else', () => {
  it('is worth a second opinion only where it answers an offer', () => {
    const small = smallDetector({ bias: { confirm: 0 } });
    expect(small('hm', { offered: true })).toMatchObject({ label: 'confirm', isUnsure: true });
    expect(small('hm')).toMatchObject({ label: 'confirm', isUnsure: false });
  });
});

describe('a message that says nothing by itself', () => {
  const REPLY = 'You can follow your parcel with the tracking link.';
  const QUESTION = ' Where is my parcel? ';
  const turns = [
    visitor(QUESTION),
    assistant(REPLY),
    visitor('It shows nothing'),
    assistant(REPLY),
  ];

  it('is impatient by how the conversation went', () => {
    const small = smallDetector({});
    expect(small(QUESTION, { turns })).toMatchObject({
      label: 'frustrated',
      tier: 'dialogue',
      evidence: QUESTION.trim(),
      isUnsure: false,
    });
    expect(small(QUESTION, { turns: turns.slice(0, 2) })).toMatchObject({
      label: 'other',
      tier: 'embedded',
    });
  });

  it('is so from a strain on, and not below', () => {
    const unanswered = [visitor(QUESTION), { ...assistant('Sorry.'), isUnanswered: true }];
    const labels = [-10, -4, -2, -1.5, -1, -0.5].map((frustrated) => {
      const small = smallDetector({ bias: { frustrated } });
      const { label, scores } = small(QUESTION, { turns: unanswered });
      const strain = strainOf(unanswered, QUESTION, scores.frustrated);
      expect(label === 'frustrated').toBe(strain >= STRAINED_FROM);
      return label;
    });
    expect(new Set(labels).size).toBe(2);
  });

  it('is not asked about when it means something by itself', () => {
    const small = smallDetector({ words: { thanks: 'confirm' } });
    expect(small('thanks', { turns })).toMatchObject({ label: 'confirm', tier: 'embedded' });
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
      '\u202e',
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

  it.each(['', ' ', '\0', ':)', '🌞'])('means nothing if it has no words: %j', (message) => {
    expect(detect(message).label).toBe('other');
    expect(detect(message, { offered: true }).label).toBe('other');
    expect(detect(message, { turns: [assistant('It is green.')] }).label).toBe('other');
  });

  it('may be the end of somebody’s patience although it has no words', () => {
    const question = visitor('Where is parcel 4711?');
    const noAnswer = { ...assistant('I don’t know that.'), isUnanswered: true };
    const turns = [question, noAnswer, question, noAnswer];
    expect(detect('???', { turns })).toMatchObject({ label: 'frustrated', tier: 'dialogue' });
    expect(detect('???').label).toBe('other');
  });

  it('is read, however long it is', () => {
    expect(detect('Is the tent green? '.repeat(200)).label).toBe('other');
    const { label, evidence } = detect(
      `${'I like tents. '.repeat(8)}please connect me to a human agent`,
    );
    expect(label).toBe('ask_human');
    expect(evidence).not.toContain('tents');
  });

  it(`is read up to its word number ${MAX_WORDS}`, () => {
    const small = smallDetector({ words: { human: 'ask_human' } });
    const after = (count: number) => small(`${'hm '.repeat(count)}human`);
    expect(after(MAX_WORDS - 1)).toMatchObject({ label: 'ask_human', evidence: 'human' });
    expect(after(MAX_WORDS).label).toBe('other');
  });
});
