import { describe, expect, it } from 'vitest';
import { type Claim, sign, verify } from '../../../src/takeover/token.ts';

const SECRETS = ['one-secret-of-at-least-32-characters'] as const;
const NOW = 1_800_000_000_000;
const link: Claim = {
  purpose: 'takeover',
  site: 'demo',
  conversation: 'c0ffee'.repeat(10),
  escalation: 3,
  expiresAt: NOW + 1,
};

describe('a token', () => {
  it('says what it was made for', async () => {
    expect(await verify('takeover', await sign(link, SECRETS), SECRETS, NOW)).toEqual({
      ok: true,
      claim: link,
    });
    const visit: Claim = { purpose: 'visit', site: 'demo', conversation: 'c1', expiresAt: NOW + 1 };
    expect(await verify('visit', await sign(visit, SECRETS), SECRETS, NOW)).toEqual({
      ok: true,
      claim: visit,
    });
  });

  it('fits into a path and into a WebSocket subprotocol', async () => {
    expect(await sign(link, SECRETS)).toMatch(/^[\w.-]+$/);
  });

  it('is refused with any one character changed, dropped or added', async () => {
    const token = await sign(link, SECRETS);
    const altered = [...token].flatMap((character, at) => [
      token.slice(0, at) + (character === 'A' ? 'B' : 'A') + token.slice(at + 1),
      token.slice(0, at) + token.slice(at + 1),
      `${token.slice(0, at)}.${token.slice(at)}`,
    ]);
    for (const text of altered) {
      const { ok } = await verify('takeover', text, SECRETS, NOW);
      expect({ text, ok }).toEqual({ text, ok: false });
    }
  });

  it('is refused for another purpose', async () => {
    expect(await verify('visit', await sign(link, SECRETS), SECRETS, NOW)).toMatchObject({
      ok: false,
    });
  });

  it('dies at its expiry and not a moment before', async () => {
    const token = await sign(link, SECRETS);
    expect(await verify('takeover', token, SECRETS, link.expiresAt - 1)).toMatchObject({
      ok: true,
    });
    expect(await verify('takeover', token, SECRETS, link.expiresAt)).toEqual({
      ok: false,
      reason: 'expired',
    });
  });

  it('outlives one rotation of the secret and not two', async () => {
    const token = await sign(link, SECRETS);
    const fresh = 'another-secret-of-at-least-32-chars!';
    expect(await verify('takeover', token, [fresh, SECRETS[0]], NOW)).toMatchObject({ ok: true });
    expect(await verify('takeover', token, [fresh], NOW)).toEqual({ ok: false, reason: 'forged' });
  });

  it.each(['', '.', 'a', '...', 'x'.repeat(10_000), 'demo.c.1.🙂'])(
    'is refused as %j',
    async (text) => {
      expect(await verify('takeover', text, SECRETS, NOW)).toMatchObject({ ok: false });
    },
  );
});
