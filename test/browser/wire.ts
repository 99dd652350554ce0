/** A client of the sockets that no page of ours is: it sends whatever it likes. */
import type { ServerFrame } from '../../src/protocol/frames.ts';

export class Wire {
  readonly frames: ServerFrame[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data !== 'pong') this.frames.push(JSON.parse(data));
      for (const look of this.#waiting) look();
    });
  }

  /** Opens a socket at a path of a server, with what else is offered beside our protocol. */
  static async open(origin: string, path: string, ...offers: string[]): Promise<Wire> {
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}${path}`, [
      'baton.v1',
      ...offers,
    ]);
    const wire = new Wire(socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error(`no socket at ${path}`)));
    });
    return wire;
  }

  send(frame: Readonly<Record<string, unknown>>): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** Resolves with the first frame that is as asked, be it there already or yet to come. */
  until(isIt: (frame: ServerFrame) => boolean): Promise<ServerFrame> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.frames.find(isIt);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Resolves once the log has an entry under that stamp. */
  async logged(ref: string): Promise<void> {
    await this.until(
      (frame) => frame.type === 'entry' && 'ref' in frame.entry && frame.entry.ref === ref,
    );
  }

  /** Resolves once the assistant has said something. */
  async answered(count = 1): Promise<void> {
    const isAnswer = (frame: ServerFrame) =>
      frame.type === 'entry' &&
      frame.entry.kind === 'message' &&
      frame.entry.author.role === 'assistant';
    await this.until(() => this.frames.filter(isAnswer).length >= count);
  }

  async happened(event: string): Promise<void> {
    await this.until(
      (frame) =>
        frame.type === 'entry' && frame.entry.kind === 'event' && frame.entry.event === event,
    );
  }

  close(): void {
    this.#socket.close();
  }
}
