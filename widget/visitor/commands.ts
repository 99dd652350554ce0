/** `window.Baton(command, …)`: how the page itself speaks to the widget. */
import type { Traits } from './host.ts';

export type Listener = (detail: unknown) => void;

/** What each command does. Arguments come from the page's own script, so they are anything. */
export interface Commands {
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  identify(traits: Traits): void;
  reset(): void;
}

/** The page's function. Before this code came, a page's stub may have collected calls in `q`. */
export interface Baton {
  (...call: unknown[]): void;
  q?: unknown;
}

/** Makes the function, and tells listeners. Throws nothing: a bad command does nothing. */
export function createBaton(commands: Commands): {
  baton: Baton;
  emit(event: string, detail?: unknown): void;
} {
  const listeners = new Map<string, Set<Listener>>();

  const baton: Baton = (command, first, second) => {
    switch (command) {
      case 'open':
      case 'close':
      case 'toggle':
      case 'reset':
        return commands[command]();
      case 'send':
        return typeof first === 'string' ? commands.send(first) : undefined;
      case 'identify':
        return commands.identify(readTraits(first));
      case 'on':
        if (typeof first === 'string' && isListener(second)) {
          listeners.set(first, (listeners.get(first) ?? new Set()).add(second));
        }
        return;
      case 'off':
        if (typeof first !== 'string') return;
        if (isListener(second)) listeners.get(first)?.delete(second);
        else listeners.delete(first);
    }
  };

  return {
    baton,
    emit(event, detail) {
      for (const listener of listeners.get(event) ?? []) {
        // A listener's mistake is the page's, to be reported as such, and never the chat's.
        queueMicrotask(() => listener(detail));
      }
    },
  };
}

/** The calls that a stub on the page collected before this code came: lists of arguments. */
export function queuedCalls(stub: unknown): unknown[][] {
  const calls: ArrayLike<unknown>[] =
    typeof stub === 'function' && 'q' in stub && Array.isArray(stub.q) ? stub.q : [];
  return calls.map((call) => Array.from(call));
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

function readTraits(value: unknown): Traits {
  if (typeof value !== 'object' || value === null || !('email' in value)) return {};
  return typeof value.email === 'string' ? { email: value.email } : {};
}
