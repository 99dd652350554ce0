import { expect, it } from 'vitest';
import { isOriginAllowed } from '../../../src/site/origin.ts';

const allowed = (origin: string | null) =>
  isOriginAllowed(origin, ['acme.example', 'localhost'], 'chat.baton.example');

it.each([
  'https://acme.example',
  'https://www.acme.example',
  'http://localhost:3000',
  'https://chat.baton.example',
])('lets %s open the chat', (origin) => {
  expect(allowed(origin)).toBe(true);
});

it.each([
  'https://evil.example',
  'https://notacme.example',
  'https://acme.example.evil.example',
  'https://acme.example@evil.example',
  'null',
  'file://',
  'chrome-extension://acme.example',
  'javascript:acme.example',
  '',
])('does not let %j', (origin) => {
  expect(allowed(origin)).toBe(false);
});

it('leaves clients that are no browsers to the rate limits', () => {
  expect(allowed(null)).toBe(true);
});
