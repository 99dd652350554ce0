/** Proves to a receiver that a message is ours and new. docs/webhooks.md says how to check it. */
import type { Millis } from '../protocol/entry.ts';

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A fresh secret of 256 random bits. */
export function newHookSecret(): string {
  return SECRET_PREFIX + hexOf(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/**
 * The header `Baton-Signature`: `t=SECONDS,v1=HEX`, HMAC-SHA-256 over `SECONDS.BODY` with the secret's
 * characters as the key. The time is signed along, so that a message caught on its way cannot be used later.
 */
export async function signatureOf(secret: string, body: string, now: Millis): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${seconds}.${body}`));
  return `t=${seconds},v1=${hexOf(new Uint8Array(mac))}`;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
