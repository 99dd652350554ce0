/** One instance of the object, from its constructor to its end, and what the platform gives to it. */
import type { SQLInputValue } from 'node:sqlite';
import type { Millis } from '../../src/protocol/entry.ts';
import type { FakeStorage } from './storage.ts';
import { Handle, type Wire } from './wire.ts';

/** What an instance does to the world around it. */
export interface LifeHost {
  storage: FakeStorage;
  /** Wires that were taken in and are not over, oldest first. */
  wires(): readonly Wire[];
  accept(wire: Wire): void;
  send(wire: Wire, text: string): void;
  close(wire: Wire, code: number): void;
  setAlarm(at: Millis): void;
  deleteAll(): void;
  /** Something that nobody waits for has failed. */
  failed(error: unknown): void;
}

/** What a dead instance runs into, whatever it tries. */
export class Dead extends Error {
  constructor() {
    super('This instance is no more.');
  }
}

export const CONVERSATION = 'c0ffee';

export class Life {
  #isAlive = true;
  readonly #host: LifeHost;
  readonly #handles = new Map<Wire, Handle>();

  constructor(host: LifeHost) {
    this.#host = host;
  }

  /** From now on it can do nothing to anybody. */
  end(): void {
    this.#isAlive = false;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  mustBeAlive(): void {
    if (!this.#isAlive) throw new Dead();
  }

  send(wire: Wire, text: string): void {
    this.#host.send(wire, text);
  }

  close(wire: Wire, code: number): void {
    this.#host.close(wire, code);
  }

  /** The same handle for the same wire, for as long as the instance lives. */
  handleOf(wire: Wire): Handle {
    let handle = this.#handles.get(wire);
    if (!handle) this.#handles.set(wire, (handle = new Handle(wire, this)));
    return handle;
  }

  /** As much of the platform's state as is used. */
  state(): DurableObjectState {
    const host = this.#host;
    const alive = () => this.mustBeAlive();
    return Object.assign(Object.create(null), {
      id: { toString: () => CONVERSATION },
      storage: this.#storage(),
      waitUntil: (work: Promise<unknown>) => {
        alive();
        work.catch((error: unknown) => {
          if (this.#isAlive) host.failed(error);
        });
      },
      acceptWebSocket: (handle: Handle, tags: string[]) => {
        alive();
        handle.wire.tags = tags;
        host.accept(handle.wire);
      },
      getWebSockets: (tag?: string) => {
        alive();
        const wires = host.wires().filter(({ tags }) => tag === undefined || tags.includes(tag));
        return wires.map((wire) => this.handleOf(wire));
      },
      setWebSocketAutoResponse: alive,
      getWebSocketAutoResponseTimestamp: ({ wire }: Handle) => {
        alive();
        const { pingedAt } = wire;
        return pingedAt === null ? null : new Date(pingedAt);
      },
    });
  }

  #storage() {
    const { storage, setAlarm, deleteAll } = this.#host;
    const alive = () => this.mustBeAlive();
    return {
      sql: {
        databaseSize: 0,
        exec: (query: string, ...bindings: SQLInputValue[]) => {
          alive();
          return storage.exec(query, bindings);
        },
      },
      transactionSync: <T>(work: () => T): T => {
        alive();
        return storage.transaction(work);
      },
      setAlarm: async (at: Millis) => {
        alive();
        setAlarm(at);
      },
      getAlarm: async () => {
        alive();
        return storage.alarm;
      },
      deleteAlarm: async () => {
        alive();
        storage.alarm = null;
      },
      deleteAll: async () => {
        alive();
        deleteAll();
      },
    };
  }
}
