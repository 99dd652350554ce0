import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesIn, introductionIn } from '../../../src/protocol/introduction.ts';
import {
  MAX_ATTRIBUTE_CHARS,
  MAX_ATTRIBUTE_NAME_CHARS,
  MAX_ATTRIBUTES,
  MAX_ID_CHARS,
  MAX_VISITOR_NAME_CHARS,
} from '../../../src/protocol/limits.ts';
import { parseVisitorFrame } from '../../../src/protocol/parse.ts';

describe('an introduction', () => {
  it('is kept as it is where it is of use', () => {
    const visitor = { id: '4711', email: 'ada@example.com', name: 'Ada', hash: 'A0'.repeat(32) };
    expect(introductionIn(visitor)).toEqual(visitor);
    expect(introductionIn({ ...visitor, id: 4711 })).toMatchObject({ id: '4711' });
  });

  it('is put on one line and cut to size, but for what half of would be another', () => {
    const id = 'x'.repeat(MAX_ID_CHARS);
    expect(introductionIn({ id })).toEqual({ id });
    expect(introductionIn({ id: `${id}x` })).toEqual({});
    expect(introductionIn({ id: '47\n11' })).toEqual({});
    expect(introductionIn({ email: 'a@b.co\nBcc: c@d.co' })).toEqual({});
    const name = 'a\r\nb\u2028c\0';
    expect(introductionIn({ name })).toEqual({ name: 'a b c' });
    expect(introductionIn({ name: '😀'.repeat(80) }).name).toHaveLength(MAX_VISITOR_NAME_CHARS);
    expect(introductionIn({ name: `x${'😀'.repeat(80)}` }).name?.isWellFormed()).toBe(true);
    expect(introductionIn({ hash: 'nonsense' })).toEqual({});
  });

  it('of other types is of no use', () => {
    for (const odd of [
      undefined,
      null,
      7,
      'Ada',
      ['Ada'],
      { id: {}, email: [], name: 7, hash: 0 },
    ]) {
      expect(introductionIn(odd)).toEqual({});
    }
  });
});

describe('attributes', () => {
  it('are short texts, numbers, yes and no, and null for what is taken away', () => {
    const told = { plan: 'pro', seats: 3, isTrial: false, old: null };
    expect(attributesIn({ ...told, list: [1], when: {}, much: Infinity, 'no\tname': 1 })).toEqual({
      ...told,
      'no name': 1,
    });
  });

  it('are bounded in number and length', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`a${at}`, at]));
    expect(Object.keys(attributesIn(many))).toHaveLength(MAX_ATTRIBUTES);
    const [[name, value] = []] = Object.entries(
      attributesIn({ ['n'.repeat(99)]: 'v'.repeat(999) }),
    );
    expect([name, value]).toEqual([
      'n'.repeat(MAX_ATTRIBUTE_NAME_CHARS),
      'v'.repeat(MAX_ATTRIBUTE_CHARS),
    ]);
  });

  it('by a name of the prototype’s are attributes like any other, and change nothing else', () => {
    const told: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":"y"}');
    expect(Object.entries(attributesIn(told))).toEqual([['constructor', 'y']]);
    expect({}).not.toHaveProperty('x');
  });

  it('and introductions are read from whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(JSON.stringify([attributesIn(value), introductionIn(value)]).length).toBeLessThan(
          16_000,
        );
      }),
    );
  });
});

describe('the frames', () => {
  it('of a page need an address, and are cut to size', () => {
    const parse = (page: unknown) => parseVisitorFrame(JSON.stringify({ type: 'page', page }));
    expect(parse({ url: 'https://shop.example/', title: 'T'.repeat(400), more: 1 })).toEqual({
      ok: true,
      frame: { type: 'page', page: { url: 'https://shop.example/', title: 'T'.repeat(300) } },
    });
    for (const page of [undefined, null, 'https://shop.example/', {}, { url: 7 }]) {
      expect(parse(page)).toMatchObject({ ok: false, code: 'bad_frame' });
    }
  });

  it('of an introduction are never refused for what is in them', () => {
    for (const visitor of [undefined, null, 7, {}, { id: [] }]) {
      expect(parseVisitorFrame(JSON.stringify({ type: 'identify', visitor }))).toMatchObject({
        ok: true,
      });
    }
  });
});
