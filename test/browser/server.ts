/** A Baton of its own for a test: started the way a newcomer does, on a free port, with fresh state. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/free-port.ts';

const LOOK_EVERY_MS = 50;

export interface ReceivedMail {
  at: number;
  to: string;
  subject: string;
  text: string;
}

/** One that runs, by what anybody may ask it. */
export class RunningServer {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async mails(): Promise<ReceivedMail[]> {
    const response = await fetch(`${this.origin}/dev/mailbox.json`);
    const mails: ReceivedMail[] = await response.json();
    return mails;
  }

  /** Waits for the mail number `count` and returns the takeover link in the newest one. */
  async takeoverLink(count = 1): Promise<string> {
    for (;;) {
      const mails = await this.mails();
      const link = /https?:\/\/\S+\/join\/\S+/.exec(mails[0]?.text ?? '');
      if (mails.length >= count && link) return link[0];
      await delay(LOOK_EVERY_MS);
    }
  }
}

/** One of the test's own. */
export class Server extends RunningServer {
  readonly #port: number;
  readonly #state: string;
  #child: ChildProcess;

  constructor(port: number, state: string) {
    super(`http://localhost:${port}`);
    this.#port = port;
    this.#state = state;
    this.#child = this.#spawn();
  }

  /** Starts one on a copy of `state`, which a server has left. */
  static async start(state: string): Promise<Server> {
    const copy = await mkdtemp(join(tmpdir(), 'baton-test-'));
    await cp(state, copy, { recursive: true });
    return Server.startOn(copy);
  }

  /** Starts one on that very folder. */
  static async startOn(state: string): Promise<Server> {
    const server = new Server(await freePort(), state);
    await server.#isUp();
    return server;
  }

  /** Ends it the hard way, in the middle of whatever it does, and starts it again on the same state. */
  async killAndRestart(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
    this.#child = this.#spawn();
    await this.#isUp();
  }

  /** Ends it as Ctrl-C does. What it has stored stays. */
  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.#state, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    const env = { ...process.env, PORT: String(this.#port), BATON_STATE: this.#state };
    return spawn('node', ['scripts/run.mjs', 'start'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }

  async #isUp(): Promise<void> {
    while (this.#child.exitCode === null) {
      const answer = await fetch(`${this.origin}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await delay(LOOK_EVERY_MS);
    }
    throw new Error(`the server ended with code ${this.#child.exitCode}`);
  }
}
