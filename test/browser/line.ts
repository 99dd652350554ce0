import type { Page } from 'playwright-core';

/** A page's sockets, under a test's control. */
export interface Line {
  /** From now on sockets open and stay silent: nothing gets through in either direction. */
  goDead(): void;
  /** New sockets work again. */
  recover(): void;
}

/** Puts itself between a page and its server. Call it before the page is loaded. */
export async function tapLine(page: Page): Promise<Line> {
  let isDead = false;
  await page.routeWebSocket(/\/socket$/, (near) => {
    const far = isDead ? undefined : near.connectToServer();
    near.onMessage((message) => {
      if (!isDead) far?.send(message);
    });
    far?.onMessage((message) => {
      if (!isDead) near.send(message);
    });
  });
  return {
    goDead: () => {
      isDead = true;
    },
    recover: () => {
      isDead = false;
    },
  };
}
