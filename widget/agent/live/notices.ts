/** The browser's own notifications for new waits, each closed as soon as it is no longer true. */
import type { Card } from '../../../src/protocol/monitor.ts';
import { REASONS, titleOf } from './card-text.ts';

export type Permission = NotificationPermission | 'unsupported';

interface Notices {
  permission(): Permission;
  /** Asks the person; to be called from within a press of theirs. */
  ask(): Promise<void>;
  show(card: Card): void;
  /** Closes all but those of these conversations. */
  keep(isWaiting: (conversation: string) => boolean): void;
}

/** @param onPress told which conversation's notification was pressed */
export function createNotices(onPress: (conversation: string) => void): Notices {
  const shown = new Map<string, Notification>();
  const permission = (): Permission =>
    'Notification' in window ? Notification.permission : 'unsupported';

  return {
    permission,
    async ask() {
      if (permission() === 'default') await Notification.requestPermission();
    },
    show(card) {
      if (permission() !== 'granted') return;
      const { conversation } = card;
      const notice = notify(card);
      if (notice === null) return;
      shown.set(conversation, notice);
      notice.addEventListener('click', () => {
        window.focus();
        notice.close();
        onPress(conversation);
      });
    },
    keep(isWaiting) {
      for (const [conversation, notice] of shown) {
        if (isWaiting(conversation)) continue;
        notice.close();
        shown.delete(conversation);
      }
    },
  };
}

function notify(card: Card): Notification | null {
  const why = card.reason === undefined ? '' : REASONS[card.reason];
  try {
    return new Notification('A visitor is waiting', {
      body: [titleOf(card), why, card.lastLine].filter(Boolean).join('\n'),
      tag: `baton.${card.conversation}`,
    });
  } catch {
    // Phones offer the name and refuse the use of it.
    return null;
  }
}
