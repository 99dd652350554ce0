import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
let shop: HttpServer;
let shopOrigin: string;

/** Another website's page, on another origin, as strict as its owner likes. */
function shopPage(): string {
  const script = `<script async src="${stage.server.origin}/widget.js" data-site="demo"></script>`;
  return `<!doctype html><title>A shop</title><body><h1>A shop</h1>${script}${script}</body>`;
}

beforeAll(async () => {
  shop = createServer((_, response) => {
    const socket = stage.server.origin.replace('http', 'ws');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${stage.server.origin}; connect-src ${stage.server.origin} ${socket}`,
    );
    response.end(shopPage());
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const address = shop.address();
  if (typeof address !== 'object' || address === null) throw new Error('the shop has no address');
  shopOrigin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  shop.close();
});

describe('on another website', () => {
  it('the chat works under a strict policy, embedded twice or not', async () => {
    const { page, complaints } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    await page.goto(shopOrigin);
    expect(await page.getByRole('button', { name: 'Open chat' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Open chat' }).click();
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
  });

  it('nothing but the loader is fetched before somebody reaches for the launcher', async () => {
    const { page } = await newPage(stage.browser);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(shopOrigin);
    await page.getByRole('button', { name: 'Open chat' }).waitFor();
    expect(new Set(requests)).toEqual(new Set(['/', '/widget.js']));
  });
});

describe('by keyboard alone', () => {
  it('the chat is opened, used and left, and focus comes back to where it was', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    await page.goto(shopOrigin);
    const launcher = page.getByRole('button', { name: 'Open chat' });
    await launcher.waitFor();
    await page.keyboard.press('Tab');
    expect(await launcher.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Scout' }).waitFor();
    const box = page.getByRole('textbox', { name: 'Message' });
    await box.waitFor();
    expect(await box.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.type('Can I talk to a person?');
    await page.keyboard.press('Enter');
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await launcher.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});
