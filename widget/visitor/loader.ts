/**
 * `/widget.js`, the one script a page embeds. It draws the launcher and waits: the chat's code is
 * fetched when somebody reaches for it, or when a conversation is under way already.
 */
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import { createBaton, queuedCalls } from './commands.ts';
import type { Baton } from './commands.ts';
import type { Chat, Mount, Traits } from './host.ts';
import { createLauncher } from './launcher.ts';
import { createMemory } from './storage.ts';

declare global {
  interface Window {
    Baton?: Baton;
  }
}

/** Where the build put the chat's module; it carries a hash, so it is cached for good. */
declare const __CHAT_PATH__: string;

/** From this width on the open chat leaves room for the page, and may come back by itself. */
const ROOMY_PX = 640;

const script = document.currentScript;

// Embedded twice, the first one serves.
if (script instanceof HTMLScriptElement && !customElements.get('baton-chat')) {
  customElements.define('baton-chat', class extends HTMLElement {});
  start(new URL(script.src).origin, script.dataset['site'] ?? '');
}

function start(origin: string, site: string): void {
  const memory = createMemory(() => localStorage, site);
  const tabMemory = createMemory(() => sessionStorage, site);
  const { element, root, button, tell, showOpen } = createLauncher(memory);
  let chat: Promise<Chat> | undefined;
  let wantsOpen = false;
  let traits: Traits = {};
  let attempts = 0;

  const api = `${origin}/v1/sites/${encodeURIComponent(site)}`;

  async function fetchSettings(): Promise<PublicSettings> {
    const response = await fetch(`${api}/config`);
    if (!response.ok) throw new Error(`Baton: ${response.status}`);
    return response.json();
  }

  async function mount(): Promise<Chat> {
    // Browsers remember a module that failed to load, by its address.
    const code: Promise<{ mount: Mount }> = import(`${origin}${__CHAT_PATH__}?${attempts++}`);
    const [settings, module] = await Promise.all([fetchSettings(), code]);
    return module.mount({
      api,
      memory,
      tabMemory,
      element,
      root,
      launcher: button,
      settings,
      traits: () => traits,
      emit,
      showOpen: want,
    });
  }

  /** The launcher answers at once, however slow the network is. */
  function want(isOpen: boolean): void {
    wantsOpen = isOpen;
    showOpen(isOpen);
  }

  function load(): Promise<Chat> {
    tell('');
    chat ??= mount().catch((error: unknown) => {
      chat = undefined;
      if (wantsOpen) tell('Sorry, the chat can’t be reached. Please try again.');
      want(false);
      throw error;
    });
    return chat;
  }

  /** Asks something of the chat once it is there. Not loading is no harm: the next press tries again. */
  function ask(question: (chat: Chat) => void): void {
    load().then(question, () => {});
  }

  /** Somebody may be about to open it. */
  const reach = () => ask(() => {});

  function show(takesFocus: boolean): void {
    want(true);
    // Asked again by then: a second press may have come while the code was still on its way.
    ask((chat) => wantsOpen && chat.open(takesFocus));
  }

  const commands = {
    open: () => show(true),
    close: () => {
      want(false);
      if (chat) ask((chat) => chat.close());
    },
    toggle: () => (wantsOpen ? commands.close() : commands.open()),
    send: (text: string) => ask((chat) => chat.send(text)),
    identify: (told: Traits) => {
      traits = { ...traits, ...told };
    },
    reset: () => ask((chat) => chat.reset()),
  };
  const { baton, emit } = createBaton(commands);

  const begin = () => {
    button.addEventListener('click', commands.toggle);
    button.addEventListener('pointerenter', reach);
    button.addEventListener('focus', reach);
    // Beside the body, where neither its transforms nor a script that swaps it can reach.
    document.documentElement.append(element);

    const calls = queuedCalls(window.Baton);
    window.Baton = baton;
    for (const call of calls) baton(...call);
    emit('ready');

    const wasOpen = tabMemory.get('open') && innerWidth >= ROOMY_PX;
    if (wasOpen) show(false);
    // Safari has no idle callbacks.
    else if (memory.get('live')) (window.requestIdleCallback ?? setTimeout)(reach);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
