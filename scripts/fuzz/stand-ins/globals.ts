/**
 * What the Worker's code takes from its platform without importing it. The bundler puts these in place of
 * the globals of the same names, in the bundle and nowhere else.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SimClock } from '../clock.ts';
import type { Handle, Wire } from '../wire.ts';

/** What a request carries. */
export interface Asked {
  body: string;
  signal: AbortSignal;
}

interface Current {
  clock: SimClock;
  /** What the code wrote to its log. */
  logged: (line: string) => void;
  newWire: () => Wire;
  handleOf: (wire: Wire) => Handle;
  /** A signature is made, or looked at, in its own time. */
  computed: <T>(value: T) => Promise<T>;
  /** From 0 up to, but not, 1. */
  random: () => number;
  /** Somebody on the web is asked. */
  fetched: (url: string, init: Asked) => Promise<unknown>;
}

let current: Current | undefined;

/** Whose time it is, and whose sockets. */
export function useWorld(world: Current): void {
  current = world;
}

function world(): Current {
  if (!current) throw new Error('There is no world yet.');
  return current;
}

const RealDate = globalThis.Date;

/** Time as far as the simulated world has come. */
export class Date extends RealDate {
  constructor(value?: number | string) {
    super(value ?? world().clock.now);
  }

  static override now(): number {
    return world().clock.now;
  }
}

export const performance = { now: () => world().clock.now };

export const setTimeout = (run: () => void, ms = 0): number => world().clock.set(run, ms);

export const clearTimeout = (id: number | null | undefined): void => {
  if (typeof id === 'number') world().clock.clear(id);
};

/** In the place of `Math.random`: a run with the same seed is the same run. */
export const chance = (): number => world().random();

export const fetch = (url: string, init: Asked): Promise<unknown> => world().fetched(url, init);

export const console = {
  log: (line: string) => world().logged(line),
  warn: () => undefined,
  error: () => undefined,
};

const MAC_BYTES = 32;

const macOf = (key: Uint8Array, bytes: Uint8Array) =>
  new Uint8Array(createHmac('sha256', key).update(bytes).digest());

/** Without a thread of its own: when a signature is there is for the run to say. */
export const crypto = {
  randomUUID: () => `id-${Math.floor(world().random() * 2 ** 48).toString(16)}`,
  subtle: {
    importKey: async (_format: string, bytes: Uint8Array) => bytes,
    sign: (_algorithm: string, key: Uint8Array, bytes: Uint8Array) =>
      world().computed(macOf(key, bytes).buffer),
    verify: (_algorithm: string, key: Uint8Array, mac: Uint8Array, bytes: Uint8Array) =>
      world().computed(mac.length === MAC_BYTES && timingSafeEqual(mac, macOf(key, bytes))),
  },
};

export const WebSocket = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };

/** Both ends of a connection. */
export class WebSocketPair {
  readonly 0: Wire;
  readonly 1: Handle;

  constructor() {
    this[0] = world().newWire();
    this[1] = world().handleOf(this[0]);
  }
}

export class WebSocketRequestResponsePair {
  readonly request: string;
  readonly response: string;

  constructor(request: string, response: string) {
    this.request = request;
    this.response = response;
  }
}

/** An answer to an upgrade, which no other kind of Response may carry. */
export class Response {
  readonly status: number;
  readonly webSocket: Wire | undefined;

  constructor(_body: null, { status, webSocket }: { status: number; webSocket?: Wire }) {
    this.status = status;
    this.webSocket = webSocket;
  }
}
