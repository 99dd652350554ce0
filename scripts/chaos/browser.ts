/** What a browser gives the client code, in Node: sockets, storage that tabs share, tabs that are looked at again. */
import type { Connect, Wake } from '../../widget/shared/socket-types.ts';

/** The close code a browser reports for a connection that never was. */
const NO_SOCKET = 1006;

/** Opens a real WebSocket. */
export const connect: Connect = (url, protocols, events) => {
  let socket: WebSocket | undefined;
  try {
    socket = new WebSocket(url, protocols);
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', ({ data }) => events.received(data));
    socket.addEventListener('close', ({ code }) => events.closed(code));
  } catch {
    queueMicrotask(() => events.closed(NO_SOCKET));
  }
  return {
    send: (text) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket?.close(),
  };
};

/** The address of a socket on the server at `origin`. */
export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, 'ws') + path;
}

/** Somebody who comes back to a tab, again and again. */
export class Attention {
  readonly #listeners = new Set<() => void>();

  readonly wake: Wake = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The tab is looked at. */
  comeBack(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** `localStorage`: one for all tabs, each of which hears what the others change. */
export class SharedStorage {
  readonly #items: Record<string, string> = {};
  readonly #tabs = new Set<(key: string) => void>();

  /** The storage as a new tab has it. `onChange` is the tab's `storage` event. */
  open(onChange: (key: string) => void): { area: Record<string, string>; close: () => void } {
    const tell = (key: string | symbol) => {
      for (const tab of this.#tabs) {
        if (tab === onChange || typeof key !== 'string') continue;
        setTimeout(() => {
          if (this.#tabs.has(tab)) tab(key);
        });
      }
    };
    const area = new Proxy(this.#items, {
      set(items, key, value) {
        const isSet = Reflect.set(items, key, value);
        tell(key);
        return isSet;
      },
      deleteProperty(items, key) {
        const isGone = Reflect.deleteProperty(items, key);
        tell(key);
        return isGone;
      },
    });
    this.#tabs.add(onChange);
    return { area, close: () => this.#tabs.delete(onChange) };
  }
}
