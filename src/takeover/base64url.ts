/** Bytes as URL-safe text without padding. */
export function toBase64Url(data: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(data));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes that {@link toBase64Url} wrote; null for anything else, other spellings of the same bytes
 * included: of two texts that differ, at most one is accepted.
 */
export function fromBase64Url(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const data = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return data.length === length && toBase64Url(data.buffer) === text ? data : null;
}
