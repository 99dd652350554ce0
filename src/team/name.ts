/** The longest name of a person, in characters as people count them. */
export const MAX_NAME_CHARS = 60;

/** Reads a display name: one line, without what cannot be seen; null if it is empty or too long. */
export function parseName(text: string): string | null {
  const name = oneLine(text);
  const isShown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
  return isShown && [...name].length <= MAX_NAME_CHARS ? name : null;
}

/** A name on one line, without controls and without what turns the direction of the words around it. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What somebody is called who has told us nothing but their address. */
export function nameFromAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'));
  return parseName([...local].slice(0, MAX_NAME_CHARS).join('')) ?? 'Owner';
}
