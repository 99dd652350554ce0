import { describe, expect, it } from 'vitest';
import { MAX_ADDRESS_CHARS, publicTarget } from '../../../src/site/public-host.ts';

const outcome = (typed: string, base?: URL) => {
  const target = publicTarget(typed, base);
  return target.ok ? target.url.href : target.reason;
};

describe('a public address', () => {
  it.each([
    ['https://acme.example/help', 'https://acme.example/help'],
    ['http://acme.example', 'http://acme.example/'],
    ['  acme.example/help  ', 'https://acme.example/help'],
    ['HTTPS://ACME.EXAMPLE/', 'https://acme.example/'],
    ['https://acme.example:443/', 'https://acme.example/'],
    ['http://acme.example:80/', 'http://acme.example/'],
    ['https://acme.example/help#returns', 'https://acme.example/help'],
    ['https://acme.example./', 'https://acme.example./'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://local.acme.example/', 'https://local.acme.example/'],
    ['https://localhost.acme.example/', 'https://localhost.acme.example/'],
    ['https://10.0.0.1.acme.example/', 'https://10.0.0.1.acme.example/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['http://134744072/', 'http://8.8.8.8/'],
    ['https://172.15.255.255/', 'https://172.15.255.255/'],
    ['https://172.32.0.0/', 'https://172.32.0.0/'],
    ['https://100.63.255.255/', 'https://100.63.255.255/'],
    ['https://100.128.0.0/', 'https://100.128.0.0/'],
    ['https://223.255.255.255/', 'https://223.255.255.255/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('is fetched: %s', (typed, href) => {
    expect(outcome(typed)).toBe(href);
  });
});

describe('an address that is not public', () => {
  it.each([
    // Names
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://app.localhost/',
    'http://printer/',
    'printer',
    'http://nas.local/',
    'http://nas.local./',
    'http://metadata.google.internal/',
    'http://router.home.arpa/',
    'http://1.0.0.127.in-addr.arpa/',
    'http://wiki.corp/',
    'http://wiki.intranet/',
    'http://box.lan/',
    'http://box.home/',
    'http://db.private/',
    'http://localhost.localdomain/',
    'http://hidden.onion/',
    // IPv4, in every notation the URL parser takes
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.255.255.255/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://１２７。０。０。１/',
    'http://%31%32%37.0.0.1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://10.0.0.0/',
    'http://10.255.255.255/',
    'http://172.16.0.0/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://169.254.169.254/',
    'http://100.64.0.0/',
    'http://100.127.255.255/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6, and IPv4 inside of it
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001::1]/',
    'http://[2001:db8::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fdff::1]/',
    'http://[ff02::1]/',
    'http://[100::1]/',
    'http://[4000::1]/',
  ])('is not fetched: %s', (typed) => {
    expect(outcome(typed)).toBe('not_public');
  });

  it('is told from its name before its port', () => {
    expect(outcome('http://127.0.0.1:8787/')).toBe('not_public');
  });
});

describe('what is no address of a web page', () => {
  it.each([
    ['', 'no_address'],
    ['   ', 'no_address'],
    ['https://', 'no_address'],
    ['http://256.256.256.256/', 'no_address'],
    ['http://[::1/', 'no_address'],
    ['http://acme.example:99999/', 'no_address'],
    ['not an address', 'no_address'],
    ['file:///etc/passwd', 'no_web_address'],
    ['ftp://acme.example/', 'no_web_address'],
    ['javascript:alert(1)', 'no_web_address'],
    ['data:text/html,<p>', 'no_web_address'],
    ['localhost:8787', 'no_web_address'],
    ['https://user@acme.example/', 'credentials'],
    ['https://user:secret@acme.example/', 'credentials'],
    ['https://:secret@acme.example/', 'credentials'],
    ['https://acme.example:8443/', 'port'],
    ['http://acme.example:443/', 'port'],
    ['https://acme.example:22/', 'port'],
  ])('is refused: %j', (typed, reason) => {
    expect(outcome(typed)).toBe(reason);
  });

  it('is refused when it is too long, and no shorter', () => {
    const address = (length: number) => 'https://acme.example/'.padEnd(length, 'x');
    expect(outcome(address(MAX_ADDRESS_CHARS))).toMatch(/^https/);
    expect(outcome(address(MAX_ADDRESS_CHARS + 1))).toBe('no_address');
  });
});

describe('a redirect', () => {
  const base = new URL('https://acme.example/shop/');
  it.each([
    ['../help', 'https://acme.example/help'],
    ['/help', 'https://acme.example/help'],
    ['//other.example/', 'https://other.example/'],
    ['?page=2', 'https://acme.example/shop/?page=2'],
    ['//127.0.0.1/', 'not_public'],
    ['http://localhost/', 'not_public'],
    ['//user@other.example/', 'credentials'],
    ['javascript:alert(1)', 'no_web_address'],
    ['//:', 'no_address'],
  ])('is judged by where it leads: %s', (to, result) => {
    expect(outcome(to, base)).toBe(result);
  });
});
