/** How somebody who looks elsewhere learns that a visitor waits: by ear, and by a notification. */
import type { Card } from '../../../src/protocol/monitor.ts';
import { createSound } from '../../shared/sound.ts';
import type { Keep } from '../keep.ts';
import { createNotices } from './notices.ts';
import type { Permission } from './notices.ts';
import { onceAmongTabs } from './once.ts';

/** How the alerts are set. */
export interface AlertState {
  readonly isSoundOn: boolean;
  /** The browser keeps the page silent until somebody touches it. */
  readonly isSoundBlocked: boolean;
  readonly notices: Permission;
}

interface Alerts {
  state(): AlertState;
  setSound(isOn: boolean): void;
  askForNotices(): void;
  /** These visitors have begun to wait. */
  waits(cards: readonly Card[]): void;
  /** A visitor wrote to this person, who does not see it. */
  wrote(conversation: string): void;
  /** Takes back what is told of those who no longer wait. */
  keep(isWaiting: (conversation: string) => boolean): void;
}

interface AlertOptions {
  site: string;
  keep: Keep;
  onChange: () => void;
  /** A notification was pressed. */
  onPress: (conversation: string) => void;
}

const SOUND_KEY = 'baton.sound';

/** A fifth upwards, friendly and not a doorbell. */
const NOTES = { notes: [523.25, 783.99], loudness: 0.12 };

export function createAlerts({ site, keep, onChange, onPress }: AlertOptions): Alerts {
  const sound = createSound(NOTES, onChange);
  const notices = createNotices(onPress);
  let isSoundOn = keep.get(SOUND_KEY) !== 'off';

  function ring(name: string): void {
    if (isSoundOn && sound.isAllowed()) onceAmongTabs(`baton.sound.${name}`, sound.play);
  }

  return {
    state: () => ({
      isSoundOn,
      isSoundBlocked: isSoundOn && !sound.isAllowed(),
      notices: notices.permission(),
    }),
    setSound(isOn) {
      isSoundOn = isOn;
      keep.set(SOUND_KEY, isOn ? null : 'off');
      // So that whoever turns it on knows what to listen for.
      if (isOn) sound.play();
      onChange();
    },
    askForNotices() {
      void notices.ask().then(onChange, onChange);
    },
    waits(cards) {
      const last = cards.at(-1);
      if (last === undefined) return;
      ring(`${site}.${last.conversation}.${last.waitingSince}`);
      if (document.hasFocus()) return;
      for (const card of cards) {
        const name = `baton.notice.${card.conversation}.${card.waitingSince}`;
        onceAmongTabs(name, () => notices.show(card));
      }
    },
    wrote: (conversation) => ring(`${site}.${conversation}.wrote`),
    keep: (isWaiting) => notices.keep(isWaiting),
  };
}
