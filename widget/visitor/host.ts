/** Where the loader and the chat meet: types alone, so that neither carries the other. */
import type { Words } from '../../src/language/language.ts';
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import type { ServerFrame } from '../../src/protocol/frames.ts';
import type { Labels } from './labels.ts';
import type { createLazyModule } from './lazy.ts';
import type { Call } from './page.ts';
import type { Memory } from './storage.ts';

/** What both know, for as long as the chat is on the page. */
interface Common {
  /** Where the site's routes are, such as `https://chat.example/v1/sites/demo`. */
  readonly api: string;
  /** The `baton-chat` element; carries the tokens. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly launcher: HTMLButtonElement;
  /** The attributes of the script's tag. */
  readonly options: DOMStringMap;
  /** What all tabs remember. */
  readonly memory: Memory;
  /** What this tab alone does. */
  readonly tab: Memory;
  /** Fires when the chat is taken off the page: nothing of it goes on. */
  readonly signal: AbortSignal;
  /** The launcher shows whether the chat is open; here the chat tells it. */
  showOpen(isOpen: boolean): void;
}

/** What the loader hands over. */
export interface Given extends Common {
  /** What the page asked of the chat, and who listens: the loader adds to it. */
  readonly calls: Call[];
  /** The public settings, as they come. */
  readonly settings: Response;
  /** The words in the language that the settings will probably say, if an earlier page knew it. */
  readonly words: Response | undefined;
  /** The languages that were asked for, best first, with commas between them. */
  readonly asked: string;
  /** What this page's script wishes in place of the site's look; empty if nothing. */
  readonly ownLook: string;
  /** What the launcher is called from now on. */
  name(labels: Labels): void;
}

/** What the chat goes by. */
export interface Host extends Common {
  /** The words of the interface, in the language of the settings. */
  readonly words: Words;
  readonly settings: PublicSettings;
  /** How parts fetch parts: they share no code with the chat. */
  readonly lazy: typeof createLazyModule;
  /** What the page says of its visitor. */
  traits(): { readonly email?: string };
  /** The page's own title, whatever the chat has put in its place. */
  title: () => string;
  /** Tells the page, through the listeners it added with `Baton('on', …)`. */
  emit(event: string, detail?: unknown): void;
  /** What the server sent is of interest to the page, too. */
  saw(frame: ServerFrame): void;
}

/** What the loader may ask of the chat. */
export interface Chat {
  /** @param takesFocus false when no press of the visitor's led to it */
  open(takesFocus: boolean): void;
  /** @param isPressed whether a press of the visitor's led to it */
  close(isPressed: boolean): void;
  /** Obeys what the page has asked by now. */
  hear(): void;
}

/** Rejects if something of it could not be fetched. */
export type Mount = (given: Given) => Promise<Chat>;
