/**
 * How a website vouches for its visitors. Each has a secret of its own, made from ours: its server signs what
 * it knows a visitor by, and nobody else can. Pure but for the platform's own cryptography.
 */
import type { Identity, Introduction } from '../protocol/frames.ts';
import type { Secrets } from '../takeover/token.ts';

/** What a website's server signs with: 64 hex digits, the text itself being the key. */
export async function identitySecret(site: string, secret: string): Promise<string> {
  const made = await crypto.subtle.sign(
    'HMAC',
    await keyOf(secret),
    bytes(`baton.identity.${site}`),
  );
  return Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Who somebody is. What their hash covers is verified, in constant time: the id or, where there is none, the
 * address. Whatever else the page says it says by itself.
 */
export async function identified(
  site: string,
  { hash, ...said }: Introduction,
  secrets: Secrets,
): Promise<Identity> {
  const signed = said.id ?? said.email;
  if (hash === undefined || signed === undefined) return said;
  const mac = Uint8Array.from(hash.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  for (const secret of secrets) {
    const key = await keyOf(await identitySecret(site, secret));
    if (await crypto.subtle.verify('HMAC', key, mac, bytes(signed))) {
      return { ...said, verified: said.id === undefined ? 'email' : 'id' };
    }
  }
  return said;
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign', 'verify']);
}

const encoder = new TextEncoder();

const bytes = (text: string) => encoder.encode(text);
