import { describe, expect, it } from 'vitest';
import { parseNext } from '../../../src/team/next.ts';

describe('where to go after signing in', () => {
  it.each([
    ['/app', '/app'],
    ['/app/', '/app/'],
    ['/app?a=b', '/app?a=b'],
    ['/app/sites/demo/history?page=2&q=a%20b', '/app/sites/demo/history?page=2&q=a%20b'],
    ['/app/sites/../account#top', '/app/account'],
  ])('%s is one of our own pages', (text, path) => {
    expect(parseNext(text)).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'app',
    '/',
    '/apple',
    '/demo',
    'https://evil.example/app',
    '//evil.example/app',
    '/\\evil.example/app',
    '/app/../..//evil.example',
    '/app/%2e%2e//evil.example/app',
    '/\t/evil.example/app',
    'javascript:alert(1)',
    '/app/sign-in',
    '/app/sign-out',
    `/app/${'a'.repeat(500)}`,
  ])('%j is not', (text) => {
    expect(parseNext(text)).toBe(null);
  });
});
