/**
 * `/widget.js`, the one script a page embeds. It draws the launcher and waits: the chat's code is
 * fetched when somebody reaches for it, or when a conversation is under way already.
 */
import { GREET_AFTER_MS, isGreetingDue } from './greeting.ts';
import type { Chat, Mount } from './host.ts';
import { labelsFor, recall } from './labels.ts';
import { createLauncher } from './launcher.ts';
import type { Call } from './page.ts';
import { queuedCalls } from './queue.ts';
import { createMemory } from './storage.ts';

/** Where the build put the chat's module; it carries a hash, so it is cached for good. */
declare const __CHAT_PATH__: string;
/** The folder of the languages, a hash in its name too. */
declare const __TONGUES_PATH__: string;

/** From this width on the open chat leaves room for the page, and may come back by itself. */
const ROOMY_PX = 640;

const script = document.currentScript;

if (!customElements.get('baton-chat')) {
  customElements.define(
    'baton-chat',
    class extends HTMLElement {
      declare left?: () => void;
      disconnectedCallback() {
        // Once it is clear what has become of the page around it.
        queueMicrotask(() => this.left?.());
      }
    },
  );
}

/** What the page asked and the chat has not heard yet, and who listens. */
const calls: Call[] = [];
let hear: ((call: Call) => void) | undefined;

// Embedded twice, the first one serves.
if (script instanceof HTMLScriptElement && !Object(window.Baton).isOn) {
  const queued = queuedCalls(window.Baton);
  window.Baton = Object.assign((...call: Call) => hear?.(call), { isOn: true });
  start(new URL(script.src).origin, script.dataset);
  for (const call of queued) hear?.(call);
}

function start(origin: string, options: DOMStringMap): void {
  const { site = '', language, color = '', theme = '', text = '', open, greeting } = options;
  const memory = createMemory(() => localStorage, site);
  const tab = createMemory(() => sessionStorage, site);
  const beside = createLauncher(memory, options);
  const { element, launcher, tell } = beside;
  const end = new AbortController();
  const { signal } = end;
  const { documentElement: html, head } = document;
  let chat: Promise<Chat> | undefined;
  let wantsOpen = false;
  let attempts = 0;

  const api = `${origin}/v1/sites/${site}`;

  // The script's own language, then the page's, then the browser's: the server chooses.
  const asked = [language, html.lang, ...navigator.languages].join();
  const known = recall(memory, asked);
  beside.name(known ?? labelsFor(html.lang));

  async function mount(): Promise<Chat> {
    // Browsers remember a module that failed to load, by its address.
    const code: Promise<{ mount: Mount }> = import(`${origin}${__CHAT_PATH__}?${attempts++}`);
    const wish = new URLSearchParams({ color, theme, text, languages: asked });
    const [module, settings, words] = await Promise.all([
      code,
      fetch(`${api}/config?${wish}`),
      known && fetch(`${origin}${__TONGUES_PATH__}/${known[4]}.words.json`),
    ]);
    signal.throwIfAborted();
    return module.mount({
      ...beside,
      api,
      memory,
      tab,
      settings,
      words,
      asked,
      calls,
      options,
      ownLook: color + theme + text,
      signal,
      showOpen: want,
    });
  }

  /** The launcher answers at once, however slow the network is. */
  function want(isOpen: boolean): void {
    wantsOpen = isOpen;
    beside.showOpen(isOpen);
    tellGreeted('');
  }

  /** Tells it for the day. Whoever opens the chat, or shuts it, needs no greeting either. */
  function tellGreeted(text: string): void {
    tell(text);
    memory.set('greeted', `${Date.now()}`);
  }

  /** Not in a page that nobody looks at: it could be one of many. */
  function greet(text: string): void {
    if (signal.aborted || document.hidden || !isGreetingDue(memory.get('greeted'), Date.now()))
      return;
    tellGreeted(text);
  }

  /** Asks something of the chat once it is there. Not loading is no harm: the next press tries again. */
  function ask(question: (chat: Chat) => void): void {
    const loading = (chat ??= mount());
    loading.then(question, () => {
      if (chat !== loading) return;
      chat = undefined;
      if (!wantsOpen) return;
      want(false);
      beside.fail();
    });
  }

  /** Somebody may be about to open it. */
  const reach = () => ask(() => {});

  function show(): void {
    want(true);
    // What the page does by itself is no reason for its visitor to write elsewhere.
    const isPressed = navigator.userActivation?.isActive !== false;
    // Asked again by then: a second press may have come while the code was still on its way.
    ask((chat) => wantsOpen && chat.open(isPressed));
  }

  const commands = {
    open: show,
    close(press?: unknown) {
      want(false);
      if (chat) ask((chat) => chat.close(Boolean(press)));
    },
    toggle: (press?: unknown) => (wantsOpen ? commands.close(press) : show()),
    destroy() {
      element.remove();
      left();
    },
  };
  const own = new Map<unknown, () => void>(Object.entries(commands));
  hear = (call) => {
    const [command, event, listener] = call;
    const does = own.get(command);
    if (does) return does();
    // It is, as soon as it can hear.
    if (event === 'ready' && typeof listener === 'function') setTimeout(listener);
    calls.push(call);
    // What the page tells of its visitor is no reason to fetch anything.
    if (chat || command === 'send' || command === 'reset') ask((chat) => chat.hear());
  };

  function left(): void {
    if (element.isConnected || signal.aborted) return;
    end.abort();
    // The whole document was swapped, which is how some websites go from page to page.
    const again = () => start(origin, options);
    if (!head.isConnected) {
      // One that is written anew is empty at first.
      if (document.documentElement) return again();
      return document.addEventListener('DOMContentLoaded', again);
    }
    hear = undefined;
    delete window.Baton;
  }
  Object.assign(element, { left });

  const begin = () => {
    launcher.addEventListener('click', commands.toggle);
    launcher.addEventListener('pointerenter', reach);
    launcher.addEventListener('focus', reach);
    beside.told.addEventListener('click', commands.open);
    // Beside the body, where no script that swaps it can reach, and above the page where its transforms,
    // filters and layers cannot.
    html.append(element);
    element.showPopover?.();

    // Closed by its visitor, it stays so in this tab.
    const isOpen = Number(tab.get('open') ?? open !== undefined);
    if (isOpen && innerWidth >= ROOMY_PX) show();
    // Safari has no idle callbacks.
    else if (memory.get('live')) (window.requestIdleCallback ?? setTimeout)(reach);
    else {
      // The script's own, or else what an earlier page was told.
      const told = greeting ?? memory.get('greeting');
      if (told && innerWidth >= ROOMY_PX) setTimeout(greet, GREET_AFTER_MS, told);
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, end);
  else begin();
}
