/** Tells of news whoever looks elsewhere: in the page's title, and by ear. In one tab, and softly. */
import { count } from '../../../src/language/fill.ts';
import type { Words } from '../../../src/language/language.ts';
import { createSound } from '../../shared/sound.ts';
import type { Host } from '../host.ts';
import type { Session } from '../view.ts';
import { alertFor } from './alert.ts';
import { createLastTab } from './last-tab.ts';
import { createTitle } from './title.ts';

/** The title and the call take turns. */
const TURN_MS = 2_000;

/** A fourth upwards, lower and softer than what calls a team. */
const NOTES = { notes: [440, 587.33], loudness: 0.05 };

interface Attention {
  /** Looks whether there is anything to tell. To be called after every change of what is unread, or seen. */
  look(): void;
  readonly isQuiet: boolean;
  /** Turns the sound on or off, for this and for later visits. */
  toggleQuiet(): void;
}

/** `language`: of the words, a BCP 47 tag. */
export function createAttention(
  host: Host,
  session: Session,
  words: Words,
  language: string,
): Attention {
  const { memory, options } = host;
  const title = createTitle(document);
  const tab = createLastTab(navigator.locks, `${memory.prefix}attention`);
  const sound = createSound(NOTES, () => {});
  const isStill = matchMedia('(prefers-reduced-motion:reduce)').matches;
  let told = session.view.unread;
  let soundedAt = -Infinity;
  let turns: ReturnType<typeof setInterval> | undefined;
  host.title = () => title.own;

  const isQuiet = () => memory.get('quiet') !== undefined;

  function alert() {
    return alertFor({
      unread: session.view.unread,
      told,
      isHidden: document.hidden,
      isLast: tab.isThis,
      isQuiet: isQuiet(),
      silence: Date.now() - soundedAt,
    });
  }

  function turn(): void {
    // Another tab may be the one by now.
    if (!alert().calls) return rest();
    if (title.isCalling && !isStill) title.restore();
    else title.call(count(words.unread, session.view.unread, language));
  }

  function rest(): void {
    clearInterval(turns);
    turns = undefined;
    title.restore();
  }

  return {
    look() {
      if (!document.hidden) tab.take();
      const { calls, sounds } = alert();
      told = session.view.unread;
      if (sounds) {
        soundedAt = Date.now();
        sound.play();
      }
      if (!calls || options['titleFlash'] === 'off') rest();
      else if (turns === undefined) {
        turns = setInterval(turn, TURN_MS);
        turn();
      }
    },
    get isQuiet() {
      return isQuiet();
    },
    toggleQuiet() {
      memory.set('quiet', isQuiet() ? undefined : '1');
      // So that whoever turns it on knows what to listen for.
      if (!isQuiet()) sound.play();
    },
  };
}
