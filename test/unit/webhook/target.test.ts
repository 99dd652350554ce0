import { describe, expect, it } from 'vitest';
import { hookTarget } from '../../../src/webhook/target.ts';

const reason = (typed: string, isDevelopment = false) => {
  const target = hookTarget(typed, isDevelopment);
  return target.ok ? target.url.href : target.reason;
};

describe('a webhook’s address', () => {
  it.each([
    ['https://acme.example/baton?team=1', 'https://acme.example/baton?team=1'],
    ['acme.example/baton', 'https://acme.example/baton'],
    [' HTTPS://Acme.Example:443/#top ', 'https://acme.example/'],
  ])('may be public and by https: %s', (typed, href) => {
    expect(reason(typed)).toBe(href);
  });

  it.each([
    ['', 'no_address'],
    ['http://acme.example/', 'not_https'],
    ['ftp://acme.example/', 'no_web_address'],
    ['https://me:secret@acme.example/', 'credentials'],
    ['https://acme.example:8443/', 'port'],
    ['https://localhost/', 'not_public'],
    ['https://127.0.0.1/', 'not_public'],
    ['https://2130706433/', 'not_public'],
    ['https://10.1.2.3/', 'not_public'],
    ['https://169.254.169.254/latest/meta-data', 'not_public'],
    ['https://[::1]/', 'not_public'],
    ['https://[fd00::1]/', 'not_public'],
    ['https://printer.local/', 'not_public'],
  ])('may be no other: %s is refused as %s', (typed, refusal) => {
    expect(reason(typed)).toBe(refusal);
  });

  it.each([
    ['http://localhost:9000/inbox', 'http://localhost:9000/inbox'],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000/'],
    ['http://acme.example/', 'http://acme.example/'],
    ['https://acme.example/', 'https://acme.example/'],
    ['localhost/inbox', 'https://localhost/inbox'],
  ])('may be next door while developing: %s', (typed, href) => {
    expect(reason(typed, true)).toBe(href);
  });

  it.each([
    ['', 'no_address'],
    ['file:///etc/passwd', 'no_web_address'],
    ['http://me:secret@localhost/', 'credentials'],
  ])('is an address even then: %s is refused', (typed, refusal) => {
    expect(reason(typed, true)).toBe(refusal);
  });
});
