/**
 * Has the browser save the chat. Fetched when somebody asks for it; whatever it shared with the parts that
 * are there by then would be a file of its own for all of them.
 */
import type { Words } from '../../../src/language/language.ts';
import type { PublicSettings } from '../../../src/protocol/public-settings.ts';
import type { Row } from '../talk/rows.ts';
import { savedChat, savedName } from './saved-chat.ts';

/** Browsers fetch what is to be saved a moment later. */
const FETCHED_WITHIN_MS = 60_000;

/** Saves it under a name that says whose chat it is, and of which day. */
export function downloadChat(
  settings: PublicSettings,
  heading: (when: string) => string,
  rows: readonly Row[],
  words: Words,
  language: string,
): void {
  const now = Date.now();
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([savedChat(heading, rows, words, language, now)]));
  link.href = address;
  link.download = savedName(settings, now);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED_WITHIN_MS);
}
