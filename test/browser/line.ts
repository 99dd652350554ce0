import type { Page, WebSocketRoute } from 'playwright-core';

/** What a server says that is about to restart. */
const GOING_AWAY = 1001;

/** A page's sockets, under a test's control. */
interface Line {
  /** From now on sockets open and stay silent: nothing gets through in either direction. */
  goDead(): void;
  /** Sockets work again. Those that stayed silent are closed, so that nobody has to find them out. */
  recover(): void;
}

/** Puts itself between a page and its server. Call it before the page is loaded. */
export async function tapLine(page: Page): Promise<Line> {
  let isDead = false;
  const silent = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/socket$/, (near) => {
    const far = isDead ? undefined : near.connectToServer();
    if (!far) silent.add(near);
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
      for (const near of silent) void near.close({ code: GOING_AWAY });
      silent.clear();
    },
  };
}
