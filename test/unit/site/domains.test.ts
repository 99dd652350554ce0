import { describe, expect, it } from 'vitest';
import { MAX_DOMAINS, readDomains, readHost } from '../../../src/site/domains.ts';

describe('a host', () => {
  it.each([
    ['shop.example', 'shop.example'],
    ['  Shop.EXAMPLE ', 'shop.example'],
    ['https://shop.example/x?y#z', 'shop.example'],
    ['HTTP://shop.example:8080', 'shop.example'],
    ['//shop.example/', 'shop.example'],
    ['shop.example:3000/cart', 'shop.example'],
    ['shop.example.', 'shop.example'],
    ['*.shop.example', 'shop.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['my_shop.example', 'my_shop.example'],
    ['localhost', 'localhost'],
    ['localhost:5173', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['http://[::1]:8787/', '[::1]'],
    ['::1', '[::1]'],
  ])('is read from %j as %j', (typed, host) => {
    expect(readHost(typed)).toBe(host);
  });

  it.each([
    '',
    ' ',
    'com',
    'shop',
    'sh*p.example',
    '*',
    '*.com',
    'me@shop.example',
    'mailto:me@shop.example',
    'ftp://shop.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '999.0.0.1',
    '<script>.example',
    'shop..example',
    '-shop.example',
    'shop-.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(124)}example`,
  ])('is not read from %j', (typed) => {
    expect(readHost(typed)).toBeNull();
  });

  it('may be as long as names can be, and no longer', () => {
    const name = (chars: number) => `${'a.'.repeat(122)}${'b'.repeat(chars - 244)}`;
    expect(readHost(name(253))).toHaveLength(253);
    expect(readHost(name(254))).toBeNull();
  });
});

describe('a list of domains', () => {
  it('has one on each line, or commas or spaces between them, each once', () => {
    expect(readDomains('shop.example\r\nhttps://SHOP.example/x, b.example c.example;')).toEqual({
      ok: true,
      domains: ['shop.example', 'b.example', 'c.example'],
    });
  });

  it.each(['', ' \n , '])('is not empty: %j', (text) => {
    expect(readDomains(text)).toMatchObject({ ok: false, error: /Enter the domain/ });
  });

  it('names what is wrong in it, shortened, and not all of it', () => {
    expect(readDomains('shop.example\nnope')).toEqual({
      ok: false,
      error: '“nope” is not a domain. A domain looks like shop.example.',
    });
    const many = readDomains(`one two three four ${'x'.repeat(500)}`);
    expect(many).toEqual({
      ok: false,
      error: '“one”, “two”, “three” and 2 more are not domains. A domain looks like shop.example.',
    });
    const long = readDomains('x'.repeat(500));
    expect(long).toMatchObject({ ok: false, error: /^“x{60}…” is not a domain/ });
  });

  it('holds as many as a website may have, and no more', () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, at) => `s${at}.example`).join('\n');
    expect(readDomains(list(MAX_DOMAINS))).toMatchObject({ ok: true });
    expect(readDomains(list(MAX_DOMAINS + 1))).toMatchObject({ ok: false, error: /20 domains/ });
  });
});
