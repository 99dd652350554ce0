/** Where the loader and the chat meet: types alone, so that neither carries the other. */
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import type { Memory } from './storage.ts';

/** What the loader hands over. */
export interface Host {
  /** Where the site's routes are, such as `https://chat.example/v1/sites/demo`. */
  readonly api: string;
  /** The `baton-chat` element; carries the tokens. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly launcher: HTMLButtonElement;
  /** What all tabs remember. */
  readonly memory: Memory;
  /** What this tab alone does. */
  readonly tabMemory: Memory;
  readonly settings: PublicSettings;
  /** What the page has told about its visitor so far. */
  readonly traits: () => Traits;
  /** Tells the page, through the listeners it added with `Baton('on', …)`. */
  emit(event: string, detail?: unknown): void;
  /** The launcher shows whether the chat is open; here the chat tells it. */
  showOpen(isOpen: boolean): void;
}

/** What the page told about its visitor with `Baton('identify', …)`. */
export interface Traits {
  readonly email?: string;
}

/** What the loader may ask of the chat. */
export interface Chat {
  /** @param takesFocus false when no press of the visitor's led to it */
  open(takesFocus: boolean): void;
  close(): void;
  send(text: string): void;
  /** Forgets the conversation on this browser and begins a new one. */
  reset(): void;
}

export type Mount = (host: Host) => Chat;
