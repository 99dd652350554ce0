/** What the chat fetches once there is something to say, and draws like a part of its own. */
import { TYPING_EVERY_MS } from '../../../src/protocol/limits.ts';
import { localeOf } from '../locale.ts';
import { createLazyExtra } from '../extra.ts';
import type { Extra } from '../extra.ts';
import type { CreateTalk } from '../talk.ts';
import { isErasing } from '../view.ts';
import type { Voice } from '../voice.ts';
import { speak } from '../words.ts';
import { createDraft } from './draft.ts';
import { createFollower } from './follower.tsx';
import { LOG_STYLES } from './log-styles.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';
import { Transcript } from './transcript.tsx';
import { whoIsThere } from './who.tsx';

/** From so many characters before the end of the longest message on, the rest is counted. */
const COUNT_FROM = 200;

/** Makes the parts. Nothing of them shows yet. */
export const createTalk: CreateTalk = (given, extraOf = createLazyExtra) => {
  const { host, session, redraw } = given;
  const { settings, words } = host;
  const { assistantName: assistant } = settings;
  const language = localeOf(settings.language, navigator.language);
  // This file has words of its own: it shares no code with the chat.
  speak(words, language);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOG_STYLES);
  host.root.adoptedStyleSheets.push(sheet);

  const lazy = extraOf({ host, session, words, language, rows, redraw });
  const follower = createFollower(given);
  const keepDraft = createDraft(given);

  /** What is needed of the rest, once it is there. After a failure it is wanted again a while later. */
  function extra(): Extra | undefined {
    void lazy.load();
    return lazy.value;
  }

  /** Once something may happen that is to be told. */
  function voice(): Voice | undefined {
    const { log, pending } = session.view;
    const isUnderWay = pending.length > 0 || log.entries.length > 1;
    return isUnderWay ? extra()?.voice() : undefined;
  }

  function rows(): Row[] {
    return rowsOf(session.view.log, assistant, voice());
  }

  let typedAt = 0;

  function typing(): void {
    const phase = session.view.log.state?.phase;
    // Nobody but a person, or one about to come, looks at it.
    if (phase !== 'human' && phase !== 'waiting') return;
    if (Date.now() - typedAt < TYPING_EVERY_MS) return;
    typedAt = Date.now();
    session.tell({ type: 'typing' });
  }

  return {
    who: () => whoIsThere({ session, assistant, extra: lazy, voice: voice() }),
    question: () => lazy.value?.question(),
    erasing: () => isErasing(session.view) && extra()?.erasing(),
    note() {
      const { view } = session;
      if (lazy.isFailed || lazy.value?.isFailed) return words.unloaded;
      return view.refusal && extra()?.explain(view.refusal.code, view.refusal.of);
    },
    transcript() {
      const { asksContact } = session.view.log.state ?? {};
      return Transcript({
        session,
        rows: rows(),
        assistant,
        voice: voice(),
        explain: (code, of) => extra()?.explain(code, of),
        contactForm: asksContact && extra()?.contactForm(),
      });
    },
    jump: follower.draw,
    over: () => session.view.log.state?.phase === 'ended' && extra()?.over(),
    counter: (left) => left <= COUNT_FROM && extra()?.counter(left),
    typing,
    settle() {
      keepDraft();
      follower.settle();
      lazy.value?.settle();
    },
  };
};
