/** The button in the corner. All of the widget that a page pays for until somebody wants to chat. */
import type { Memory } from './storage.ts';

/** The chat adds a sheet of its own to the same root: what is said of all elements is said for it too. */
const STYLES = `
:host{all:initial!important;display:contents!important;color-scheme:light dark!important;font:15px/1.5 system-ui,sans-serif!important}
[hidden]{display:none!important}
.launcher,.notice{all:unset;position:fixed;z-index:2147483001;
bottom:max(20px,env(safe-area-inset-bottom));inset-inline-end:20px;
box-shadow:0 2px 6px #10182829,0 8px 24px #10182833}
.notice{inset-inline-end:92px;max-width:min(220px,100vw - 144px);padding:12px 16px;border:1px solid #8884;border-radius:16px;background:canvas}
.notice:empty,.badge:empty{display:none}
.launcher{width:56px;height:56px;display:grid;place-items:center;border-radius:50%;cursor:pointer;
background:var(--b-accent,#1f6f5c);color:var(--b-on-accent,#fff);transition:.16s}
.launcher:hover{transform:scale(1.05)}
:focus-visible{outline:2px solid var(--b-link,#1f6f5c);outline-offset:2px}
.launcher svg{grid-area:1/1;width:28px;transition:.16s}
svg{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.launcher[aria-expanded=false] svg+svg,.launcher[aria-expanded=true] svg:first-child{opacity:0;transform:scale(.6)}
@media (prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
@media (forced-colors:active){.launcher,.panel,.message p{border:1px solid}}
`;

const BUBBLE =
  'M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4L4.5 20.5l1-3.4C3.9 15.6 3 13.5 3 11.2c0-4.3 4-7.7 9-7.7z';
const CHEVRON = 'M6 9.5l6 6 6-6';

export interface Launcher {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  /** Says something beside the button, aloud too; the empty text takes it back. */
  tell(text: string): void;
  showOpen(isOpen: boolean): void;
}

/** Draws the button, not yet on the page, in the colours the site had when it was last seen. */
export function createLauncher(memory: Memory): Launcher {
  const element = document.createElement('baton-chat');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];

  element.style.cssText = memory.get('colors') ?? '';

  const button = document.createElement('button');
  button.className = 'launcher';
  button.append(icon(BUBBLE), icon(CHEVRON));
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.role = 'alert';
  root.append(button, notice);

  const showOpen = (isOpen: boolean) => {
    button.ariaLabel = isOpen ? 'Close chat' : 'Open chat';
    button.ariaExpanded = `${isOpen}`;
  };
  showOpen(false);
  const tell = (text: string) => {
    notice.textContent = text;
  };
  return { element, root, button, tell, showOpen };
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
