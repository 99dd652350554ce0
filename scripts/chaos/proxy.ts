/** A proxy between browsers and the server that treats connections as a bad network does. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Random } from '../train/random.ts';
import { Passage, type Tally } from './passage.ts';
import { type Fate, fateOf } from './weather.ts';

const CLEAR: Fate = { latencyMs: 0, jitterMs: 0, mishap: { is: 'none' } };

/** One browser's way to the server: an address of its own to be reached at, and to be known by. */
interface Line {
  /** `http://localhost:PORT`, as the browser knows the server. */
  origin: string;
  /** Ends the line and every connection on it. */
  close(): void;
}

interface LineOptions {
  /** Sent along with every request; none unless told. */
  cookie?: string;
  /** Whether it is spared the weather; false unless told. */
  isClear?: boolean;
}

export class Proxy {
  readonly tally: Tally = { cuts: 0, halfOpens: 0, held: 0, duplicates: 0 };
  readonly #random: Random;
  readonly #port: () => number | null;
  readonly #passages = new Set<Passage>();
  readonly #servers = new Set<Server>();
  #isCalm = false;
  #lines = 0;

  /** @param port where the server listens; null while there is none */
  constructor(port: () => number | null, random: Random) {
    this.#port = port;
    this.#random = random;
  }

  /** Opens a line. What the server allows one network per minute, it allows each line. */
  async line({ cookie, isClear = false }: LineOptions = {}): Promise<Line> {
    this.#lines += 1;
    const address = `10.0.${this.#lines >> 8}.${this.#lines & 255}`;
    const headers = [`CF-Connecting-IP: ${address}`];
    if (cookie !== undefined) headers.push(`Cookie: ${cookie}`);
    const own = new Set<Passage>();
    const server = createServer((client) => {
      const isCalm = () => this.#isCalm || isClear;
      const passage = new Passage(
        client,
        {
          fate: isCalm() ? CLEAR : fateOf(this.#random),
          random: this.#random,
          tally: this.tally,
          headers,
          port: this.#port,
          isCalm,
        },
        () => {
          own.delete(passage);
          this.#passages.delete(passage);
        },
      );
      own.add(passage);
      this.#passages.add(passage);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#servers.add(server);
    const bound = server.address();
    if (typeof bound !== 'object' || bound === null) throw new Error('No port is to be had.');
    const close = () => {
      for (const passage of own) passage.cut();
      server.close();
      this.#servers.delete(server);
    };
    return { origin: `http://127.0.0.1:${bound.port}`, close };
  }

  /** Good weather from now on. What has died without a word stays dead: its clients have to notice. */
  calm(): void {
    this.#isCalm = true;
    for (const passage of this.#passages) passage.hurry();
  }

  /** Ends every line. */
  close(): void {
    for (const passage of this.#passages) passage.cut();
    for (const server of this.#servers) server.close();
    this.#servers.clear();
  }
}
