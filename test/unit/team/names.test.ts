import { describe, expect, it } from 'vitest';
import { MAX_ADDRESS_CHARS, parseAddress } from '../../../src/team/address.ts';
import { MAX_NAME_CHARS, nameFromAddress, parseName } from '../../../src/team/name.ts';

describe('a display name', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada \t  Okafor\n', 'Ada Okafor'],
    ['Ada\u0000\u202E\u2066', 'Ada'],
    ['שירה', 'שירה'],
    ['👋', '👋'],
  ])('%j is read as %j', (text, name) => {
    expect(parseName(text)).toBe(name);
  });

  it.each(['', '   ', '\u200B\u200D', '\u202E'])('is not %j: nobody would see it', (text) => {
    expect(parseName(text)).toBe(null);
  });

  it('is as long as people count, and no longer', () => {
    expect(parseName('👋'.repeat(MAX_NAME_CHARS))).not.toBe(null);
    expect(parseName('👋'.repeat(MAX_NAME_CHARS + 1))).toBe(null);
  });

  it('is made of an address when nothing else is known', () => {
    expect(nameFromAddress('ada.okafor@acme.example')).toBe('ada.okafor');
    expect(nameFromAddress(`${'a'.repeat(64)}@acme.example`)).toBe('a'.repeat(MAX_NAME_CHARS));
  });
});

describe('an address', () => {
  it('is known in lower case', () => {
    expect(parseAddress('  Ada@Acme.Example ')).toBe('ada@acme.example');
  });

  it.each([null, undefined, 7, '', 'ada', 'ada@', '@acme.example', 'a b@acme.example'])(
    'is not %j',
    (text) => {
      expect(parseAddress(text)).toBe(null);
    },
  );

  it.each([
    'ada@acme.example\r\nBcc: x@evil.example',
    'ada@acme.example,x@evil.example',
    '<ada@acme.example>',
  ])('is one address and nothing a mail header would read more into: not %j', (text) => {
    expect(parseAddress(text)).toBe(null);
  });

  it('is as long as a mail server takes, and no longer', () => {
    const host = `${'a.'.repeat((MAX_ADDRESS_CHARS - 8) / 2)}example`;
    expect(`a@${host}`.length - 1).toBe(MAX_ADDRESS_CHARS);
    expect(parseAddress(`a@${host}`)).toBe(null);
    expect(parseAddress(`a@${host.slice(2)}`)).not.toBe(null);
  });
});
