import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../src/site/entities.ts';

describe('character references', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&nbsp;', '\u00a0'],
    ['&Auml;&yuml;&eacute;&szlig;', 'Äÿéß'],
    ['&euro;&ndash;&hellip;&rsquo;', '€–…’'],
    ['&Omega;&alpha;&sigmaf;', 'Ωας'],
    ['&#65;&#x41;&#X41;', 'AAA'],
    ['&#128512;', '😀'],
    ['&#150;&#x92;', '–’'],
    ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
    ['&#65&amp&copy', 'A&©'],
    ['&amp;lt;', '&lt;'],
    ['&unknown; &; & &# R&D', '&unknown; &; & &# R&D'],
    ['?a=1&eacute=2', '?a=1&eacute=2'],
  ])('are read as a browser reads them: %s', (text, characters) => {
    expect(decodeEntities(text)).toBe(characters);
  });

  it('know all of Latin 1, each by its own name', () => {
    const names = ['&nbsp;', '&iexcl;', '&frac14;', '&times;', '&divide;', '&yuml;'];
    expect(names.map((name) => decodeEntities(name).codePointAt(0))).toEqual([
      160, 161, 188, 215, 247, 255,
    ]);
  });
});
