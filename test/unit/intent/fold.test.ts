import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/intent/fold.ts';

const folded = (text: string): string =>
  fold(text)
    .map((word) => word.text)
    .join(' ');

describe('folding', () => {
  it.each([
    ['case and accents', 'ÉTÉ Größe Łódź', 'ete grosse lodz'],
    ['apostrophes, straight, curly or lost', "don't don’t don t that s", 'dont dont dont thats'],
    ['French elision', "l'agent d'accord", 'l agent d accord'],
    ['letters drawn out', 'pleeease nooooo', 'please no'],
    ['double letters', 'yess need', 'yess need'],
    ['digits as they are', '1000 11100', '1000 11100'],
    ['sentence ends', 'Hi! You? ok…', 'hi . you ? ok .'],
    ['a comma after a no', 'no, I want', 'no . i want'],
    ['other commas', 'yes, I want', 'yes i want'],
    ['emoticons and pictographs that decorate', 'ok :) 🙏 👍', 'ok 👍'],
    ['pictographs that decorate in colour', 'ok ❤️ ☀️ ☹️', 'ok'],
    ['scripts without spaces, by character', '转人工ok', '转 人 工 ok'],
    ['decomposed and full-width letters', 'e\u0301te\u0301 ＯＫ', 'ete ok'],
    ['nothing at all', '\0 \u202e --', ''],
  ])('settles %s', (_, text, words) => {
    expect(folded(text)).toBe(words);
  });

  it('keeps each word’s place in the message', () => {
    const text = 'No… je n’ai 转 PAS, 👍!';
    const places = fold(text).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['No', '…', 'je', 'n', 'ai', '转', 'PAS', '👍', '!']);
  });
});
