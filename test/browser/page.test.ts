/** What passes between the chat and the page it is on. */
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { Page, WebSocket } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
let shop: HttpServer;
let shopOrigin: string;

const NONCE = 'bm9uY2U';

/** Nothing is allowed but what has the nonce, and what that loads. */
const policy = (script: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'${script}`,
    `connect-src ${stage.server.origin} ${stage.server.origin.replace('http', 'ws')}`,
  ].join(';');

/** A page of a shop; its path holds the script's options, and its query the rest of `script-src`. */
function shopPage(url: URL): string {
  const options = decodeURIComponent(url.pathname.slice(1));
  const script = `<script async nonce="${NONCE}" src="${stage.server.origin}/widget.js" data-site="demo" ${options}></script>`;
  const stub = `<script nonce="${NONCE}">
    window.Baton = function () { (Baton.q = Baton.q || []).push(arguments) };
    window.heard = [];
    if (location.search) for (const name of ['ready', 'open', 'close', 'message', 'unread', 'escalation.offered'])
      Baton('on', name, (detail) => heard.push([name, detail?.author?.role ?? detail?.reason ?? detail ?? null]));
    Baton('identify', { email: 'ada@example.com' });
  </script>`;
  return `<!doctype html><title>A shop</title><head>${stub}${script}</head><body><h1>A shop</h1><button id=mine>Ask us</button>${script}</body>`;
}

beforeAll(async () => {
  shop = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://shop');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy(url.searchParams.get('csp') ?? ''));
    response.end(url.pathname === '/favicon.ico' ? '' : shopPage(url));
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const address = shop.address();
  if (typeof address !== 'object' || address === null) throw new Error('the shop has no address');
  shopOrigin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  shop.close();
});

async function visit(options = '', csp?: string) {
  const watched = await newPage(stage.browser);
  const { page } = watched;
  const sockets: WebSocket[] = [];
  const sent: string[] = [];
  page.on('websocket', (socket) => {
    sockets.push(socket);
    socket.on('framesent', ({ payload }) => void sent.push(String(payload)));
  });
  const query = csp === undefined ? '' : `?csp=${encodeURIComponent(csp)}`;
  const go = () => page.goto(`${shopOrigin}/${encodeURIComponent(options)}${query}`);
  await go();
  const launcher = page.getByRole('button', { name: 'Open chat' });
  const baton = (command: string, text?: string) =>
    page.evaluate(
      ([name, argument]) => {
        const call: unknown = Reflect.get(window, 'Baton');
        if (typeof call === 'function') call(name, argument);
      },
      [command, text],
    );
  const isGone = () =>
    page.waitForFunction(() => !('Baton' in window) && !document.querySelector('baton-chat'));
  return { ...watched, go, launcher, baton, sent, sockets, isGone, visitor: new Visitor(page) };
}

const heardOn = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'heard'));

describe('a page with a strict policy', () => {
  it.each(['', " 'strict-dynamic';require-trusted-types-for 'script'"])(
    'needs to allow the script by its nonce alone%s, and hears of each event once',
    async (csp) => {
      const { page, launcher, visitor, baton, sent, go, complaints } = await visit('', csp);
      await launcher.click();
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      await visitor.say('Do you ship to Canada?');
      await visitor.reads(/Mexico/);
      const told = [
        ['ready', null],
        ['open', null],
        ['message', 'visitor'],
        ['message', 'assistant'],
      ];
      await expect.poll(() => heardOn(page)).toEqual(told);
      expect(sent.filter((text) => text.includes('"identify"'))).toEqual([
        '{"type":"identify","visitor":{"email":"ada@example.com"}}',
      ]);

      await go();
      await visitor.reads(/Mexico/);
      await baton('send', 'Can I talk to a person?');
      await page.getByRole('button', { name: 'Yes, connect me' }).waitFor();
      await expect
        .poll(() => heardOn(page))
        .toEqual([
          ['ready', null],
          ['open', null],
          ['message', 'visitor'],
          ['escalation.offered', 'asked'],
        ]);
      expect(complaints).toEqual([]);
    },
  );
});

