/** A server on the other end of the socket client, under the test's control. */
import type { ConversationEvent, Entry } from '../../../src/protocol/entry.ts';
import type { ServerFrame, VisitorFrame, Welcome } from '../../../src/protocol/frames.ts';
import type { StateView } from '../../../src/protocol/state.ts';
import type { Connect, LinkEvents } from '../../../widget/shared/socket-types.ts';

export const ASSISTANT: StateView = { phase: 'assistant', since: 1, escalationEnabled: true };

/** One connection, as the server sees it. */
interface Connection {
  readonly url: string;
  readonly protocols: string[];
  /** What the client sent, parsed; `ping` as it is. */
  readonly heard: unknown[];
  isClosed: boolean;
  readonly events: LinkEvents;
}

export class FakeServer {
  readonly connections: Connection[] = [];

  readonly connect: Connect = (url, protocols, events) => {
    const connection: Connection = { url, protocols, heard: [], isClosed: false, events };
    this.connections.push(connection);
    return {
      send: (text) => {
        if (!connection.isClosed) connection.heard.push(text === 'ping' ? text : JSON.parse(text));
      },
      close: () => {
        connection.isClosed = true;
      },
    };
  };

  /** The newest connection. */
  get last(): Connection {
    const last = this.connections.at(-1);
    if (last === undefined) throw new Error('Nobody has connected.');
    return last;
  }

  /** Accepts the newest connection. */
  open(): void {
    this.last.events.opened();
  }

  send(frame: ServerFrame): void {
    this.last.events.received(JSON.stringify(frame));
  }

  welcome(over: Partial<Welcome> = {}): void {
    this.send({
      type: 'welcome',
      protocol: 1,
      role: 'visitor',
      conversation: 'c1',
      seq: 0,
      state: ASSISTANT,
      entries: [],
      ...over,
    });
  }

  /** Accepts and welcomes in one go. */
  accept(over: Partial<Welcome> = {}): void {
    this.open();
    this.welcome(over);
  }

  cut(code = 1006): void {
    this.last.events.closed(code);
  }

  /** What the newest connection was told, without the greeting and the pings. */
  get said(): VisitorFrame['type'][] {
    return this.frames.map((frame) => frame.type).filter((type) => type !== 'hello');
  }

  get saidRefs(): string[] {
    return this.frames.flatMap((frame) => ('ref' in frame ? [frame.ref] : []));
  }

  get hellos(): number[] {
    return this.frames.flatMap((frame) => (frame.type === 'hello' ? [frame.lastSeq] : []));
  }

  private get frames(): VisitorFrame[] {
    return this.last.heard.filter((frame): frame is VisitorFrame => frame !== 'ping');
  }
}

export function said(seq: number, ref: string): Entry {
  return { seq, at: 1, kind: 'message', author: { role: 'visitor' }, text: ref, ref };
}

export function happened(seq: number, body: ConversationEvent, ref?: string): Entry {
  return { seq, at: 1, kind: 'event', ...body, ...(ref === undefined ? {} : { ref }) };
}
