/** A visitor of the demo shop who only wants to know how long things take. */
import type { Entry } from '../../src/protocol/entry.ts';
import type { ServerFrame, VisitorFrame } from '../../src/protocol/frames.ts';
import { instant } from '../../test/models/calls.ts';
import { Complaint } from '../lib/complaint.ts';

/** An answer that has not come by then will not come. */
const PATIENCE_MS = 30_000;

/** When somebody asked and saw the beginning of an answer; see `instant`. */
export interface Timed {
  saidAt: number;
  /** The first draft; the answer itself, where none came before it. */
  shownAt: number;
}

export class Visitor {
  readonly #socket: WebSocket;
  #listener: (frame: ServerFrame) => void = () => undefined;
  #refs = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data !== 'pong') this.#listener(JSON.parse(data));
    });
  }

  /** Opens a chat at the server, from an address where that matters, and says hello. */
  static async arrive(origin: string, address?: string): Promise<Visitor> {
    const url = `${origin.replace(/^http/, 'ws')}/v1/sites/demo/socket`;
    const headers = { ...(address !== undefined && { 'CF-Connecting-IP': address }) };
    const socket = new WebSocket(url, { protocols: ['baton.v1'], headers });
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Complaint('The chat does not open.')));
    });
    const visitor = new Visitor(socket);
    const greeted = visitor.#until((frame) => frame.type === 'welcome');
    visitor.#send({ type: 'hello', protocol: 1, lastSeq: 0 });
    await greeted;
    return visitor;
  }

  /** Says something and waits for the whole answer. */
  async ask(text: string): Promise<Timed> {
    let shownAt: number | undefined;
    const answered = this.#until((frame) => {
      const isDone = frame.type === 'entry' && isAnswer(frame.entry);
      if (isDone || frame.type === 'draft') shownAt ??= instant();
      return isDone;
    });
    const saidAt = instant();
    this.#say(text);
    await answered;
    return { saidAt, shownAt: shownAt ?? instant() };
  }

  /** Says something and waits until it is in the log; answers how long that took, in ms. */
  async echo(text: string): Promise<number> {
    const saidAt = instant();
    const ref = this.#say(text);
    await this.#until(
      (frame) =>
        frame.type === 'entry' && frame.entry.kind === 'message' && frame.entry.ref === ref,
    );
    return instant() - saidAt;
  }

  leave(): void {
    this.#socket.close();
  }

  #say(text: string): string {
    this.#refs += 1;
    const ref = `bench-${this.#refs}`;
    this.#send({ type: 'say', ref, text });
    return ref;
  }

  #send(frame: VisitorFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #until(isIt: (frame: ServerFrame) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Complaint('An answer did not come.')), PATIENCE_MS);
      this.#listener = (frame) => {
        if (!isIt(frame)) return;
        clearTimeout(late);
        resolve();
      };
    });
  }
}

const isAnswer = (entry: Entry): boolean =>
  entry.kind === 'message' && entry.author.role === 'assistant';
