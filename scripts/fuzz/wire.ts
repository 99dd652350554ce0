/**
 * Connections between a client and the object. A wire outlives the object's memory; a handle is what one
 * instance has of it.
 */
import type { Millis } from '../../src/protocol/entry.ts';
import type { Life } from './life.ts';

/** As `WebSocket.readyState`. */
const OPEN = 1;
const CLOSED = 3;

/** Clients ping at least this often, if they do at all. */
const PING_MS = 25_000;

/** Whoever sits at the client's end. */
export interface Listener {
  receive(text: string): void;
  /** The connection is gone, as far as the client can tell. */
  lost(code: number): void;
}

/** How a connection ended, told to the object in its own time. */
type Ending = { is: 'closed'; code: number } | { is: 'broken' };

export class Wire {
  readonly id: number;
  tags: readonly string[] = [];
  readyState = OPEN;
  /** The object has taken it in: it is one of those that survive hibernation. */
  isAccepted = false;
  attachment = 'null';
  /** Null once nobody is there: what is sent is lost, whatever the object believes. */
  listener: Listener | null = null;
  /** Frames of the client's on their way. */
  readonly inbox: string[] = [];
  /** An end that the object has yet to be told of. */
  ending: Ending | null = null;

  readonly #now: () => Millis;
  /** When the client began to ping. */
  #pinging: Millis | null = null;
  /** When it went: since then there are no pings. */
  #goneAt: Millis | null = null;

  constructor(id: number, now: () => Millis) {
    this.id = id;
    this.#now = now;
  }

  /** From now on it sends a ping every now and then, for as long as somebody is there. */
  beginPinging(): void {
    if (this.listener) this.#pinging ??= this.#now();
  }

  /** When a ping was last answered without waking the object; null if none ever was. */
  get pingedAt(): Millis | null {
    if (this.#pinging === null) return null;
    const until = this.#goneAt ?? this.#now();
    return until - ((until - this.#pinging) % PING_MS);
  }

  /** The client goes, properly. */
  hangUp(code: number): void {
    this.letGo();
    this.ending = { is: 'closed', code };
  }

  /** The client is gone, and the object knows nothing of it. */
  goSilent(): void {
    this.letGo();
    this.inbox.length = 0;
  }

  /** Nobody is at the client's end any more. */
  letGo(): void {
    this.listener = null;
    this.#goneAt ??= this.#now();
  }

  /** Nothing comes through any more, in either direction, and nobody at the object's end is told. */
  cut(): void {
    const { listener } = this;
    this.goSilent();
    this.readyState = CLOSED;
    this.ending = null;
    listener?.lost(1006);
  }
}

/** An instance's end of a wire, as much of a `WebSocket` as is used. */
export class Handle {
  readonly wire: Wire;
  readonly #life: Life;

  constructor(wire: Wire, life: Life) {
    this.wire = wire;
    this.#life = life;
  }

  get readyState(): number {
    this.#life.mustBeAlive();
    return this.wire.readyState;
  }

  accept(): void {
    this.#life.mustBeAlive();
  }

  send(text: string): void {
    this.#life.mustBeAlive();
    if (this.wire.readyState !== OPEN) throw new TypeError('This socket is closed.');
    this.#life.send(this.wire, text);
  }

  /** The client is told at once; the object hears the other half of the handshake later. */
  close(code = 1005): void {
    this.#life.mustBeAlive();
    const { wire } = this;
    if (wire.readyState !== OPEN) {
      wire.readyState = CLOSED;
      return;
    }
    this.#life.close(wire, code);
  }

  serializeAttachment(value: unknown): void {
    this.#life.mustBeAlive();
    this.wire.attachment = JSON.stringify(value);
  }

  deserializeAttachment(): unknown {
    this.#life.mustBeAlive();
    return JSON.parse(this.wire.attachment);
  }
}
