/** A client of the socket protocol: sends frames, remembers what came, and waits for what should. */
import { evictDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import type { Entry, EventName } from '../../src/protocol/entry.ts';
import type {
  AgentFrame,
  Refusal,
  ServerFrame,
  VisitorFrame,
  Welcome,
} from '../../src/protocol/frames.ts';
import { takeoverLink } from '../../src/pages/links.tsx';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import type { Env } from '../../src/env.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';

export const HOST = 'https://baton.test';
export const bindings: Env = env;

type Ask<T> = (frame: ServerFrame) => T | undefined;

/** Opens a socket and fails unless the server accepts it. */
export async function connect(
  path: string,
  protocols: string[],
  headers: Record<string, string> = {},
) {
  const response = await upgrade(path, protocols, headers);
  if (!response.webSocket) throw new Error(`upgrade refused with ${response.status}`);
  return new Client(response.webSocket);
}

export function upgrade(path: string, protocols: string[], headers: Record<string, string> = {}) {
  return exports.default.fetch(`${HOST}${path}`, {
    headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': protocols.join(', '), ...headers },
  });
}

export class Client {
  readonly frames: ServerFrame[] = [];
  readonly closed: Promise<CloseEvent>;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #refs = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data !== 'pong') this.frames.push(JSON.parse(data));
      for (const wake of this.#waiting) wake();
    });
    socket.accept();
  }

  raw(data: string | ArrayBuffer): void {
    this.#socket.send(data);
  }

  send(frame: VisitorFrame | AgentFrame): void {
    this.raw(JSON.stringify(frame));
  }

  close(): void {
    this.#socket.close();
  }

  /** A stamp that this client has not used yet. */
  ref(): string {
    this.#refs += 1;
    return `r${this.#refs}-${crypto.randomUUID().slice(0, 8)}`;
  }

  say(text: string, ref = this.ref()): string {
    this.send({ type: 'say', ref, text });
    return ref;
  }

  async hello(lastSeq = 0): Promise<Welcome> {
    const from = this.frames.length;
    this.send({ type: 'hello', protocol: 1, lastSeq });
    return this.until((frame) => (frame.type === 'welcome' ? frame : undefined), from);
  }

  /** The first frame, from number `from` on, for which `ask` has an answer; waits for it if need be. */
  until<T>(ask: Ask<T>, from = 0): Promise<T> {
    return new Promise((resolve) => {
      let at = from;
      const look = () => {
        for (; at < this.frames.length; at++) {
          const frame = this.frames[at];
          const found = frame && ask(frame);
          if (found === undefined) continue;
          this.#waiting.delete(look);
          return resolve(found);
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  entry(matches: (entry: Entry) => boolean, from = 0): Promise<Entry> {
    return this.until((frame) => {
      if (frame.type === 'welcome') return frame.entries.find(matches);
      return frame.type === 'entry' && matches(frame.entry) ? frame.entry : undefined;
    }, from);
  }

  event(name: EventName, from = 0): Promise<Entry> {
    return this.entry((entry) => entry.kind === 'event' && entry.event === name, from);
  }

  message(text: string, from = 0): Promise<Entry> {
    return this.entry((entry) => entry.kind === 'message' && entry.text === text, from);
  }

  refusal(from = 0): Promise<Refusal> {
    return this.until((frame) => (frame.type === 'refused' ? frame : undefined), from);
  }

  /** Everything up to now has been answered once this resolves: frames are handled in order. */
  async settled(): Promise<void> {
    const from = this.frames.length;
    this.raw('{"type":"settle"}');
    await this.until((frame) => frame.type === 'refused' || undefined, from);
  }

  /** The log as this client was told it. */
  log(): Entry[] {
    return this.frames.flatMap((frame) => {
      if (frame.type === 'welcome') return frame.entries;
      return frame.type === 'entry' ? [frame.entry] : [];
    });
  }
}

/** A new visitor of the demo site, greeted. */
export async function newVisitor() {
  const client = await connect('/v1/sites/demo/socket', ['baton.v1']);
  const welcome = await client.hello();
  const { conversation, token = '' } = welcome;
  return { client, conversation, token, stub: stubOf(conversation), welcome };
}

export function resumeVisitor(token: string): Promise<Client> {
  return connect('/v1/sites/demo/socket', ['baton.v1', `token.${token}`]);
}

/** Follows a takeover link. `key` identifies a browser, as the takeover page does. */
export function followLink(conversation: string, token: string, key?: string): Promise<Client> {
  const seat = key === undefined ? [] : [`seat.${key.padEnd(32, '0')}`];
  return connect(`/v1/conversations/${conversation}/socket`, [
    'baton.v1',
    `takeover.${token}`,
    ...seat,
  ]);
}

/** Has the visitor ask for a person and say yes, and reads the link from the mail that follows. */
export async function escalate(client: Client, conversation: string): Promise<string> {
  const from = client.frames.length;
  client.say('Can I talk to a person?');
  await client.event('escalation.offered', from);
  client.send({ type: 'answer_offer', ref: client.ref(), accept: true });
  await client.event('notification.sent', from);
  return linkToken(conversation);
}

/** The token in the newest mail about a conversation. */
export async function linkToken(conversation: string): Promise<string> {
  for (const mail of await readMailbox(bindings.DB)) {
    const link = takeoverLink(mail.text);
    if (link?.includes(conversation)) return link.slice(link.lastIndexOf('/') + 1);
  }
  throw new Error('no mail about that conversation');
}

export function stubOf(conversation: string): DurableObjectStub<Conversation> {
  return bindings.CONVERSATION.get(bindings.CONVERSATION.idFromString(conversation));
}

/** Puts the object through hibernation: its memory is gone, its sockets and rows are not. */
export function evict(conversation: string): Promise<void> {
  return evictDurableObject(stubOf(conversation));
}