describe('a page that changes without being loaded', () => {
  it('is told to the team by its address and its title, and only then', async () => {
    const { page, launcher, visitor, sent } = await visit();
    await launcher.click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    const pages = () => sent.flatMap((text) => (text.includes('"type":"page"') ? [text] : []));
    const before = pages().length;
    await page.evaluate(() => {
      for (let at = 0; at < 50; at++) history.pushState(null, '', `/tents/${at}`);
      document.title = 'Tents';
    });
    await expect.poll(() => pages().at(-1), { timeout: 8_000 }).toContain('/tents/49');
    expect(pages().at(-1)).toContain('"Tents"');
    expect(pages().length - before).toBeLessThanOrEqual(2);
    expect(sent.filter((text) => text.includes('"identify"'))).toHaveLength(1);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
  });
});

describe('a message that is half written', () => {
  const box = (page: Page) => page.getByRole('textbox', { name: 'Message' });
  const kept = (page: Page) => page.evaluate(() => sessionStorage.getItem('baton:demo:draft'));

  async function write(page: Page, text: string): Promise<void> {
    await box(page).fill(text);
    await expect.poll(() => kept(page)).toBe(text);
  }

  it('is there on the next page where nothing has been said yet, and is sent once', async () => {
    const { page, launcher, visitor, go } = await visit();
    await launcher.click();
    await write(page, 'Do you ship\nto Can');
    await page.getByRole('button', { name: 'Close chat' }).click();
    await go();
    await launcher.click();
    await expect.poll(() => box(page).inputValue()).toBe('Do you ship\nto Can');
    const [lineHeight, height] = await box(page).evaluate((field) => [
      Number.parseFloat(getComputedStyle(field).lineHeight),
      field.clientHeight,
    ]);
    expect(height).toBeGreaterThanOrEqual(2 * (lineHeight ?? Infinity));
    await page.getByRole('button', { name: 'Send message' }).click();
    await visitor.reads(/to Can/);
    await expect.poll(() => kept(page)).toBeNull();
    expect(await box(page).inputValue()).toBe('');
    await visitor.isHeard();
    await go();
    await visitor.reads(/to Can/);
    expect(await box(page).inputValue()).toBe('');
  });

  it('goes with the chat that is deleted', async () => {
    const { page, launcher, visitor } = await visit();
    await launcher.click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    await write(page, 'And to');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Delete this chat' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await visitor.reads('Your chat was deleted');
    expect([await kept(page), await box(page).inputValue()]).toEqual([null, '']);
  });

  it('goes with the visitor who signs out, also while the chat is closed', async () => {
    const { page, launcher, baton } = await visit();
    await launcher.click();
    await write(page, 'My order 1234');
    await page.getByRole('button', { name: 'Close chat' }).click();
    await baton('reset');
    await expect.poll(() => kept(page)).toBeNull();
    await launcher.click();
    await box(page).waitFor();
    expect([await kept(page), await box(page).inputValue()]).toEqual([null, '']);
  });
});

