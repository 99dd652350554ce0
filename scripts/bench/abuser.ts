/**
 * Somebody at one address who opens conversations and sockets, and sends on all of them, as fast as this
 * machine lets them, and heeds no refusal. A thread of its own: see abuse.ts.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type MessagePort, workerData } from 'node:worker_threads';

/** What the thread is told. */
export interface Orders {
  /** The visitors' socket: `ws://…`. */
  url: string;
  address: string;
  forMs: number;
  /** Where it says what came of it. */
  answer: MessagePort;
}

/** What came of it, by what it was. */
export type Tally = Record<string, number>;

/** Attempts to open a socket that are under way at once. */
const OPENERS = 16;

/** More than this is not put into a socket that does not take it. */
const FULL_BYTES = 65_536;

/** How many frames go into a socket before the next has its turn. */
const VOLLEY = 20;

const TEXT = 'Can you hear me? '.repeat(40);

class Abuser {
  readonly tally: Tally = {};
  readonly #orders: Orders;
  readonly #until: number;
  readonly #open = new Set<WebSocket>();
  readonly #tokens: string[] = [];
  #refs = 0;

  constructor(orders: Orders) {
    this.#orders = orders;
    this.#until = performance.now() + orders.forMs;
  }

  async run(): Promise<void> {
    const openers = Array.from({ length: OPENERS }, (_, at) => this.#keepOpening(at % 2 === 0));
    await Promise.all([...openers, this.#keepSending()]);
    this.tally['sockets open at the end'] = this.#open.size;
    for (const socket of this.#open) socket.close();
  }

  get #isOver(): boolean {
    return performance.now() >= this.#until;
  }

  #count(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }

  /** New conversations, or more sockets of one that there is. */
  async #keepOpening(isNew: boolean): Promise<void> {
    while (!this.#isOver) {
      const token = isNew ? undefined : this.#tokens[this.#refs++ % this.#tokens.length];
      if (!isNew && token === undefined) await delay(10);
      else await this.#openOne(token);
    }
  }

  #openOne(token: string | undefined): Promise<void> {
    const { url, address } = this.#orders;
    const protocols = ['baton.v1', ...(token === undefined ? [] : [`token.${token}`])];
    const socket = new WebSocket(url, { protocols, headers: { 'CF-Connecting-IP': address } });
    const what = token === undefined ? 'conversations' : 'more sockets';
    return new Promise((resolve) => {
      socket.addEventListener('open', () => {
        this.#count(`${what} opened`);
        this.#open.add(socket);
        socket.send('{"type":"hello","protocol":1,"lastSeq":0}');
        resolve();
      });
      socket.addEventListener('error', () => {
        if (!this.#open.has(socket)) this.#count(`${what} refused`);
        resolve();
      });
      socket.addEventListener('close', ({ code }) => {
        if (this.#open.delete(socket) && !this.#isOver) this.#count(`closed with ${code}`);
      });
      socket.addEventListener('message', ({ data }) => this.#heard(data));
    });
  }

  #heard(data: unknown): void {
    // Whoever sends as fast as they can does not read much.
    const head = String(data).slice(0, 80);
    const code = /^\{"type":"refused","code":"(\w+)"/.exec(head)?.[1];
    if (code !== undefined) this.#count(`frames refused as ${code}`);
    if (!head.startsWith('{"type":"welcome"')) return;
    const token = /"token":"([^"]+)"/.exec(String(data))?.[1];
    if (token !== undefined && !this.#tokens.includes(token)) this.#tokens.push(token);
  }

  async #keepSending(): Promise<void> {
    while (!this.#isOver) {
      for (const socket of this.#open) this.#sendVolley(socket);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #sendVolley(socket: WebSocket): void {
    for (let at = 0; at < VOLLEY && socket.bufferedAmount < FULL_BYTES; at++) {
      if (socket.readyState !== WebSocket.OPEN) return;
      this.#refs += 1;
      this.#count('frames sent');
      socket.send(JSON.stringify({ type: 'say', ref: `a${this.#refs}`, text: TEXT }));
    }
  }
}

const orders: Orders = workerData;
const abuser = new Abuser(orders);
await abuser.run();
orders.answer.postMessage(abuser.tally, []);
