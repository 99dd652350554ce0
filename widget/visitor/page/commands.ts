/**
 * What the page asks of the chat with `Baton(command, …)`. The loader collects it; `widget/baton.d.ts` tells
 * pages what there is. Arguments come from the page's own script, so they are anything.
 */

import type { Call } from '../page.ts';

type Listener = (detail: unknown) => void;

/** What commands do, by their names. */
export type Commands = Readonly<Record<string, (first: unknown) => void>>;

/**
 * Obeys what was called, in order. What is called to listen stays in the list, which outlives this chat
 * where the whole document is swapped. Throws nothing: a mistake is reported as the page's.
 */
export function obey(calls: Call[], commands: Commands): void {
  const known = new Map(Object.entries(commands));
  for (const call of calls.splice(0)) {
    const [command, event, listener] = call;
    const isSame = ([, of, by]: Call) =>
      of === event && (listener === undefined || by === listener);
    if (command === 'off') calls.splice(0, Infinity, ...calls.filter((each) => !isSame(each)));
    else if (command === 'on') {
      if (isListener(listener) && !calls.some(isSame)) calls.push(call);
    } else {
      try {
        known.get(String(command))?.(event);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

/** Tells those who listen. A listener's mistake is the page's, to be reported as such, and never the chat's. */
export function emit(calls: readonly Call[], event: string, detail: unknown): void {
  for (const [command, of, listener] of calls) {
    if (command === 'on' && of === event && isListener(listener)) {
      queueMicrotask(() => listener(detail));
    }
  }
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}
