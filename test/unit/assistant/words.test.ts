import { describe, expect, it } from 'vitest';
import { guessLanguage, LANGUAGES } from '../../../src/assistant/retrieval/language.ts';
import { distance, nearest } from '../../../src/assistant/retrieval/misspelled.ts';
import { normalize, split, stem } from '../../../src/assistant/retrieval/normalize.ts';
import { safeUrl } from '../../../src/assistant/safe-url.ts';
import { SENTENCES } from '../../../src/assistant/embedded/sentences.ts';
import { smallTalkOf } from '../../../src/assistant/embedded/small-talk.ts';
import {
  MAX_PASSAGE_CHARS,
  MAX_PASSAGE_WORDS,
  passagesOf,
  wordCount,
} from '../../../src/assistant/retrieval/split.ts';

describe('words', () => {
  it('lose case, accents and contractions', () => {
    expect(split(normalize('Größe HAVEN’T l’Été what’s'))).toEqual([
      'grosse',
      'havent',
      'ete',
      'what',
    ]);
  });

  it.each([
    ['returns', 'return'],
    ['returning', 'return'],
    ['deliveries', 'delivery'],
    ['shipped', 'shipping'],
    ['boxes', 'box'],
    ['sizes', 'size'],
    ['tiendas', 'tienda'],
  ])('in two forms have one stem: %s, %s', (a, b) => expect(stem(a)).toBe(stem(b)));

  it.each([
    ['bus', 'bu'],
    ['this', 'thi'],
    ['glass', 'glas'],
    ['string', 'str'],
  ])('keep what only looks like an ending: %s', (word, cut) => {
    expect(stem(word)).not.toBe(cut);
  });
});

describe('a misspelled word', () => {
  it.each([
    ['retrun', 'return'],
    ['delivry', 'delivery'],
    ['exhange', 'exchange'],
    ['paymentt', 'payment'],
  ])('%s is %s', (wrong, right) => {
    expect(nearest(wrong, ['zebra', right])).toBe(right);
  });

  it('is two slips away only if it is long', () => {
    expect(nearest('instalmnet', ['installment'])).toBe('installment');
    expect(nearest('president', ['present'])).toBeNull();
  });

  it('begins as it should, and is not guessed at when short', () => {
    expect(nearest('weather', ['leather'])).toBeNull();
    expect(nearest('kayk', ['kayo'])).toBeNull();
    expect(nearest('waht', ['what'])).toBe('what');
  });

  it('is as far away as it takes slips', () => {
    expect([
      distance('', 'abc'),
      distance('abc', 'abc'),
      distance('abc', 'acb'),
      distance('abc', 'xyz'),
    ]).toEqual([3, 0, 1, 3]);
  });
});

describe('the language', () => {
  it.each([
    ['Where is my order and when will it come?', 'en'],
    ['¿Dónde está mi pedido?', 'es'],
    ['Où est ma commande ?', 'fr'],
    ['Wo ist meine Bestellung?', 'de'],
    ['Onde está o meu pedido?', 'pt'],
    ['Dov’è il mio ordine?', 'it'],
  ])('of %j is %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('is the browser’s when the words do not tell, else English', () => {
    expect([
      guessLanguage('PayPal', 'de-AT'),
      guessLanguage('PayPal', 'ja-JP'),
      guessLanguage('PayPal'),
    ]).toEqual(['de', 'en', 'en']);
  });

  it('is the visitor’s rather than the browser’s', () => {
    expect(guessLanguage('Where is my order, please?', 'de-AT')).toBe('en');
  });
});

describe('small talk', () => {
  it.each([
    ['Hi', 'greeting'],
    ['hellooo there!!', 'greeting'],
    ['Good morning 👋', 'greeting'],
    ['👋', 'greeting'],
    ['thank you so much for your help', 'thanks'],
    ['thx', 'thanks'],
    ['ok', 'ack'],
    ['👍', 'ack'],
    ['No thanks, that’s all', 'ack'],
    ['bye', 'bye'],
    ['thanks, bye!', 'bye'],
    ['who are you?', 'who'],
    ['hello, are you a bot?', 'who'],
    ['What’s your name', 'who'],
    ['hi, can you help me?', 'who'],
  ])('%j is a %s', (text, kind) => {
    expect(smallTalkOf(text)).toEqual({ kind, language: 'en' });
  });

  it.each([
    ['Buenos días', 'es'],
    ['Merci beaucoup !', 'fr'],
    ['Vielen Dank für Ihre Hilfe', 'de'],
    ['Muito obrigado', 'pt'],
    ['Chi sei?', 'it'],
    ['Grüß Gott', 'de'],
  ])('%j is answered in %s', (text, language) => {
    expect(smallTalkOf(text)?.language).toBe(language);
  });

  it('in words of two languages goes by the browser', () => {
    expect(smallTalkOf('ok', 'fr-FR')?.language).toBe('fr');
    expect(smallTalkOf('hi', 'de-DE')?.language).toBe('de');
  });

  it.each([
    'hi, what are your hours?',
    'thanks but where is my order',
    'help with returns',
    '',
    '?',
    'the',
    'okapi',
  ])('is not what asks something: %j', (text) => {
    expect(smallTalkOf(text)).toBeNull();
  });

  it('has a sentence for every kind in every language, none of which speaks of a person coming', () => {
    for (const language of LANGUAGES) {
      for (const sentence of Object.values(SENTENCES[language])) {
        expect(sentence).toMatch(/\S/);
        expect(sentence).not.toMatch(
          /human|person|team|agent|colleague|someone|équipe|equipo|equipe|squadra|mitarbeiter|kolleg/i,
        );
      }
    }
  });
});

describe('passages', () => {
  const split = (text: string) => passagesOf({ id: 1, title: 'T', text });

  it('are paragraphs, with a heading kept on the one it heads', () => {
    expect(split('# Returns\r\n\r\nWithin 60 days.\n\n\n\nFree of charge.')).toEqual([
      'Returns\nWithin 60 days.',
      'Free of charge.',
    ]);
  });

  it('keep a paragraph of exactly the most words whole, and cut one of one more at a sentence', () => {
    const sentence = `${'word '.repeat(MAX_PASSAGE_WORDS / 2 - 1)}end.`;
    expect(split(`${sentence} ${sentence}`)).toHaveLength(1);
    expect(split(`${sentence} ${sentence} More.`)).toEqual([`${sentence} ${sentence}`, 'More.']);
  });

  it.each([
    'word '.repeat(500),
    'x'.repeat(5_000),
    '退货政策。'.repeat(400),
    '🦓'.repeat(2_000),
    'A b c d. '.repeat(300),
  ])('fit an answer and lose nothing, whatever the text', (text) => {
    const passages = split(text);
    for (const passage of passages) {
      expect(wordCount(passage)).toBeLessThanOrEqual(MAX_PASSAGE_WORDS);
      expect(passage.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
      expect(passage.isWellFormed()).toBe(true);
    }
    expect(passages.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it.each(['', ' \n\n ', '#'])('of nothing are next to none: %j', (text) => {
    expect(split(text).length).toBeLessThanOrEqual(1);
  });
});

describe('a source’s address', () => {
  it.each(['https://acme.example/a', 'http://acme.example', '/demo#returns', ' /demo '])(
    '%j is followed',
    (url) => {
      expect(safeUrl(url)).toBe(url.trim());
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '',
    'demo',
    ' javascript:x',
  ])('%j is not', (url) => {
    expect(safeUrl(url)).toBeNull();
  });
});
