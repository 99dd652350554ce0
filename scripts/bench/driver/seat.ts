/** Somebody in a conversation: what they say on their socket, and what they hear. */
import type { AgentFrame, ServerFrame, VisitorFrame } from '../../../src/protocol/frames.ts';
import { Complaint } from '../../lib/complaint.ts';
import { Line, type LineOptions } from './line.ts';

/** What has not come by then will not come. */
const PATIENCE_MS = 30_000;

export class Seat {
  /** Told of every message, by its `ref`. */
  onMessage: (ref: string) => void = () => undefined;
  /** Told of every frame. */
  onFrame: (frame: ServerFrame) => void = () => undefined;
  #line: Line | undefined;

  /** Opens a socket and sits down at it. */
  static async open(url: string, options: Omit<LineOptions, 'onText'>): Promise<Seat> {
    const seat = new Seat();
    const onText = (text: string) => seat.#hear(text);
    seat.#line = await Line.open(url, { ...options, onText });
    return seat;
  }

  say(ref: string, text: string): void {
    this.send({ type: 'say', ref, text });
  }

  send(frame: VisitorFrame | AgentFrame): void {
    this.#line?.send(JSON.stringify(frame));
  }

  /** The first frame from now on that `isIt`. */
  until(isIt: (frame: ServerFrame) => boolean, what: string): Promise<ServerFrame> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Complaint(`${what} did not come.`)), PATIENCE_MS);
      this.onFrame = (frame) => {
        if (!isIt(frame)) return;
        clearTimeout(late);
        this.onFrame = () => undefined;
        resolve(frame);
      };
    });
  }

  close(): void {
    this.#line?.close();
  }

  #hear(text: string): void {
    const frame: ServerFrame = JSON.parse(text);
    if (frame.type === 'entry') {
      const { entry } = frame;
      if (entry.kind === 'message' && entry.ref !== undefined) this.onMessage(entry.ref);
    }
    this.onFrame(frame);
  }
}
