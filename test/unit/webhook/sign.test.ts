import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newHookSecret, signatureOf } from '../../../src/webhook/sign.ts';

const NOW = 1_795_395_085_310;

describe('the signature', () => {
  it.each([
    ['whsec_0123', '{"type":"ping"}'],
    ['whsec_ä', '{"name":"日本 😀"}'],
    ['x', ''],
  ])('with the secret %s is what Node makes of the same', async (secret, body) => {
    const expected = createHmac('sha256', secret).update(`1795395085.${body}`).digest('hex');
    expect(await signatureOf(secret, body, NOW)).toBe(`t=1795395085,v1=${expected}`);
  });

  it('is another one with another secret, body or time', async () => {
    const all = await Promise.all([
      signatureOf('a', 'body', NOW),
      signatureOf('b', 'body', NOW),
      signatureOf('a', 'bodY', NOW),
      signatureOf('a', 'body', NOW + 1_000),
    ]);
    expect(new Set(all.map((header) => header.split('v1=')[1])).size).toBe(4);
  });

  it('is made with secrets of 256 random bits', () => {
    expect(newHookSecret()).toMatch(/^whsec_[0-9a-f]{64}$/);
    expect(newHookSecret()).not.toBe(newHookSecret());
  });
});
