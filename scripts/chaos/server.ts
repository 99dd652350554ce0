/** The server as `npm start` runs it, killed without a word and started again on the same state and port. */
import { randomUUID } from 'node:crypto';
import { Complaint } from '../lib/complaint.ts';
import { sweep } from '../lib/processes.ts';
import type { Random } from '../train/random.ts';
import { checkPort } from '../start/port.ts';
import { isHealthy, type Server, startServer } from '../start/server.ts';
import { between } from './weather.ts';

const PATIENCE_MS = 90_000;

/** Below the range that systems take outgoing ports from: nobody gets in between a kill and a restart. */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const PORT_TRIES = 20;

export class FragileServer {
  readonly port: number;
  readonly #state: string;
  #run = '';
  #running: Server | undefined;
  #isUp = false;

  private constructor(port: number, state: string) {
    this.port = port;
    this.#state = state;
  }

  /** Starts one on a state folder whose database is ready, which nobody else serves. */
  static async start(state: string): Promise<FragileServer> {
    const server = new FragileServer(await lastingPort(Math.random), state);
    await server.restart();
    return server;
  }

  /** Whether it can be reached. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Ends every process of it at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.#isUp = false;
    sweep(this.#run);
    await this.#running?.ended;
  }

  async restart(): Promise<void> {
    this.#run = randomUUID();
    this.#running = startServer({
      port: this.port,
      state: this.#state,
      run: this.#run,
      complains: 'of errors',
    });
    const gone = new AbortController();
    void this.#running.ended.then(() => gone.abort());
    this.#isUp = await isHealthy(this.port, PATIENCE_MS, gone.signal);
    if (this.#isUp) return;
    await this.kill();
    throw new Complaint('The server did not start.');
  }
}

async function lastingPort(random: Random): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = Math.floor(between(random, FIRST_PORT, LAST_PORT));
    try {
      await checkPort(port);
      return port;
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
    }
  }
  throw new Complaint(`No port from ${FIRST_PORT} to ${LAST_PORT} is free.`);
}
