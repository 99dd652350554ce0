import { describe, expect, it } from 'vitest';
import {
  addressQuery,
  conversationQuery,
  searchable,
} from '../../../src/site/conversation-query.ts';

describe('a search over conversations', () => {
  it('wants the beginning of every word', () => {
    expect(conversationQuery('demo', ' Ship  Nor ')).toBe(
      '(site : "demo") AND (text : ("Ship"* AND "Nor"*))',
    );
  });

  it.each(['', '  ', '"', '* ( ) :', '\0', '!?'])('is none where %j holds no word', (text) => {
    expect(conversationQuery('demo', text)).toBeNull();
  });

  it('lets no sign through that means something to the index', () => {
    const query = conversationQuery('demo', `a" OR b* NEAR(c) {d} : ^e -f + "g`);
    expect(query).toBe(
      '(site : "demo") AND (text : ("a"* AND "OR"* AND "b"* AND "NEAR"* AND "c"* AND "d"* AND "e"* AND "f"* AND "g"*))',
    );
  });

  it('takes sixteen words and not one more', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
    expect(conversationQuery('demo', words(17))).toBe(conversationQuery('demo', words(16)));
    expect(conversationQuery('demo', words(16))).not.toBe(conversationQuery('demo', words(15)));
  });

  it('gives scripts without spaces their spaces, and leaves the others whole', () => {
    expect(searchable('a送料b')).toBe('a 送  料 b');
    expect(searchable('Größe élan 배송')).toBe('Größe élan 배송');
    expect(conversationQuery('demo', '送料')).toBe('(site : "demo") AND (text : ("送  料"*))');
  });
});

describe('a search over addresses', () => {
  it('takes any part literally, of this website and no other', () => {
    expect(addressQuery('demo', 'a"b* OR c')).toBe(
      '(site : "/demo/") AND (contact : "a""b* OR c")',
    );
  });

  it('is for parts of three characters or more', () => {
    expect(addressQuery('demo', '@a.')).not.toBeNull();
    for (const part of ['', '@a', 'a\0b', '😀😀']) expect(addressQuery('demo', part)).toBeNull();
  });
});
