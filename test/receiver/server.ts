/**
 * A receiver of webhooks behind a real socket. `POST /inbox/NAME` is noted and answered; `PUT` plans the
 * next answers to it, and `GET` tells what came.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answer, Post } from './provided.ts';

export interface Receiver {
  /** Without a trailing slash. */
  url: string;
  close(): Promise<void>;
}

interface Inbox {
  posts: Post[];
  plan: Answer[];
}

/** Starts one at a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  const inboxes = new Map<string, Inbox>();
  const server = createServer((request, response) => {
    serve(request, response, inboxes).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  inboxes: Map<string, Inbox>,
): Promise<void> {
  const path = request.url ?? '/';
  const inbox = inboxes.get(path) ?? { posts: [], plan: [] };
  inboxes.set(path, inbox);
  const body = await bodyOf(request);
  if (request.method === 'GET') return void response.end(JSON.stringify(inbox.posts));
  if (request.method === 'PUT') {
    const plan: Answer[] = JSON.parse(body);
    inbox.plan = plan;
    return void response.end();
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  inbox.posts.push({ headers: Object.fromEntries(headers), body });
  return answer(response, inbox.plan.shift() ?? 200, path);
}

function answer(response: ServerResponse, how: Answer, path: string): void {
  switch (how) {
    case 'silence':
      return;
    case 'break':
      return void response.destroy();
    case 'endless': {
      response.writeHead(500);
      const pour = () => {
        while (!response.destroyed && response.write('no end '.repeat(1_000)));
      };
      response.on('drain', pour);
      return pour();
    }
    default: {
      const isRedirect = how >= 300 && how < 400;
      response.writeHead(how, isRedirect ? { Location: `${path}-elsewhere` } : {});
      return void response.end(how < 300 ? 'ok' : '<b>No</b>,\n thanks');
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
