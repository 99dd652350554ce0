import { describe, expect, it } from 'vitest';
import { withoutWordsOf } from '../../../src/assistant/models/unquoted.ts';

describe('what a provider said', () => {
  const said = ['Hello', 'I am Jane Doe, my card is 4111 1111 1111 1111.'];

  it('loses what it repeats of the conversation, whatever its case or spaces', () => {
    const detail = 'Invalid value: "i am jane doe,\nmy card is 4111 1111 1111 1111."';
    expect(withoutWordsOf(detail, said)).toBe('Invalid value: "…"');
  });

  it('keeps what they have in common by chance: eleven characters, and not twelve', () => {
    expect(withoutWordsOf('abcdefghijk is wrong', ['abcdefghijk'])).toBe('abcdefghijk is wrong');
    expect(withoutWordsOf('abcdefghijkl is wrong', ['abcdefghijkl'])).toBe('… is wrong');
  });

  it('is left alone where nothing was said', () => {
    expect(withoutWordsOf('Rate limit reached', [])).toBe('Rate limit reached');
  });

  it('is compared with the latest words first, and not without end', () => {
    const long = Array.from({ length: 30 }, (_, at) => `${at} `.repeat(1_500));
    expect(withoutWordsOf('the secret of the cellar', ['the secret of the cellar', ...long])).toBe(
      'the secret of the cellar',
    );
    expect(withoutWordsOf('the secret of the cellar', [...long, 'the secret of the cellar'])).toBe(
      '…',
    );
  });
});
