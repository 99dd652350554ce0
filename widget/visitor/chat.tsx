/** The chat itself, loaded by the launcher when somebody reaches for it. */
import { directionOf } from '../../src/language/codes.ts';
import type { Words } from '../../src/language/language.ts';
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import { PAGE_EVERY_MS } from '../../src/protocol/limits.ts';
import type { Covering } from './covering/covering.ts';
import type { Chat, Given, Host } from './host.ts';
import { createLazyModule } from './lazy.ts';
import { localeOf } from './locale.ts';
import { labelsOf, remember } from './labels.ts';
import { createLazyPage } from './page.ts';
import type { Page } from './page.ts';
import { createPanel, focusChat } from './panel.tsx';
import { createSession } from './session.ts';
import { warn } from './warn.ts';
import { speak } from './words.ts';
import { TOKENS_CSS } from '../shared/tokens.ts';
import { SMALL_SCREEN, STYLES } from './styles.ts';

/** Where the build put the languages, beside the chat. */
declare const __TONGUES__: string;

async function jsonOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** Puts the chat, closed, beside its launcher. */
export async function mount(given: Given): Promise<Chat> {
  const { asked, calls, element, launcher, memory, root, signal } = given;
  const settings = await jsonOf<PublicSettings>(given.settings);
  const { language, refused } = settings;
  if (refused) warn(refused);
  const file = `${__TONGUES__}/${language}.words.json`;
  const guessed = given.words;
  const words = await jsonOf<Words>(
    guessed?.url.endsWith(file) ? guessed : await fetch(new URL(file, import.meta.url)),
  );
  signal.throwIfAborted();
  speak(words, localeOf(language, navigator.language));
  const labels = labelsOf({ ...words, open: settings.launcherText || words.open });
  given.name(labels);
  // What this page alone wishes is not how the site looks.
  if (!given.ownLook) remember(memory, asked, [...labels, language]);
  memory.set('greeting', settings.bubble ? settings.greeting : undefined);
  const host: Host = {
    ...given,
    settings,
    words,
    lazy: createLazyModule,
    traits: () => page.value?.traits() ?? {},
    emit: (event, detail) => around((page) => page.emit(event, detail)),
    saw: (frame) => around((page) => page.saw(frame)),
    // A form of that name would stand in its place.
    title: () => String(document.title),
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TOKENS_CSS + STYLES);
  root.adoptedStyleSheets.push(sheet);
  const place = root.appendChild(document.createElement('div'));
  place.lang = language;
  place.dir = launcher.dir = directionOf(language);

  const look = Object.entries(settings.look)
    .map((each) => each.join(':'))
    .join(';');
  element.style.cssText += `;${look}`;
  if (!given.ownLook) memory.set('colors', look);

  let isDue = false;
  const session = createSession(host, onChange);
  const draw = createPanel(host, session, place, () => close(true));
  const small = matchMedia(SMALL_SCREEN);
  let covering: Covering | undefined;
  /** What had the focus when the chat was opened, and gets it back. */
  let opener: HTMLElement = launcher;
  /** What was done last, opening or closing, was the visitor's doing. */
  let isPressed = false;

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
    covering?.show(isOpen, isPressed);
    host.emit(isOpen ? 'open' : 'close');
  }

  function close(byPress: boolean): void {
    if (!session.view.isOpen) return;
    const hadFocus = place.contains(root.activeElement);
    isPressed = byPress;
    show(false);
    if (hadFocus) (opener.isConnected ? opener : launcher).focus();
  }

  async function cover(): Promise<void> {
    if (!small.matches || covering) return;
    const { createCovering } = await import('./covering/covering.ts');
    covering ??= createCovering(host, small, place, () => close(false));
    if (session.view.isOpen) covering.show(true, isPressed);
  }

  small.addEventListener('change', cover, { signal });
  void cover();

  const { title } = host;
  const page = createLazyPage({ calls, session, title });
  const { href } = location;

  /** Only for a page that has spoken to the chat, or is not the one it was. */
  function around(does: (page: Page) => void): void {
    const isWanted = page.value || calls[0] || location.href !== href;
    if (isWanted) void page.load().then((it) => it && does(it));
  }

  const attend = () => around((page) => page.attend());
  // Not every browser tells of a page that changes without being loaded, and its title comes later than
  // its address: looking costs less, and needs nothing of the page's own to be replaced.
  const timer = setInterval(attend, PAGE_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  attend();

  return {
    open(takesFocus) {
      if (!session.view.isOpen) {
        const { activeElement: had, body } = document;
        opener = had instanceof HTMLElement && had !== element && had !== body ? had : launcher;
        isPressed = takesFocus;
        show(true);
      }
      if (takesFocus) focusChat(place);
    },
    close,
    hear: attend,
  };
}
