/**
 * The open chat where it covers the page, fetched on small screens alone: the way back closes it, and
 * nothing below it is reached by accident.
 */
import type { Host } from '../host.ts';
import { createBackButton } from './back-button.ts';
import { followViewport } from './viewport.ts';

export interface Covering {
  /** @param isPressed whether a press of the visitor's led to it, not the page's own doing */
  show(isOpen: boolean, isPressed: boolean): void;
}

/** A screen as low as that of a phone on its side. */
const STYLES = `
@media (max-height:320px){
.head{min-height:56px;padding-block:4px}
.launcher[aria-expanded=true]{margin-top:-8px}
.foot{gap:0;padding-block:4px}
}
`;

/** What Tab stops at. */
const STOPS = ':is(a,button,input,textarea,[tabindex="0"]):not(:disabled,[tabindex="-1"])';

/**
 * Begins to look after it.
 *
 * @param small matches where the chat covers the page
 * @param place where the chat is drawn, beside its launcher
 * @param close has the chat closed
 */
export function createCovering(
  { element, launcher, root, signal }: Host,
  small: MediaQueryList,
  place: HTMLElement,
  close: () => void,
): Covering {
  const options = { signal };
  const backButton = createBackButton(close, options);
  let isShown = false;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets.push(sheet);
  followViewport(element, signal);

  function tell(): void {
    place.firstElementChild?.setAttribute('aria-modal', `${small.matches}`);
  }

  /** Tab goes round: what comes next on the page could not be seen. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || !isShown || !small.matches) return;
    const stops = [launcher, ...place.querySelectorAll<HTMLElement>(STOPS)];
    const [from, to] = event.shiftKey ? [0, -1] : [-1, 0];
    if (stops.at(from) !== event.target) return;
    event.preventDefault();
    stops.at(to)?.focus();
  }

  launcher.addEventListener('keydown', onKeyDown, options);
  place.addEventListener('keydown', onKeyDown, { ...options, capture: true });
  small.addEventListener('change', tell, options);
  tell();
  return {
    show(isOpen, isPressed) {
      isShown = isOpen;
      if (!isOpen) backButton.closed(isPressed);
      else if (isPressed && small.matches) backButton.opened();
    },
  };
}
