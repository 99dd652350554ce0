/** The button in the corner. All of the widget that a page pays for until somebody wants to chat. */
import type { Labels } from './labels.ts';
import { styleOf } from './options.ts';
import type { Memory } from './storage.ts';

/**
 * The chat adds a sheet of its own to the same root: what is said of all elements is said for it too.
 * Outlines that cannot be seen are for forced colours, which show them.
 */
const STYLES = `
:host{all:initial!important;position:fixed!important;z-index:2147483647!important;color-scheme:var(--b-theme,light dark)!important;font:15px/1.5 system-ui,sans-serif!important;--b-left:auto;--b-right:var(--b-x)}
:host::backdrop{display:none!important}
:host(:dir(rtl):not(.right)),:host(.left){--b-left:var(--b-x);--b-right:auto}
.launcher,.notice{all:unset;position:fixed;z-index:1;left:var(--b-left);right:var(--b-right);
bottom:max(var(--b-y),env(safe-area-inset-bottom));
box-shadow:0 4px 20px #0004}
.notice:not(:empty){display:flex;margin-bottom:68px;max-width:280px;border:1px solid #8883;border-radius:20px;background:canvas;animation:rise .16s}
.notice button{all:unset;padding:12px 16px;cursor:pointer;unicode-bidi:plaintext}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
.launcher{display:flex;align-items:center;justify-content:center;height:56px;max-width:calc(100% - 2*var(--b-x));border-radius:28px;outline:1px solid #0000;cursor:pointer;
background:var(--b-accent,#1f6f5c);color:var(--b-on-accent,lab(from var(--b-accent,#000) calc(4939 - 100*l) 0 0));transition:.16s}
.launcher:before{content:"";flex:none;width:22px;height:19px;margin:0 15px;border:2px solid;border-radius:11px;border-end-start-radius:2px;transition:.16s}
.launcher[aria-expanded=true]:before{width:12px;height:12px;margin:0 20px;border-width:0 2px 2px 0;border-radius:2px;transform:translateY(-3px) rotate(45deg)}
.launcher[aria-expanded=false]{display:var(--b-closed,flex)}
.launcher[aria-expanded=false]:after{content:attr(aria-label);display:var(--b-text,none);margin-inline:-6px 22px}
@media (hover:hover){.launcher:hover{transform:scale(1.05)}}
:focus-visible{outline:2px solid var(--b-link,#1f6f5c);outline-offset:2px}
@media (prefers-reduced-motion:reduce){*,:before,:after{transition:none!important;animation:none!important}}
`;

interface Launcher {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly launcher: HTMLButtonElement;
  /** What is told beside the button; it can be pressed. */
  readonly told: HTMLButtonElement;
  /** Tells something beside the button, aloud too; the empty text takes it back. */
  tell(text: string): void;
  fail(): void;
  /** Calls it so from now on. */
  name(labels: Labels): void;
  showOpen(isOpen: boolean): void;
}

/** Draws the button, not yet on the page, as it looked when the site was last seen, or as the script wants it. */
export function createLauncher(memory: Memory, options: DOMStringMap = {}): Launcher {
  const element = document.createElement('baton-chat');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];

  // The script's own wish, against the direction of the page.
  element.className = options['position'] ?? '';
  element.style.cssText = (memory.get('colors') ?? '') + styleOf(options);

  const launcher = document.createElement('button');
  launcher.className = 'launcher';
  // Always there: a status that comes with its text already in it is not read out.
  const notice = document.createElement('div');
  notice.className = 'notice';
  const told = document.createElement('button');
  const dismiss = document.createElement('button');
  dismiss.textContent = '✕';
  root.append(launcher, notice);

  let labels: Labels;
  let isOpen = false;
  const label = () => {
    launcher.ariaExpanded = `${isOpen}`;
    launcher.ariaLabel = labels[isOpen ? 1 : 0];
    dismiss.ariaLabel = labels[3];
  };
  const tell = (text: string, role = 'status') => {
    notice.role = role;
    told.textContent = text;
    notice.replaceChildren(...(text ? [told, dismiss] : []));
  };
  dismiss.addEventListener('click', () => {
    tell('');
    launcher.focus();
  });
  notice.addEventListener('keydown', ({ key }) => key === 'Escape' && dismiss.click());
  return {
    element,
    root,
    launcher,
    told,
    tell,
    fail: () => tell(labels[2], 'alert'),
    name(known) {
      labels = known;
      label();
    },
    showOpen(isNow) {
      isOpen = isNow;
      label();
    },
  };
}
