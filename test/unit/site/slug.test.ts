import { describe, expect, it } from 'vitest';
import { slugOf } from '../../../src/site/own-sites.ts';

describe('an id made of a name', () => {
  it.each([
    ['Acme Outdoor', 'acme-outdoor'],
    ['Café Größe & Söhne', 'cafe-grosse-sohne'],
    ['Robin’s  Shop!', 'robins-shop'],
    ['--Łódź--', 'lodz'],
    ['日本', ''],
    ['<script>', 'script'],
  ])('of %j is %j', (name, id) => {
    expect(slugOf(name)).toBe(id);
  });

  it('leaves room for a number, and never ends in a hyphen', () => {
    expect(slugOf('a'.repeat(60))).toBe('a'.repeat(48));
    expect(slugOf(`${'a'.repeat(47)} b`)).toBe('a'.repeat(47));
  });
});
