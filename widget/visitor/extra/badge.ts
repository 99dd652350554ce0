import { count } from '../../../src/language/fill.ts';
import type { Given } from '../extra.ts';

/** Makes the launcher tell how many messages are unread; answers with how to bring that up to date. */
export function createBadge({ host, session, words, language }: Given): () => void {
  const { launcher } = host;
  const badge = launcher.appendChild(document.createElement('span'));
  badge.className = 'badge';
  return () => {
    const { unread } = session.view;
    badge.textContent = unread ? unread.toLocaleString(language) : '';
    launcher.ariaDescription = unread ? count(words.unread, unread, language) : '';
  };
}
