import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { openBrowser } from './people.ts';
import { type RunningServer, Server } from './server.ts';
import { sharedServer } from './shared-servers.ts';

/** A server and a browser for all tests of a file, there once its tests run. */
interface Stage<S extends RunningServer = Server> {
  server: S;
  browser: Browser;
}

/** Sets the stage before a file's tests and clears it after them. */
export function setStage(): Stage {
  return stageWith(
    () => Server.start(inject('firstState')),
    (server) => server.stop(),
  );
}

/**
 * The same with a server that other files have used before, for tests that look only at what they have made
 * themselves, and leave the demo shop's settings as they were.
 */
export function shareStage(): Stage<RunningServer> {
  return stageWith(
    () => sharedServer(inject('sharedServers')),
    async () => undefined,
  );
}

function stageWith<S extends RunningServer>(
  open: () => Promise<S>,
  close: (server: S) => Promise<void>,
): Stage<S> {
  let ready: Stage<S> | undefined;
  beforeAll(async () => {
    const [server, browser] = await Promise.all([open(), openBrowser()]);
    ready = { server, browser };
  });
  // Pages that nobody looks at any more go on with whatever they do.
  afterEach(async () => {
    await Promise.all((ready?.browser.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await ready?.browser.close();
    if (ready) await close(ready.server);
  });
  const there = (): Stage<S> => {
    if (!ready) throw new Error('The stage is set when the tests run.');
    return ready;
  };
  return {
    get server() {
      return there().server;
    },
    get browser() {
      return there().browser;
    },
  };
}