describe('the attributes of the script', () => {
  it('keep their colour to the shade, before the settings come and after', async () => {
    for (const [color, shown] of [
      ['#fffff0', 'rgb(255, 255, 240)'],
      ['#777777', 'rgb(119, 119, 119)'],
    ]) {
      const { page, launcher } = await visit(`data-color=${color}`);
      const look = (button: HTMLElement) => {
        const { backgroundColor, color } = getComputedStyle(button);
        // Whatever colours are computed in: as they are painted.
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        if (!context) throw new Error('nothing to paint on');
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [backgroundColor, ...context.getImageData(0, 0, 1, 1).data];
      };
      const before = await launcher.evaluate(look);
      expect(before[0]).toBe(shown);
      await launcher.click();
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      expect(await page.getByRole('button', { name: 'Close chat' }).evaluate(look)).toEqual(before);
    }
  });

  it('leave the page’s title alone where it says so', async () => {
    const { page, launcher, visitor } = await visit('data-title-flash=off');
    await launcher.click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    await page.evaluate(() => {
      const titles: string[] = [];
      Object.assign(globalThis, { titles });
      const title = document.querySelector('title');
      if (title)
        new MutationObserver(() => titles.push(document.title)).observe(title, { childList: true });
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await visitor.say('Can I send boots back?');
    await page.locator('.badge').getByText('1').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'titles'))).toEqual([]);
  });

  it('put the chat where the page wants it, in its colours', async () => {
    const { page, launcher, baton } = await visit(
      'data-position=left data-offset=40,100 data-color=#ffcc00 data-theme=dark',
    );
    const box = await launcher.boundingBox();
    expect([box?.x, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([40, 700]);
    const colors = () =>
      launcher.evaluate((button) => {
        const { backgroundColor, color } = getComputedStyle(button);
        return [backgroundColor, color];
      });
    expect(await colors()).toEqual(['rgb(255, 204, 0)', 'lab(0 0 0)']);
    await baton('open');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    expect((await panel.boundingBox())?.x).toBe(40);
    const close = page.getByRole('button', { name: 'Close chat' });
    await expect
      .poll(() => close.evaluate((button) => getComputedStyle(button).color))
      .toBe('rgb(0, 0, 0)');
    await close.click();
    await panel.waitFor({ state: 'hidden' });
  });

  it('hide the launcher for a page with a button of its own, which gets the focus back', async () => {
    const { page, launcher } = await visit('data-launcher=hidden');
    await page.waitForFunction(() => document.querySelector('baton-chat'));
    expect(await launcher.isVisible()).toBe(false);
    const mine = page.locator('#mine');
    await mine.evaluate((button) =>
      button.addEventListener('click', () => globalThis.Baton?.('open')),
    );
    await mine.press('Enter');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.localName))
      .toBe('baton-chat');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mine');
    expect(await launcher.isVisible()).toBe(false);
  });

  it('open the chat by itself, unless its visitor has closed it in this tab', async () => {
    const { page, launcher, go } = await visit('data-open');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('button', { name: 'Close chat' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await go();
    await launcher.waitFor();
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });
});

describe('a chat that is taken off the page', () => {
  it('by the page is gone with its socket and its globals, and can be put there again', async () => {
    const { page, launcher, visitor, baton, sockets, isGone, complaints } = await visit();
    const again = () =>
      page.evaluate(() => {
        const old = document.querySelector('script[src]');
        const script = document.createElement('script');
        for (const { name, value } of old?.attributes ?? []) script.setAttribute(name, value);
        script.nonce = old instanceof HTMLScriptElement ? old.nonce : '';
        document.head.append(script);
      });
    await launcher.click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    await page.evaluate(() => document.querySelector('baton-chat')?.remove());
    await isGone();
    await expect.poll(() => sockets.every((socket) => socket.isClosed())).toBe(true);
    await page.evaluate(() => {
      dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    expect(sockets).toHaveLength(1);

    await again();
    await visitor.reads(/Mexico/);
    await baton('destroy');
    await isGone();
    await expect.poll(() => sockets.every((socket) => socket.isClosed())).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('with the whole document, as some websites go from page to page, is there again and goes on', async () => {
    const { page, launcher, visitor, baton } = await visit();
    await launcher.click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    const script = `<script async nonce="${NONCE}" src="${stage.server.origin}/widget.js" data-site="demo"></script>`;
    const swaps = [
      () => {
        const next = document.createElement('html');
        next.append(document.createElement('head'), document.createElement('body'));
        document.documentElement.replaceWith(next);
      },
      () => {
        document.body.replaceWith(document.createElement('body'));
      },
      () => {
        const next = document.implementation.createHTMLDocument('Another');
        document.documentElement.replaceChildren(...next.documentElement.childNodes);
      },
      () => {
        document.open();
        document.close();
      },
      // With the script in the next one too: such as does not run, such as does, and such as is read in.
      (embed: string) => {
        const next = document.implementation.createHTMLDocument('Another');
        next.head.innerHTML = embed;
        document.replaceChild(next.documentElement, document.documentElement);
      },
      (embed: string) => {
        const next = document.createElement('html');
        const head = next.appendChild(document.createElement('head'));
        next.append(document.createElement('body'));
        head.append(document.createRange().createContextualFragment(embed));
        document.documentElement.replaceWith(next);
      },
      (embed: string) => {
        document.open();
        document.write(`<!doctype html><head>${embed}</head><body><h1>Another</h1>${embed}`);
        document.close();
      },
      async (embed: string) => {
        document.open();
        await new Promise(requestAnimationFrame);
        document.write(`<!doctype html><head>${embed}</head>`);
        await new Promise(requestAnimationFrame);
        document.write('<body><h1>Another</h1>');
        document.close();
      },
    ];
    for (const [at, swap] of swaps.entries()) {
      await page.evaluate(swap, script);
      await visitor.reads(/Mexico/);
      await baton('send', `Still here? ${at}`);
      await visitor.reads(`Still here? ${at}`);
      expect(await page.locator('baton-chat').count()).toBe(1);
    }
    // The script has come again, wherever it runs.
    await page.waitForLoadState();
    expect(await page.locator('baton-chat').count()).toBe(1);
    for (const name of ['Close chat', 'Open chat', 'Close chat']) {
      await page.getByRole('button', { name }).click();
    }
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});
