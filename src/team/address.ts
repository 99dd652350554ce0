import * as z from 'zod/mini';

/** The longest email address there is, by RFC 5321. */
export const MAX_ADDRESS_CHARS = 254;

const Address = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(MAX_ADDRESS_CHARS), z.email());

/** Reads an email address as members are known by it, in lower case; null for anything else. */
export function parseAddress(text: unknown): string | null {
  const parsed = Address.safeParse(text);
  return parsed.success ? parsed.data : null;
}
