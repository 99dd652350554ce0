/** One connection through the proxy: from a browser to the server, in whatever weather it meets. */
import { connect, type Socket } from 'node:net';
import type { Random } from '../train/random.ts';
import { Flow } from './flow.ts';
import { type Frame, FrameSplitter } from './frames.ts';
import { type Course, DUPLICATED, type Fate, type Mishap } from './weather.ts';

/** How often what happened. */
export interface Tally {
  cuts: number;
  halfOpens: number;
  held: number;
  duplicates: number;
}

interface PassageOptions {
  fate: Fate;
  random: Random;
  tally: Tally;
  /** Header lines that the browser's request arrives with, as Cloudflare and a cookie jar add them. */
  headers: readonly string[];
  /** Where the server listens; null while there is none. */
  port(): number | null;
  isCalm(): boolean;
}

const END_OF_HEAD = '\r\n\r\n';

/** Left out of requests: frames that are compressed cannot be told apart, and our own lines come instead. */
const DROPPED = /^(sec-websocket-extensions|cf-connecting-ip|cookie):/i;

export class Passage {
  readonly #client: Socket;
  readonly #options: PassageOptions;
  readonly #up: Flow;
  readonly #down: Flow;
  readonly #splitter = new FrameSplitter();
  readonly #onEnd: () => void;
  #isSocket = false;
  #server: Socket | null = null;
  #head: Buffer | null = Buffer.alloc(0);
  /** A frame that is sent once more behind the next one. */
  #again: Frame | null = null;
  #mishapTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param onEnd called once both ends have gone */
  constructor(client: Socket, options: PassageOptions, onEnd: () => void) {
    const { fate, isCalm, random } = options;
    const delayMs = () => (isCalm() ? 0 : fate.latencyMs + random() * fate.jitterMs);
    this.#client = client;
    this.#options = options;
    this.#onEnd = onEnd;
    this.#up = new Flow(delayMs);
    this.#down = new Flow(delayMs);
    client.setNoDelay(true);
    client.on('data', (piece: Buffer) => this.#fromClient(piece));
    // Whatever the error is, `close` follows.
    client.on('error', () => undefined);
    client.on('close', () => {
      this.#up.enter(() => this.#server?.destroy());
      if (this.#server?.destroyed !== false) onEnd();
    });
    this.#expect(fate.mishap);
  }

  /** The weather has cleared: what was late comes now. What is dead stays dead. */
  hurry(): void {
    clearTimeout(this.#mishapTimer);
    this.#up.hurry();
    this.#down.hurry();
  }

  /** Resets both ends. */
  cut(): void {
    clearTimeout(this.#mishapTimer);
    this.#up.kill();
    this.#down.kill();
    this.#client.resetAndDestroy();
    this.#server?.resetAndDestroy();
  }

  #expect(mishap: Mishap): void {
    if (mishap.is === 'none' || this.#options.isCalm()) return;
    if (mishap.afterMs === 0) return this.#suffer(mishap);
    this.#mishapTimer = setTimeout(() => {
      if (!this.#client.destroyed) this.#suffer(mishap);
    }, mishap.afterMs);
  }

  #suffer(mishap: Exclude<Mishap, { is: 'none' }>): void {
    const { tally } = this.#options;
    switch (mishap.is) {
      case 'cut':
        tally.cuts += 1;
        return this.cut();
      case 'half_open':
        tally.halfOpens += 1;
        for (const flow of this.#flows(mishap.course)) flow.kill();
        return;
      case 'held':
        tally.held += 1;
        for (const flow of this.#flows(mishap.course)) flow.hold(mishap.forMs);
    }
  }

  #flows(course: Course): Flow[] {
    if (course === 'both') return [this.#up, this.#down];
    return [course === 'up' ? this.#up : this.#down];
  }

  #fromClient(piece: Buffer): void {
    if (this.#head === null) return this.#forward(piece);
    const begun: Buffer = Buffer.concat([this.#head, piece]);
    this.#head = begun;
    const end = begun.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = begun.subarray(0, end).toString('latin1');
    const rest = begun.subarray(end + END_OF_HEAD.length);
    this.#head = null;
    this.#isSocket = /\r\nupgrade: *websocket/i.test(head);
    const [request = '', ...lines] = head.split('\r\n');
    const kept = lines.filter(
      (line) => !DROPPED.test(line) && (this.#isSocket || !/^connection:/i.test(line)),
    );
    // Each request of a page's that is no upgrade has a connection, and a fate, of its own.
    const closing = this.#isSocket ? [] : ['Connection: close'];
    const sent = [request, ...kept, ...closing, ...this.#options.headers].join('\r\n');
    this.#up.enter(() => this.#dial(sent + END_OF_HEAD));
    if (rest.length > 0) this.#forward(rest);
  }

  #dial(head: string): void {
    const port = this.#options.port();
    if (port === null) return this.cut();
    const server = connect({ port, host: '127.0.0.1' });
    this.#server = server;
    server.setNoDelay(true);
    server.on('data', (piece: Buffer) => this.#down.enter(() => this.#client.write(piece)));
    server.on('error', () => undefined);
    server.on('close', () => {
      this.#down.enter(() => this.#client.destroy());
      if (this.#client.destroyed) this.#onEnd();
    });
    server.write(head, 'latin1');
  }

  #forward(piece: Buffer): void {
    if (!this.#isSocket) return this.#send(piece);
    for (const frame of this.#splitter.push(piece)) {
      this.#send(frame.bytes);
      if (!frame.isText) continue;
      if (this.#again) this.#send(this.#again.bytes);
      this.#again = null;
      const { isCalm, random, tally } = this.#options;
      if (isCalm() || random() >= DUPLICATED) continue;
      tally.duplicates += 1;
      if (random() < 0.5) this.#send(frame.bytes);
      else this.#again = frame;
    }
  }

  #send(bytes: Buffer): void {
    this.#up.enter(() => this.#server?.write(bytes));
  }
}
