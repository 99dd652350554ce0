import { toBase64Url } from '../takeover/base64url.ts';

const SECRET_BYTES = 32;

/** A fresh secret of 256 random bits, in URL-safe characters. */
export function newSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).buffer);
}

/** What is kept of a secret, and compared: SHA-256 is enough where there are 256 random bits to guess. */
export async function hashOf(secret: string): Promise<string> {
  return toBase64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
}
