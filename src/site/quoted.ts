import { oneLine } from '../team/name.ts';

const SHOWN_CHARS = 60;

/** What somebody typed, in quotation marks, on one line and no longer than a message can bear. */
export function quoted(text: string): string {
  const chars = [...oneLine(text)];
  const start = chars.slice(0, SHOWN_CHARS).join('');
  return chars.length > SHOWN_CHARS ? `“${start}…”` : `“${start}”`;
}
