/** What the socket client is given and what it tells. */
import type { Refusal, ServerFrame } from '../../src/protocol/frames.ts';
import type { StateView } from '../../src/protocol/state.ts';
import type { Outbox, RefFrame } from './outbox.ts';

export interface Link {
  send(text: string): void;
  close(): void;
}

export interface LinkEvents {
  opened(): void;
  received(data: unknown): void;
  closed(code: number): void;
}

/** Opens a socket; its events come later, never from within the call. */
export type Connect = (url: string, protocols: string[], events: LinkEvents) => Link;

/** Calls back whenever the network or the page has come back; answers with how to stop that. */
export type Wake = (listener: () => void) => () => void;

export type SocketStatus =
  /** Not yet welcomed for the first time. */
  | { is: 'connecting'; failures: number }
  | { is: 'open' }
  /** Was open; comes back by itself. `failures` counts attempts in a row that led nowhere. */
  | { is: 'lost'; failures: number }
  /** Will not come back by itself. */
  | { is: 'stopped'; reason: StopReason };

export type StopReason = 'closed' | 'gone' | 'link_closed' | 'dismissed' | 'unsupported_protocol';

/** Where unsent words outlive the page. */
export interface OutboxStorage<F> {
  load(): readonly F[];
  save(frames: readonly F[]): void;
}

export type ClientFrame = { readonly type: string; readonly ref?: string };

/** Those of a family of frames that the server answers by their `ref`. */
export type Reffed<F> = Extract<F, RefFrame>;

export interface SocketClientOptions<F extends ClientFrame> {
  url: string;
  /** Asked before every attempt; `failures` counts the attempts in a row that were never welcomed. */
  subprotocols: (failures: number) => string[] | Promise<string[]>;
  /** The frame that begins every connection. */
  hello: (lastSeq: number) => F;
  /** Every frame of the server's, in order, none twice within one connection. */
  onFrame: (frame: ServerFrame) => void;
  onStatus: (status: SocketStatus) => void;
  /** Called whenever the list of unconfirmed frames has changed. */
  onPending: (pending: Outbox<Reffed<F>>) => void;
  /** The log is another one than before: forget everything known of it. */
  onReset: () => void;
  /** Close codes that end it for good, and why; without them it always comes back. */
  endings?: { readonly [code: number]: StopReason };
  /** The conversation no longer exists, and that is no ending: a new one is begun afterwards. */
  onGone?: () => void;
  /** Whether an unconfirmed action still makes sense in the state found after a reconnect. */
  isStillMeant?: (frame: Reffed<F>, state: StateView) => boolean;
  /** What is told of a refusal; the server's own words unless given. */
  explain?: (refusal: Refusal) => string;
  storage?: OutboxStorage<Reffed<F>>;
  connect: Connect;
  wake: Wake;
  /** 0 to 1, as `Math.random`. */
  random: () => number;
  /** Milliseconds since 1970, as `Date.now`. */
  now: () => number;
}

export interface SocketClient<F> {
  /** Says it now or as soon as possible. A frame without a `ref` is dropped while not connected. */
  send(frame: F): void;
  /** Says again what was refused. */
  retry(ref: string): void;
  /** Gives up on what was refused or not yet sent. */
  discard(ref: string): void;
  /** Ends it for good. What is unsent stays in storage. */
  close(): void;
}
