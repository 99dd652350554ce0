import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64Url } from '../../../src/takeover/base64url.ts';
import { secretsOf } from '../../../src/takeover/secrets.ts';
import { LINK_LIFE_MS, sign, verify, VISIT_LIFE_MS } from '../../../src/takeover/token.ts';
import { hashOf, newSecret } from '../../../src/team/secret-hash.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NOW = 1_800_000_000_000;
const CURRENT = 'a-secret-of-48-characters-0000000000000000000000';
const PREVIOUS = 'the-one-before-of-48-characters-0000000000000000';

const claim = {
  purpose: 'takeover',
  site: 'demo',
  conversation: 'c'.repeat(64),
  escalation: 1,
  expiresAt: NOW + 1,
} as const;

afterEach(() => vi.restoreAllMocks());

describe('a token’s MAC', () => {
  it('is compared by the platform, which takes as long for a near miss as for nonsense', async () => {
    const token = await sign(claim, [CURRENT]);
    const compared = vi.spyOn(crypto.subtle, 'verify');
    const forged = `${token.slice(0, -43)}${'A'.repeat(43)}`;
    expect(await verify('takeover', forged, [CURRENT, PREVIOUS], NOW)).toEqual({
      ok: false,
      reason: 'forged',
    });
    expect(compared).toHaveBeenCalledTimes(2);
    for (const [algorithm] of compared.mock.calls) expect(algorithm).toBe('HMAC');
  });

  it('is looked at before anything that a token claims: what has expired and is forged is forged', async () => {
    const old = await sign({ ...claim, expiresAt: NOW - 1 }, [PREVIOUS]);
    expect(await verify('takeover', old, [CURRENT], NOW)).toMatchObject({ reason: 'forged' });
    expect(await verify('takeover', old, [PREVIOUS], NOW)).toMatchObject({ reason: 'expired' });
  });

  it('is HMAC-SHA-256, whatever a token says about itself', async () => {
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    const token = await sign(claim, [CURRENT]);
    const body = token.slice(0, token.lastIndexOf('.'));
    const foreign = [
      'eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzaXRlIjoiZGVtbyJ9.',
      'eyJhbGciOiJIUzI1NiJ9.eyJzaXRlIjoiZGVtbyJ9.AAAA',
      `none.${body}.`,
      `${body}.`,
      body,
    ];
    for (const other of foreign) {
      expect(await verify('takeover', other, [CURRENT], NOW)).toMatchObject({ ok: false });
    }
    for (const [, , algorithm] of imported.mock.calls) {
      expect(algorithm).toEqual({ name: 'HMAC', hash: 'SHA-256' });
    }
  });

  it('covers site, conversation, escalation and expiry, each by itself', async () => {
    const token = await sign(claim, [CURRENT]);
    const [site = '', conversation = '', escalation = '', expiry = '', mac = ''] = token.split('.');
    for (const parts of [
      ['other', conversation, escalation, expiry],
      [site, 'd'.repeat(64), escalation, expiry],
      [site, conversation, '2', expiry],
      [site, conversation, escalation, (NOW + 9_999_999).toString(36)],
      [site, conversation, expiry],
    ]) {
      const other = [...parts, mac].join('.');
      expect(await verify('takeover', other, [CURRENT], NOW)).toMatchObject({ reason: 'forged' });
    }
    expect(await verify('visit', token, [CURRENT], NOW)).toMatchObject({ reason: 'forged' });
  });

  it('lets no token live without an end', () => {
    const days = (ms: number) => ms / (24 * 60 * 60 * 1000);
    expect(days(LINK_LIFE_MS)).toBe(7);
    expect(days(VISIT_LIFE_MS)).toBe(180);
  });
});

describe('the keys', () => {
  it('come from secrets alone: there is no default, and one too short is none', () => {
    expect(() => secretsOf({ BATON_SECRET: '' })).toThrow('BATON_SECRET');
    expect(() => secretsOf({ BATON_SECRET: 'x'.repeat(31) })).toThrow('BATON_SECRET');
    expect(secretsOf({ BATON_SECRET: 'x'.repeat(32) })).toEqual(['x'.repeat(32)]);
    const shipped = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
    expect(shipped).not.toMatch(/^\s*\w*(?:SECRET|API_KEY|PASSWORD)\w*\s*=/m);
  });

  it('are two while one is rotated, and the first of them signs', async () => {
    expect(secretsOf({ BATON_SECRET: CURRENT, BATON_SECRET_PREVIOUS: PREVIOUS })).toEqual([
      CURRENT,
      PREVIOUS,
    ]);
    expect(secretsOf({ BATON_SECRET: CURRENT, BATON_SECRET_PREVIOUS: 'short' })).toEqual([CURRENT]);
    const token = await sign(claim, [CURRENT, PREVIOUS]);
    expect(await verify('takeover', token, [CURRENT], NOW)).toMatchObject({ ok: true });
    expect(await verify('takeover', token, [PREVIOUS], NOW)).toMatchObject({ reason: 'forged' });
  });
});

describe('a reference', () => {
  it('to a session or a sign-in has 256 random bits, and what is stored of it is another value', async () => {
    const secrets = new Set(Array.from({ length: 1_000 }, newSecret));
    expect(secrets.size).toBe(1_000);
    for (const secret of secrets) {
      expect(fromBase64Url(secret, 32)).not.toBeNull();
      expect(secrets.has(await hashOf(secret))).toBe(false);
    }
  });
});
