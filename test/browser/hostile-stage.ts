/** A Baton whose assistant is a model that means harm, and a browser, for all tests of a file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type ModelServer, startModelServer } from '../models/server.ts';
import { answerOf, SMALL_MODEL } from './hostile-model.ts';
import { openBrowser } from './people.ts';
import type { ReceivedMail } from './server.ts';

/** Nobody is held back here: all of it comes from one address. */
const VARS = {
  MODEL_PROVIDER: 'openai-compatible',
  ANSWER_MODEL: 'large',
  SMALL_MODEL,
  OPENS_PER_MINUTE: '1000',
  ANSWERS_PER_CONVERSATION: '1000',
  ANSWERS_PER_NETWORK: '10000',
} as const;

interface HostileStage {
  readonly origin: string;
  readonly browser: Browser;
  mails(): Promise<ReceivedMail[]>;
}

/** Sets the stage before a file's tests and clears it after them. */
export function setHostileStage(): HostileStage {
  let ready: (Served & { browser: Browser }) | undefined;
  beforeAll(async () => {
    const [served, browser] = await Promise.all([serve(), openBrowser()]);
    ready = { ...served, browser };
  });
  afterAll(async () => {
    await ready?.browser.close();
    await ready?.stop();
  });
  const there = () => {
    if (!ready) throw new Error('The stage is set when the tests run.');
    return ready;
  };
  return {
    get origin() {
      return there().origin;
    },
    get browser() {
      return there().browser;
    },
    async mails() {
      const mails: ReceivedMail[] = await (
        await fetch(`${there().origin}/dev/mailbox.json`)
      ).json();
      return mails;
    },
  };
}

interface Served {
  origin: string;
  stop(): Promise<void>;
}

async function serve(): Promise<Served> {
  const state = await mkdtemp(join(tmpdir(), 'baton-test-'));
  const [models] = await Promise.all([
    startModelServer(answerOf),
    cp(inject('firstState'), state, { recursive: true }),
  ]);
  const vars = { ...VARS, MODEL_URL: `${models.url}/v1` };
  const child = spawn(process.execPath, ['test/browser/serve.ts', state, JSON.stringify(vars)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { origin: await saidBy(child), stop: () => stop(child, models, state) };
}

/** The first line that it writes. */
async function saidBy(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server ended with code ${child.exitCode}`);
  });
  ended.catch(() => undefined);
  if (!child.stdout) throw new Error('nothing is heard of the server');
  const [said] = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended]);
  return String(said).trim();
}

async function stop(child: ChildProcess, models: ModelServer, state: string): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  await models.close();
  await rm(state, { recursive: true, force: true });
}
