/**
 * The visitor's chat on a stage: drawn by its own launcher, panel and styles, with an example for a
 * conversation. It has no socket and asks no server.
 */
import { accentTokens, applyTokens, TOKENS_CSS } from '../../shared/tokens.ts';
import * as en from '../../../src/language/tongues/en.ts';
import { labelsOf } from '../../visitor/labels.ts';
import { createLauncher } from '../../visitor/launcher.ts';
import { createPanel } from '../../visitor/panel.tsx';
import { createExtra } from '../../visitor/extra/extra.tsx';
import { createTalk } from '../../visitor/talk/create-talk.tsx';
import type { Given, Talk } from '../../visitor/talk.ts';
import { createLazyModule } from '../../visitor/lazy.ts';
import type { Lazy } from '../../visitor/lazy.ts';
import { createMemory } from '../../visitor/storage.ts';
import { STYLES } from '../../visitor/styles.ts';
import { speak } from '../../visitor/words.ts';
import type { Session } from '../../visitor/view.ts';
import { exampleView } from './conversation.ts';

/** What the form says so far. */
export interface Look {
  name: string;
  greeting: string;
  /** `#rrggbb` */
  color: string;
  scheme: 'light' | 'dark';
  /** Which end of the chat to show: the greeting, or what was said last. */
  end: 'first' | 'last';
}

/** On a stage, the chat keeps still, fits in, and its scheme is the one asked for. */
const STAGE_CSS = `
@media (min-width:481px) and (min-height:481px){
.panel{width:min(400px,100% - 40px);height:min(680px,100% - 112px)}
}
*{animation:none!important;transition:none!important}
:host([data-scheme=light]){color-scheme:light!important}
:host([data-scheme=dark]){color-scheme:dark!important}
`;

/** The whole chat is here already. */
function atOnce(given: Given): Lazy<Talk> {
  const speech = { in: () => en.lines, isFailed: false };
  return here(createTalk(given, (rest) => here(createExtra(rest, speech))));
}

function here<T>(value: T): Lazy<T> {
  return { value, isFailed: false, load: () => Promise.resolve(value) };
}

/** Puts the chat on a stage, once; answers with how to show it in another look. */
export function setStage(stage: HTMLElement, site: string, hasEscalation: boolean) {
  // Remembers nothing: a real chat on this host would find it.
  const memory = createMemory(() => ({}), site);
  const { element, root, name, showOpen } = createLauncher(memory);
  name(labelsOf(en.words));
  speak(en.words, 'en');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TOKENS_CSS + STYLES + STAGE_CSS);
  root.adoptedStyleSheets.push(sheet);
  const place = root.appendChild(document.createElement('div'));
  // For looking at: nobody can press anything in it, or get lost in it with the keyboard.
  element.inert = true;
  stage.append(element);
  showOpen(true);

  const still = () => undefined;
  const session: Session = {
    view: exampleView(hasEscalation, Date.now()),
    show: still,
    act: still,
    tell: still,
    retry: still,
    discard: still,
    reset: still,
  };

  return ({ name, greeting, color, scheme, end }: Look) => {
    applyTokens(element, accentTokens(color));
    element.dataset['scheme'] = scheme;
    const draw = createPanel(
      {
        api: '',
        words: en.words,
        element,
        lazy: createLazyModule,
        options: {},
        root,
        // The panel adds its count of unread messages to it: with every look, one more.
        launcher: document.createElement('button'),
        memory,
        tab: memory,
        settings: {
          site,
          name: '',
          assistantName: name,
          greeting,
          color,
          look: {},
          language: 'en',
          theme: 'auto',
          launcherText: '',
          bubble: false,
          escalation: { enabled: hasEscalation },
        },
        traits: () => ({}),
        title: () => '',
        emit: still,
        saw: still,
        signal: new AbortController().signal,
        showOpen: still,
      },
      session,
      place,
      still,
      atOnce,
    );
    draw();
    const log = place.querySelector('.log');
    if (log) log.scrollTop = end === 'first' ? 0 : log.scrollHeight;
  };
}
