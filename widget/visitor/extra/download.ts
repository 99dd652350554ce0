/** Has the browser save the chat. */
import type { PublicSettings } from '../../../src/protocol/public-settings.ts';
import type { Row } from '../rows.ts';
import { savedChat, savedName } from './saved-chat.ts';

/** Browsers fetch what is to be saved a moment later. */
const FETCHED_WITHIN_MS = 60_000;

/** Saves it under a name that says whose chat it is, and of which day. */
export function downloadChat(settings: PublicSettings, rows: readonly Row[]): void {
  const now = Date.now();
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([savedChat(settings.name, rows, now)]));
  link.href = address;
  link.download = savedName(settings, now);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED_WITHIN_MS);
}
