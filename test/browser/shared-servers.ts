/**
 * Servers for files that leave nothing behind that another one would mind. Starting one takes longer than
 * many a test, so these are started when they are asked for first, one per worker, and go on until the end.
 */
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { RunningServer, Server } from './server.ts';

/** Starts them for whoever asks at `url`, from another process. */
export class SharedServers {
  readonly url: string;
  readonly #desk: HttpServer;
  readonly #started: Map<string, Promise<Server>>;

  private constructor(url: string, desk: HttpServer, started: Map<string, Promise<Server>>) {
    this.url = url;
    this.#desk = desk;
    this.#started = started;
  }

  /** @param state what each of them begins with */
  static async open(state: string): Promise<SharedServers> {
    const started = new Map<string, Promise<Server>>();
    const serverFor = (worker: string): Promise<Server> => {
      const server = started.get(worker) ?? Server.start(state);
      started.set(worker, server);
      return server;
    };
    const desk = createServer((request, response) => {
      serverFor(request.url ?? '').then(
        ({ origin }) => response.end(origin),
        () => response.destroy(),
      );
    }).listen(0, '127.0.0.1');
    await once(desk, 'listening');
    const address = desk.address();
    if (typeof address !== 'object' || address === null) throw new Error('it has no address');
    return new SharedServers(`http://127.0.0.1:${address.port}`, desk, started);
  }

  async stop(): Promise<void> {
    this.#desk.close();
    this.#desk.closeAllConnections();
    await Promise.all(Array.from(this.#started.values(), async (server) => (await server).stop()));
  }
}

/** The one for this worker, whose files run one after the other. */
export async function sharedServer(url: string): Promise<RunningServer> {
  const answer = await fetch(`${url}/${process.env['VITEST_POOL_ID'] ?? ''}`);
  return new RunningServer(await answer.text());
}
