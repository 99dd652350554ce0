/**
 * The visitor's chat on a stage: drawn by its own launcher, panel and styles, with an example for a
 * conversation. It has no socket and asks no server.
 */
import { accentTokens, applyTokens, TOKENS_CSS } from '../../shared/tokens.ts';
import { createLauncher } from '../../visitor/launcher.ts';
import { createPanel } from '../../visitor/panel.tsx';
import { createMemory } from '../../visitor/storage.ts';
import { STYLES } from '../../visitor/styles.ts';
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

/** Puts the chat on a stage, once; answers with how to show it in another look. */
export function setStage(stage: HTMLElement, site: string, hasEscalation: boolean) {
  // Remembers nothing: a real chat on this host would find it.
  const memory = createMemory(() => ({}), site);
  const { element, root, showOpen } = createLauncher(memory);
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
    typing: still,
    act: still,
    retry: still,
    discard: still,
    erase: still,
    reset: still,
  };

  return ({ name, greeting, color, scheme, end }: Look) => {
    applyTokens(element, accentTokens(color));
    element.dataset['scheme'] = scheme;
    const draw = createPanel(
      {
        api: '',
        element,
        root,
        // The panel adds its count of unread messages to it: with every look, one more.
        launcher: document.createElement('button'),
        memory,
        tabMemory: memory,
        settings: {
          site,
          name: '',
          assistantName: name,
          greeting,
          color,
          look: {},
          escalation: { enabled: hasEscalation },
        },
        traits: () => ({}),
        emit: still,
        showOpen: still,
      },
      session,
      place,
      still,
    );
    draw();
    const log = place.querySelector('.log');
    if (log) log.scrollTop = end === 'first' ? 0 : log.scrollHeight;
  };
}
