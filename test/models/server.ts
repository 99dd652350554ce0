/**
 * Models behind a real socket: OpenAI's chat completions below /v1, and the service behind Workers
 * AI's binding at /run. Both play the scenes of script.ts and note what they were asked; /calls tells.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Call, instant, lastWords, type Message } from './calls.ts';
import { openAiVoice } from './openai.ts';
import { play } from './play.ts';
import { plain } from './circled.ts';
import { replyTo, wantsLabel } from './labels.ts';
import { type Scene, sceneFor, SCENES } from './script.ts';
import type { Page, Voice } from './voice.ts';
import { embeddingsOf, workersAiVoice } from './workers-ai.ts';

export interface ModelServer {
  /** Without a trailing slash. OpenAI's format is spoken at `${url}/v1`. */
  url: string;
  /** Calls whose messages hold these words, oldest first. */
  calls(about?: string): Call[];
  close(): Promise<void>;
}

/** What a model does when it is called. */
type Director = (call: Call, body: Record<string, unknown>) => Scene;

/** Starts one at a free port of this machine. It plays the scenes that are asked for, or those of `sceneOf`. */
export async function startModelServer(sceneOf: Director = usualScene): Promise<ModelServer> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    serve(request, response, calls, sceneOf).catch((error: unknown) => {
      // A mistake of a test, not a scene.
      if (response.headersSent) response.destroy();
      else send(response, { status: 599, headers: {}, body: String(error) });
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    calls: (about = '') => calls.filter((call) => concerns(call, about)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function concerns(call: Call, about: string): boolean {
  return call.messages.some(({ content }) => content.includes(about));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  calls: Call[],
  sceneOf: Director,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/calls') {
    const found = calls.filter((call) => concerns(call, url.searchParams.get('about') ?? ''));
    return send(response, {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(found),
    });
  }
  const body = record(JSON.parse(await bodyOf(request)));
  switch (url.pathname) {
    case '/v1/chat/completions': {
      const model = text(body['model']);
      const voice = openAiVoice(model);
      return answer(request, response, calls, sceneOf, body, 'openai', model, voice);
    }
    case '/run': {
      const model = text(request.headers['cf-consn-model-id']);
      const inputs = record(body['inputs']);
      if ('text' in inputs) return send(response, embeddingsOf(texts(inputs['text'])));
      const voice = workersAiVoice(model);
      return answer(request, response, calls, sceneOf, inputs, 'workers-ai', model, voice);
    }
    default:
      return send(response, { status: 404, headers: {}, body: 'no such path' });
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  calls: Call[],
  sceneOf: Director,
  body: Record<string, unknown>,
  service: Call['service'],
  model: string,
  voice: Voice,
): Promise<void> {
  const messages = messagesIn(body['messages']);
  const words = lastWords(messages);
  const stream = body['stream'] === true;
  const before = calls.filter(
    (call) => call.stream === stream && lastWords(call.messages) === words,
  );
  const call: Call = {
    service,
    authorization: request.headers.authorization ?? '',
    model,
    stream,
    messages,
    attempt: before.length + 1,
    state: 'open',
    receivedAt: instant(),
  };
  calls.push(call);
  response.once('close', () => {
    if (call.state === 'open') call.state = response.writableFinished ? 'finished' : 'left';
  });
  await play(sceneOf(call, body), call, voice, response);
}

function usualScene(call: Call, body: Record<string, unknown>): Scene {
  const words = plain(lastWords(call.messages));
  if (!wantsLabel(call.messages)) return sceneFor(words, call.attempt);
  return isUntold(call, body) ? SCENES['bad request'] : replyTo(words, call.attempt);
}

/** OpenAI itself gives no JSON of any shape unless it is told so in words too. */
function isUntold({ service, messages }: Call, body: Record<string, unknown>): boolean {
  const format = body['response_format'];
  if (service !== 'openai' || format === undefined) return false;
  const isShapeless = record(format)['type'] === 'json_object';
  return isShapeless && !messages.some(({ content }) => /json/i.test(content));
}

function send(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, headers).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('an object was expected');
  return Object.fromEntries(Object.entries(value));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a string was expected');
  return value;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [text(value)];
}

function messagesIn(value: unknown): Message[] {
  if (!Array.isArray(value)) throw new Error('messages were expected');
  return value.map((message: unknown) => {
    const { role, content } = record(message);
    return { role: text(role), content: contentIn(content) };
  });
}

/** Either a string or a list of parts. */
function contentIn(content: unknown): string {
  if (!Array.isArray(content)) return text(content);
  return content.map((part: unknown) => text(record(part)['text'])).join('');
}
