import { describe, expect, it } from 'vitest';
import { joinAddresses, MAX_ADDRESSES, readAddresses } from '../../../src/site/addresses.ts';

describe('notification addresses', () => {
  it.each([
    ['team@acme.example', 'team@acme.example'],
    [' Team@Acme.example ', 'team@acme.example'],
    ['a@acme.example,b@acme.example', 'a@acme.example, b@acme.example'],
    ['a@acme.example; b@acme.example\n', 'a@acme.example, b@acme.example'],
    ['a@acme.example, A@acme.example,,', 'a@acme.example'],
    ['Kim <kim@acme.example>, b@acme.example', 'kim@acme.example, b@acme.example'],
  ])('are read from %j as %j', (typed, kept) => {
    const read = readAddresses(typed);
    expect(read.ok && joinAddresses(read.addresses)).toBe(kept);
  });

  it.each(['', '  ', ',;'])('are asked for where there are none: %j', (typed) => {
    expect(readAddresses(typed)).toMatchObject({ ok: false, error: /^Enter the email address/ });
  });

  it.each([
    'team',
    'team@',
    '@acme.example',
    'team@acme',
    'two words@acme.example',
    'a@acme.example b@acme.example',
    'a@b@acme.example',
    `${'a'.repeat(255)}@acme.example`,
    'a\0@acme.example',
  ])('are refused by what is wrong with them: %j', (typed) => {
    expect(readAddresses(`ok@acme.example, ${typed}`)).toMatchObject({
      ok: false,
      error: /^“.+” is not an email address\.$/,
    });
  });

  it('cannot smuggle a header into a mail', () => {
    expect(readAddresses('a@acme.example\r\nBcc: x@evil.example')).toMatchObject({ ok: false });
  });

  it('are as many as one call may go to, and no more', () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, at) => `p${at}@acme.example`).join(',');
    expect(readAddresses(list(MAX_ADDRESSES))).toMatchObject({ ok: true });
    expect(readAddresses(list(MAX_ADDRESSES + 1))).toMatchObject({ ok: false, error: /At most 5/ });
  });
});
