/**
 * The yardstick: the smallest object that gives a conversation's guarantee. Its sockets hibernate, what is
 * said is one row under a `ref` that is unique, both sides hear it, and whoever says it twice is answered
 * with what was stored. No product: no greeting, no phases, nobody but two who talk.
 */
import { DurableObject } from 'cloudflare:workers';

export interface Env {
  BARE: DurableObjectNamespace<Bare>;
  /** Where the stub of a model is. */
  MODEL_URL: string;
}

type Said = { seq: number; at: number; author: string; text: string; ref: string };

export class Bare extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(
      `CREATE TABLE IF NOT EXISTS entry (
         seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, ref TEXT NOT NULL UNIQUE)`,
    );
  }

  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [new URL(request.url).pathname.slice(1)]);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, raw: string): void {
    const { ref, text }: { ref: string; text: string } = JSON.parse(raw);
    const [author = ''] = this.ctx.getTags(socket);
    const at = Date.now();
    const [stored] = this.#sql.exec<{ seq: number }>(
      'INSERT INTO entry (at, author, text, ref) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING seq',
      at,
      author,
      text,
      ref,
    );
    if (!stored) return socket.send(frameOf(this.#find(ref)));
    const frame = frameOf({ seq: stored.seq, at, author, text, ref });
    for (const each of this.ctx.getWebSockets()) each.send(frame);
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close(1000);
  }

  #find(ref: string): Said {
    return this.#sql
      .exec<Said>('SELECT seq, at, author, text, ref FROM entry WHERE ref = ?', ref)
      .one();
  }
}

/** As a conversation of ours words it. */
function frameOf({ seq, at, author, text, ref }: Said): string {
  const entry = { seq, at, kind: 'message', author: { role: author }, text, ref };
  return JSON.stringify({ type: 'entry', entry });
}

export default {
  /** `/CONVERSATION/SIDE` is a socket, `/listen` has a model's stream read to its end. */
  fetch(request: Request, env: Env): Response | Promise<Response> {
    const [, name = '', side = ''] = new URL(request.url).pathname.split('/');
    if (name === 'healthz') return new Response('ok');
    if (name === 'listen') return listen(env.MODEL_URL);
    const bare = env.BARE.get(env.BARE.idFromName(name));
    return bare.fetch(new Request(`https://bare/${side}`, { headers: { upgrade: 'websocket' } }));
  },
};

const QUESTION = JSON.stringify({
  model: 'bench',
  stream: true,
  messages: [{ role: 'user', content: 'How long does delivery take?' }],
});

/** Asks the model, hears it out, and does nothing with it. */
async function listen(model: string): Promise<Response> {
  const answer = await fetch(model, { method: 'POST', body: QUESTION });
  let bytes = 0;
  for await (const piece of answer.body ?? []) bytes += piece.length;
  return new Response(String(bytes));
}
