import { describe, expect, it } from 'vitest';
import { tellable } from '../../../src/assistant/models/tellable.ts';

describe('what an owner is told of a provider’s error', () => {
  it.each([
    'The model @cf/google/gemma-4-26b-a4b-it does not exist',
    'Rate limit reached for requests. Limit: 20 per 60 s, request req_8f2c91d04be7',
    'max_tokens: 700 is above the limit of this key',
    'Unexpected token: something before the end of the stream',
    'Your API key may not use the model acme-large-instruct-2024-06-01',
    'Basic information about bearer authentication is missing',
    '{"error":{"type":"authentication_error"}}',
    'Größe überschritten: 你好 👍',
    '',
  ])('stays as it is where there is nothing to hide: %s', (words) => {
    expect(tellable(words)).toBe(words);
  });

  it.each([
    ['Incorrect API key provided: sk-proj-a1b2c3d4e5f6g7h8', 'Incorrect API key provided: …'],
    ['Incorrect API key provided: sk-proj-****5f6g.', 'Incorrect API key provided: …'],
    ['Authorization: Bearer 0a1b2c3d4e5f', 'Authorization: Bearer …'],
    ['got "Bearer abcdefg12345" instead', 'got "Bearer …" instead'],
    ['api_key=Zx81cvbn&model=small', 'api_key=…&model=small'],
    ['{"token": "aa11bb22cc"}', '{"token": "…"}'],
    ['The key 0123456789abcdef0123456789abcdef is unknown', 'The key … is unknown'],
    ['invalid token (QWxhZGRpbjpvcGVuIHNlc2FtZTEyMw==)', 'invalid token (…)'],
    ['key 123e4567-e89b-12d3-a456-426614174000', 'key …'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123 expired', '… expired'],
    [
      'no route to https://ada:pass@models.acme.example/v1',
      'no route to https://…@models.acme.example/v1',
    ],
    ['GET /v1?key=AIzaSyA-1234567890abc failed', 'GET /v1?key=… failed'],
  ])('holds no key: %s', (words, told) => {
    expect(tellable(words)).toBe(told);
  });

  it('holds no key however it is written, when it is known', () => {
    const secret = 'open sesame/please';
    expect(tellable(`no: ${secret}! ${encodeURIComponent(secret)}?`, ` ${secret} `)).toBe(
      'no: …! …?',
    );
  });

  it.each(['', ' ', 'key', undefined])(
    'is not torn apart by a secret that is none: “%s”',
    (secret) => {
      expect(tellable('The key was refused', secret)).toBe('The key was refused');
    },
  );

  it('hides long runs near a word for a key, and leaves those that are not', () => {
    const run = '0123456789abcdef';
    expect(tellable(`key${' '.repeat(2)}x ${run}`)).toBe('key x …');
    const far = `key ${'word '.repeat(9)}`;
    expect(tellable(`${far}${run}`)).toBe(`${far}${run}`);
    expect(tellable(`key ${run.slice(1)}`)).toBe(`key ${run.slice(1)}`);
    expect(tellable(`request ${run}`)).toBe(`request ${run}`);
  });

  it('is one line without a stack, control characters or turned directions', () => {
    expect(tellable('One\r\n\ttwo\u0000three\u2028four \u202egnp.exe')).toBe(
      'One two three four gnp.exe',
    );
    expect(tellable('TypeError: no\n    at run (/srv/worker.js:1:2)\n    at main')).toBe('no');
    expect(tellable('AI_APICallError: Unauthorized')).toBe('Unauthorized');
  });

  it('is at most 300 characters, and breaks none of them', () => {
    expect(tellable('x'.repeat(300))).toBe('x'.repeat(300));
    expect(tellable('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(tellable(`${'x'.repeat(298)}👍👍`)).toBe(`${'x'.repeat(298)}…`);
    expect(tellable(`<p>${'very long '.repeat(100_000)}`)).toHaveLength(300);
  });

  it('leaves nothing of a known key at the place where it is cut', () => {
    const secret = 'abcdefgh'.repeat(4);
    expect(tellable(`${'x'.repeat(290)}${secret}`, secret)).toBe(`${'x'.repeat(290)}…`);
  });
});
