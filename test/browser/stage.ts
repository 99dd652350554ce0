import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openBrowser } from './people.ts';
import { Server } from './server.ts';

/** A server and a browser for all tests of a file, there once its tests run. */
export interface Stage {
  server: Server;
  browser: Browser;
}

/** Sets the stage before a file's tests and clears it after them. */
export function setStage(): Stage {
  let ready: Stage | undefined;
  beforeAll(async () => {
    const [server, browser] = await Promise.all([
      Server.start(inject('firstState')),
      openBrowser(),
    ]);
    ready = { server, browser };
  });
  afterAll(async () => {
    await ready?.browser.close();
    await ready?.server.stop();
  });
  const there = (): Stage => {
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
