import { describe, expect, it } from 'vitest';
import type { TeamStanding } from '../../../src/assistant/answerer.ts';
import { claimIn, isFalsePromise, truthIn } from '../../../src/assistant/promises/claim.ts';
import { LANGUAGES } from '../../../src/assistant/promises/languages/index.ts';
import { alternativesOf } from '../../../src/assistant/promises/patterns.ts';
import { foldPattern } from '../../../src/assistant/promises/reading.ts';
import { LONGEST_WITHIN, triggeredBy } from '../../../src/assistant/promises/triggers.ts';
import { samples } from './promises/samples.ts';
import type { Sample } from './promises/samples.ts';

const STANDINGS: readonly TeamStanding[] = [
  'off',
  'available',
  'offered',
  'calling',
  'called',
  'unreachable',
];
const BATCHES = ['tuned by', 'kept aside', 'second', 'third', 'fourth'] as const;
const codes = [...new Set(samples.map(({ language }) => language))];

/** Promises that are known to slip through: each is a wish to the rules, and no other may join them. */
const SLIP = new Set([
  'طلبت من زميل المساعدة.',
  'Ihre Anfrage liegt jetzt bei einem Kollegen.',
  "You're now chatting with Tom, a support specialist.",
]);

const rate = (list: readonly Sample[]) =>
  `${list.filter((sample) => isFalsePromise(sample.text)).length}/${list.length}`;

describe('promises', () => {
  it('have samples in every language', () => {
    expect(codes.toSorted()).toEqual(LANGUAGES.map(({ code }) => code.toLowerCase()).toSorted());
    for (const code of codes) {
      const first = samples.filter(
        ({ language, batch }) =>
          language === code && (batch === 'tuned by' || batch === 'kept aside'),
      );
      const wrong = first.filter(({ isFalse }) => isFalse).length;
      expect(wrong).toBeGreaterThanOrEqual(code === 'en' ? 50 : 18);
      expect(first.length - wrong).toBeGreaterThanOrEqual(code === 'en' ? 50 : 12);
    }
  });

  it.each(codes)('of a person are caught, and innocent sentences pass: %s', (code) => {
    const own = samples.filter(({ language }) => language === code);
    for (const batch of BATCHES) {
      const of = own.filter((sample) => sample.batch === batch);
      const [wrong, innocent] = [true, false].map((is) => of.filter((s) => s.isFalse === is));
      console.log(
        `${code}, ${batch}: caught ${rate(wrong ?? [])}, wrongly ${rate(innocent ?? [])}`,
      );
    }
    const missed = own.filter(({ isFalse, text }) => isFalse && !isFalsePromise(text));
    const known = own.filter(({ text }) => SLIP.has(text));
    expect(missed.map(({ text }) => text)).toEqual(known.map(({ text }) => text));
    const wronged = own.filter(({ isFalse, text }) => !isFalse && isFalsePromise(text));
    expect(wronged.map(({ text }) => text)).toEqual([]);
  });
});

describe('a promise is found', () => {
  it.each([
    ['with emphasis', 'I have **notified** our __team__.'],
    ['with emphasis within a word', 'I have noti**fied** our te_am_.'],
    ['with odd spaces', 'I\u00a0have \u2003 notified\u202four\tteam.'],
    ['with a zero-width space within a word', 'I have noti\u200bfied our te\u200bam.'],
    ['with zero-width spaces between words', 'I have\u200bnotified\u200bour\u200bteam.'],
    ['with a soft hyphen', 'I have noti\u00adfied our team.'],
    ['in capitals', 'I HAVE NOTIFIED OUR TEAM!'],
    ['in full-width letters', 'Ｉ　ｈａｖｅ　ｎｏｔｉｆｉｅｄ　ｏｕｒ　ｔｅａｍ．'],
    ['without a full stop', 'I have notified our team'],
    ['after a semicolon', 'Your order has left; I have notified our team.'],
    ['after a colon', 'Good news: a colleague will join this chat.'],
    ['after a dash', 'No worries – I have notified our team.'],
    ['before a dash', 'I have notified our team - anything else?'],
    ['around an aside', 'I have, as you asked, notified our team.'],
    ['around brackets', 'I have (just now) notified our team.'],
    ['around a pause', 'I have notified… our team.'],
    ['after a denial in another clause', 'I cannot do that myself, but I have notified our team.'],
    [
      'after a condition that is no matter to it',
      'If you wonder, I have already notified our team.',
    ],
    ['with a typewriter apostrophe', "I've notified our team."],
    ['with a curly apostrophe', 'I’ve notified our team.'],
    ['with combining accents', 'J’ai pre\u0301venu notre e\u0301quipe.'],
    ['without accents', 'J’ai prevenu notre equipe.'],
  ])('%s', (_, sentence) => expect(isFalsePromise(sentence)).toBe(true));
});

describe('no promise is', () => {
  it.each([
    ['a denial', 'I have not notified our team.', 'I have notified our team.'],
    [
      'what a condition goes with',
      'Once you write to us, our team will contact you.',
      'Our team will contact you.',
    ],
    [
      'an offer under a condition',
      'If you like, I can connect you to an agent.',
      'I can connect you to an agent.',
    ],
    [
      'a question for a wish',
      'Would you like to talk to a person?',
      'Would you like me to call a person?',
    ],
    ['what a courier does', 'The courier will call you.', 'A colleague will call you.'],
    ['an instruction', 'You can notify our team by email.', 'I can notify our team by email.'],
  ])('%s', (_, innocent, wrong) => {
    expect(isFalsePromise(innocent)).toBe(false);
    expect(isFalsePromise(wrong)).toBe(true);
  });
});

describe('every word of a language file', () => {
  it.each(LANGUAGES)('is looked out for: $code', ({ who, verbs, unspaced }) => {
    const words = [...alternativesOf(who), ...alternativesOf(verbs)]
      .map((word) => foldPattern(word).replaceAll('_', ''))
      .map((word) => word.split(' ').slice(0, 2));
    for (const [first = '', second] of words) {
      const [word, before] = second === undefined ? [first, ''] : [second, first];
      expect({ word, bits: triggeredBy(word, before) }).not.toEqual({ word, bits: 0 });
      if (unspaced) expect(word.length).toBeLessThanOrEqual(LONGEST_WITHIN);
    }
  });
});

describe('the truth', () => {
  it('is there for every standing in every language, and differs between standings', () => {
    for (const language of LANGUAGES) {
      const truths = STANDINGS.map((team) => truthIn(language, team));
      expect(new Set(truths).size).toBe(STANDINGS.length);
      for (const truth of truths) expect(truth).toMatch(/^\S.{8,110}[.。।]$/u);
    }
  });

  it.each([
    ['es', 'He avisado a nuestro equipo.'],
    ['pt', 'Já avisei a nossa equipe.'],
    ['it', 'Ho avvisato il nostro team.'],
    ['nl', 'Ik heb ons team ingelicht.'],
    ['de', 'Ich habe unser Team benachrichtigt.'],
    ['hi', 'मैंने टीम को बता दिया है।'],
    ['hi-Latn', 'Maine team ko bata diya hai.'],
    ['zh', '我已经通知了我们的团队。'],
    ['ja', 'チームに連絡しました。'],
  ])('is told in the language of the promise: %s', (code, sentence) => {
    expect(claimIn(sentence)?.code).toBe(code);
  });
});
