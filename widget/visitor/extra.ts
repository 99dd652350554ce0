/** What a chat seldom needs, fetched when it is needed first: the menu, its questions, the contact form. */
import type { Child } from './dom/jsx-runtime.ts';
import type { Host } from './host.ts';
import type { Row } from './rows.ts';
import type { Session } from './view.ts';

/** What the chat hands over. */
export interface Given {
  readonly host: Host;
  readonly session: Session;
  /** The log as it is drawn. */
  rows(): Row[];
  redraw(): void;
}

/** What it gets: parts to draw, each null while there is nothing to show. */
export interface Extra {
  readonly isMenuOpen: boolean;
  /** @param button what the menu belongs to, and gives the focus back to */
  toggleMenu(button: HTMLElement): void;
  menu(): Child;
  question(): Child;
  contactForm(): Child;
}

export type CreateExtra = (given: Given) => Extra;

export interface LazyExtra {
  /** Undefined until it is there. */
  readonly parts: Extra | undefined;
  /** It could not be fetched, a moment ago. */
  readonly isFailed: boolean;
  /** Fetches it, once. Undefined if that failed: the next call tries again. */
  load(): Promise<Extra | undefined>;
}

/** Where the build put it, beside the chat; the name carries a hash, so it is cached for good. */
declare const __EXTRA__: string;

/** After a failure nothing is fetched unasked for this long. */
const REST_MS = 5_000;

/** Fetches nothing yet. */
export function createLazyExtra(given: Given): LazyExtra {
  let parts: Extra | undefined;
  let loading: Promise<Extra | undefined> | undefined;
  let isFailed = false;
  let attempts = 0;

  async function fetchParts(): Promise<Extra | undefined> {
    try {
      // Browsers remember a module that failed to load, by its address.
      const address = new URL(`${__EXTRA__}?${attempts++}`, import.meta.url).href;
      const module: { createExtra: CreateExtra } = await import(address);
      parts = module.createExtra(given);
    } catch {
      loading = undefined;
      setTimeout(rested, REST_MS);
    }
    isFailed = !parts;
    given.redraw();
    return parts;
  }

  function rested(): void {
    isFailed = false;
    given.redraw();
  }

  return {
    get parts() {
      return parts;
    },
    get isFailed() {
      return isFailed;
    },
    load: () => (loading ??= fetchParts()),
  };
}
