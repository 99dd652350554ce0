import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Before,
  featuresOf,
  type IsKnown,
  MAX_WORDS,
  PLACE_BITS,
  unitsOf,
} from '../../../src/intent/features.ts';

const none: IsKnown = () => false;
const all: IsKnown = () => true;

/** Those words are known, and no others. */
const known = (...words: readonly string[]): IsKnown => {
  const hashes = new Set(words.flatMap((word) => unitsOf([word])));
  return (hash) => hashes.has(hash);
};

/** A copy: the list that is returned is overwritten by the next call. */
const features = (text: string, before: Before = 'nothing', isKnown = none): number[] => [
  ...featuresOf(text === '' ? [] : text.split(' '), before, isKnown),
];

const inCommon = (one: readonly number[], other: readonly number[]): number[] =>
  one.filter((place) => other.includes(place));

const words = fc.array(
  fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('转', '人', 'a', '.', '7')),
  { maxLength: 200 },
);
const before = fc.constantFrom('nothing', 'statement', 'question');

describe('features', () => {
  it('are the same for the same words, whatever was read in between', () => {
    const first = features('can i talk to a person', 'question');
    features('where is my parcel', 'statement', all);
    expect(features('can i talk to a person', 'question')).toEqual(first);
  });

  it('are places in the table, however the words are made', () => {
    fc.assert(
      fc.property(words, before, fc.boolean(), (some, after, isKnown) => {
        for (const place of featuresOf(some, after, () => isKnown)) {
          expect(Number.isInteger(place) && place >= 0 && place < 2 ** PLACE_BITS).toBe(true);
        }
      }),
    );
  });

  it('tell the order of words', () => {
    expect(features('no i want')).not.toEqual(features('i want no'));
  });

  it('share a misspelt word’s pieces with the word', () => {
    const shared = inCommon(features('representative'), features('represntative')).length;
    expect(shared).toBeGreaterThan(
      inCommon(features('representative'), features('delivery')).length,
    );
  });

  it('share a stem with the word’s other endings', () => {
    const shared = inCommon(features('helping'), features('helped')).length;
    expect(shared).toBeGreaterThan(inCommon(features('helping'), features('asking')).length);
  });

  it('tell that a word is a number rather than which one it is', () => {
    const shared = inCommon(features('order 4711'), features('order 0815')).length;
    expect(shared).toBeGreaterThan(inCommon(features('order 4711'), features('order soon')).length);
  });

  it('of a script without spaces reach further than a word', () => {
    expect(features('我 要 转 人 工')).not.toEqual(features('我 要 人 转 工'));
    const [one, other] = [features('我 要 转 人'), features('他 要 转 人')];
    expect(inCommon(one, other).length).toBeLessThan(one.length);
  });
});

describe('what came before', () => {
  it('adds features, and takes none away', () => {
    const alone = features('yes please');
    expect(features('yes please', 'question')).toEqual(expect.arrayContaining(alone));
    expect(features('yes please', 'question').length).toBeGreaterThan(alone.length);
  });

  it('is told apart: nothing, a statement and a question', () => {
    const told = (['nothing', 'statement', 'question'] as const).map((one) =>
      features('yes', one).join(' '),
    );
    expect(new Set(told).size).toBe(3);
  });

  it('counts for a message without a word, too', () => {
    expect(features('', 'question').length).toBeGreaterThan(features('').length);
  });
});

describe('which words are known', () => {
  const message = 'i want a tent';
  /** What a message has whichever of its words are known. */
  const always = inCommon(features(message, 'nothing', none), features(message, 'nothing', all));

  it('changes only the features of the build', () => {
    for (const isKnown of [known('want'), known('i', 'a'), known('tent')]) {
      const own = features(message, 'nothing', isKnown);
      expect(inCommon(always, own)).toEqual(always);
      expect(own).not.toEqual(features(message, 'nothing', none));
    }
  });

  it('makes one stranger as good as another', () => {
    const [tent, boot] = [known('i', 'want', 'a'), all].map((isKnown) =>
      inCommon(
        features('i want a tent', 'nothing', isKnown),
        features('i want a boot', 'nothing', isKnown),
      ),
    );
    expect(tent?.length).toBeGreaterThan(boot?.length ?? Infinity);
  });

  it('tells three strangers from four, but no more from four', () => {
    const build = (strangers: number): Set<number> =>
      new Set(features(`i ${'tent '.repeat(strangers)}want`, 'nothing', known('i', 'want')));
    expect(build(3)).not.toEqual(build(4));
    expect(build(5)).toEqual(build(4));
  });

  it('is decided by pairs in scripts without spaces', () => {
    const units = unitsOf(['转', '人', '工']);
    expect(units).toEqual([...unitsOf(['转', '人']), ...unitsOf(['人', '工'])]);
    expect(unitsOf(['转'])).toEqual([]);
    expect(unitsOf(['转', 'ok'])).toEqual(unitsOf(['ok']));
  });

  it('is the same for all numbers', () => {
    expect(unitsOf(['room7'])).toEqual(unitsOf(['room12']));
  });
});

describe('the limits', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `word${at}x`);

  it(`are ${MAX_WORDS} words: the last of them is read, the next is not`, () => {
    const list = many(MAX_WORDS + 1);
    const read = (end: number) => [...featuresOf(list.slice(0, end), 'nothing', none)];
    expect(read(MAX_WORDS)).not.toEqual(read(MAX_WORDS - 1));
    expect(read(MAX_WORDS + 1)).toEqual(read(MAX_WORDS));
  });

  it('leave the pieces of a word out that is too long, but not the word', () => {
    const long = 'abcdefghijklmnopqrstuvwx';
    const [short, one, other] = [long, `${long}y`, `${long}z`].map((word) => features(word));
    expect(one).not.toEqual(other);
    expect(one?.length).toBe(short?.length);
  });

  it('hold the longest message that there is, each feature of it', () => {
    const longest = many(MAX_WORDS).map((word) => word.padEnd(100, 'abcdefghijklmnopqrstuvw'));
    const isOdd: IsKnown = (hash) => (hash & 1) === 1;
    const count = (after: Before) => featuresOf(longest, after, isOdd).length;
    expect(count('nothing')).toBeGreaterThan(MAX_WORDS * 50);
    // What is added last would be missing first.
    expect(count('question')).toBeGreaterThan(count('nothing') + 8);
  });
});
