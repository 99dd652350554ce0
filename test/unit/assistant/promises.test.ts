import { describe, expect, it } from 'vitest';
import { TEAM_STANDINGS } from '../../../src/assistant/answerer.ts';
import { isFalsePromise } from '../../../src/assistant/promises/promise.ts';
import { tongueOf } from '../../../src/assistant/promises/tongue.ts';
import { TRUTH_LANGUAGES, truthIn } from '../../../src/assistant/promises/truths.ts';
import { innocent, promises } from './promises/samples.ts';

/** Shares of the samples, none of which the guard has learned from: what it reaches, and a little less. */
const CAUGHT = 0.92;
const CAUGHT_IN_EACH = 0.75;
const FALSE_ALARMS = 0.03;

const caught = (list: readonly { text: string }[]) =>
  list.filter(({ text }) => isFalsePromise(text)).length;
const languages = [...new Set(promises.map(({ language }) => language))];

describe('promises that nobody has learned from', () => {
  it('are there in every language in which the truth can be told', () => {
    expect(languages.toSorted()).toEqual(TRUTH_LANGUAGES.toSorted());
  });

  it.each(languages)('are caught, most of them: %s', (language) => {
    const own = promises.filter((sample) => sample.language === language);
    const others = innocent.filter((sample) => sample.language === language);
    console.log(
      `${language}: caught ${caught(own)}/${own.length}, wrongly ${caught(others)}/${others.length}`,
    );
    expect(caught(own) / own.length).toBeGreaterThanOrEqual(CAUGHT_IN_EACH);
  });

  it('are caught at the level that is published', () => {
    expect(caught(promises) / promises.length).toBeGreaterThanOrEqual(CAUGHT);
    expect(caught(innocent) / innocent.length).toBeLessThanOrEqual(FALSE_ALARMS);
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
    ['what cannot be done', 'I can’t contact our team for you.', 'I’ll contact our team for you.'],
    ['what nobody did', 'Nobody has been told about it.', 'The manager has been told about it.'],
    ['a question for a wish', 'Would you like to talk to a person?', 'A person will talk to you.'],
    [
      'how to reach them',
      'You can write to our team by email.',
      'Our team will write to you soon.',
    ],
    ['what an article says', 'Our staff inspects every return.', 'Our staff is on it now.'],
    ['what a system sends', 'You will receive an email with the label.', 'Tom will email you.'],
    ['our own truth', truthIn('en', 'available'), 'Somebody has been called for you.'],
  ])('%s', (_, innocent, wrong) => {
    expect(isFalsePromise(innocent)).toBe(false);
    expect(isFalsePromise(wrong)).toBe(true);
  });
});

describe('the truth', () => {
  it('is there for every standing in every language, and differs between standings', () => {
    for (const language of TRUTH_LANGUAGES) {
      const truths = TEAM_STANDINGS.map((team) => truthIn(language, team));
      expect(new Set(truths).size).toBe(TEAM_STANDINGS.length);
      for (const truth of truths) expect(truth).toMatch(/^\S.{8,110}[.。।]$/u);
    }
  });

  it.each([
    ['es', 'Ya he avisado a nuestro equipo.'],
    ['pt', 'Já avisei a nossa equipe.'],
    ['it', 'Ho avvisato il nostro team.'],
    ['nl', 'Ik heb ons team ingelicht.'],
    ['de', 'Ich habe unser Team benachrichtigt.'],
    ['hi', 'मैंने टीम को बता दिया है।'],
    ['hi-latn', 'Maine team ko bata diya hai.'],
    ['zh', '我已经通知了我们的团队。'],
    ['ja', 'チームに連絡しました。'],
  ])('is told in the language of the promise: %s', (code, sentence) => {
    expect(tongueOf(sentence)).toBe(code);
  });
});
