/** What the widget remembers in the browser, under names of its own site. */

type StoredName =
  /** The conversation and the token that resumes it. */
  | 'chat'
  /** Set while there is something to come back to: loads the chat on later pages, unasked. */
  | 'live'
  /** Told to the other tabs and not kept: the conversation that the visitor is deleting. */
  | 'erasing'
  /** The number of the last entry the visitor has seen. */
  | 'read'
  /** The site's look, for the launcher, which comes before the settings do. */
  | 'colors'
  /** Which languages were asked for, which it became, and what the launcher is called in it. */
  | 'labels'
  /** The greeting to show beside the launcher, if there is one. */
  | 'greeting'
  /** When it showed last, or the chat was opened. */
  | 'greeted'
  /** Set if the visitor wants no sound. */
  | 'quiet'
  /** Per tab: the chat is open. */
  | 'open'
  /** Per tab: what the visitor has half written, and not sent. */
  | 'draft'
  /** Per tab, for all to find: what the server has not confirmed. */
  | `unsent:${string}`;

export interface Memory {
  get(name: StoredName): string | undefined;
  /** Undefined forgets. */
  set(name: StoredName, value: string | undefined): void;
  /** What stands before a name in the storage itself. */
  readonly prefix: string;
  readonly store: Record<string, string>;
}

/**
 * @param area gives `localStorage` or its like; a function, since merely naming that may throw. A
 *   browser that forbids it gets a store that lasts as long as the page.
 */
export function createMemory(area: () => Record<string, string>, site: string): Memory {
  const prefix = `baton:${site}:`;
  let store: Record<string, string> = {};
  try {
    store = area();
  } catch {
    // Forbidden: the empty one serves.
  }
  return {
    prefix,
    store,
    get: (name) => store[prefix + name],
    set(name, value) {
      try {
        if (value === undefined) delete store[prefix + name];
        else store[prefix + name] = value;
      } catch {
        // Full: nothing is remembered, and nothing fails.
      }
    },
  };
}
