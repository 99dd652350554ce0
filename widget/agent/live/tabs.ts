/** Which conversations are open beside the list, and which of them are in view. Pure. */

export interface Tabs {
  /** Open, in the order in which they were opened. */
  readonly open: readonly string[];
  /** Wanted in view, the one looked at last first. */
  readonly recent: readonly string[];
}

export const NO_TABS: Tabs = { open: [], recent: [] };

/** Has a conversation in view. */
export function show(tabs: Tabs, conversation: string): Tabs {
  const open = tabs.open.includes(conversation) ? tabs.open : [...tabs.open, conversation];
  return { open, recent: [conversation, ...others(tabs.recent, conversation)] };
}

/** Takes a conversation out of view and leaves it open. */
export function hide(tabs: Tabs, conversation: string): Tabs {
  return { ...tabs, recent: others(tabs.recent, conversation) };
}

/** Takes all of them out of view. */
export function hideAll(tabs: Tabs): Tabs {
  return { ...tabs, recent: [] };
}

/** Lets go of a conversation. */
export function close(tabs: Tabs, conversation: string): Tabs {
  return { open: others(tabs.open, conversation), recent: others(tabs.recent, conversation) };
}

/**
 * The conversations in view, each at the place it has among the open ones, so that looking at one
 * does not make the others change places.
 *
 * @param columns how many fit side by side
 */
export function inView(tabs: Tabs, columns: number): readonly string[] {
  const wanted = new Set(tabs.recent.slice(0, columns));
  return tabs.open.filter((conversation) => wanted.has(conversation));
}

/** Reads what {@link writeTabs} wrote; no tabs where that is damaged. */
export function readTabs(text: string | null): Tabs {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (!Array.isArray(value)) return NO_TABS;
    const [open, recent]: unknown[] = value;
    if (!isNames(open) || !isNames(recent)) return NO_TABS;
    return { open, recent: recent.filter((conversation) => open.includes(conversation)) };
  } catch {
    return NO_TABS;
  }
}

/** The tabs as text, for the next time this page is loaded. */
export function writeTabs({ open, recent }: Tabs): string {
  return JSON.stringify([open, recent]);
}

function others(names: readonly string[], name: string): readonly string[] {
  return names.filter((other) => other !== name);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
