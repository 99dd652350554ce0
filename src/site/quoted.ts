const SHOWN_CHARS = 60;

/** What somebody typed, in quotation marks and no longer than a message can bear. */
export function quoted(text: string): string {
  const chars = [...text];
  return chars.length > SHOWN_CHARS ? `“${chars.slice(0, SHOWN_CHARS).join('')}…”` : `“${text}”`;
}
