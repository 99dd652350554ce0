/** The chat itself, loaded by the launcher when somebody reaches for it. */
import type { Chat, Host } from './host.ts';
import { createPanel, focusChat } from './panel.tsx';
import { createSession } from './session.ts';
import { applyTokens, TOKENS_CSS } from '../shared/tokens.ts';
import { STYLES } from './styles.ts';
import { followViewport } from './viewport.ts';

/** Puts the chat, closed, beside its launcher. */
export function mount(host: Host): Chat {
  const { element, launcher, root } = host;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TOKENS_CSS + STYLES);
  root.adoptedStyleSheets.push(sheet);
  const place = root.appendChild(document.createElement('div'));

  applyTokens(element, host.settings.look);
  host.memory.set('colors', element.style.cssText);
  followViewport(element);

  let isDue = false;
  const session = createSession(host, onChange);
  const draw = createPanel(host, session, place, close);

  function onChange(): void {
    if (isDue) return;
    isDue = true;
    // Many frames may come at once, after a reconnect for one: they are drawn together.
    queueMicrotask(() => {
      isDue = false;
      draw();
    });
  }

  function show(isOpen: boolean): void {
    session.show(isOpen);
    host.showOpen(isOpen);
    draw();
    host.emit(isOpen ? 'open' : 'close');
  }

  function close(): void {
    if (!session.view.isOpen) return;
    const hadFocus = place.contains(root.activeElement);
    show(false);
    if (hadFocus) launcher.focus();
  }

  return {
    open(takesFocus) {
      if (!session.view.isOpen) show(true);
      if (takesFocus) focusChat(place);
    },
    close,
    send: (text) => session.act({ type: 'say', text }),
    reset: session.reset,
  };
}
