import { createServer, type Server as HttpServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';
import { turnPage } from './turn-page.ts';

const stage = shareStage();

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Somebody’s website on this machine: one page that holds that body and sends that policy. */
async function host(body: string, policy: string): Promise<{ origin: string; server: HttpServer }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    if (policy !== '') response.setHeader('Content-Security-Policy', policy);
    response.end(`<!doctype html><html lang="en"><title>Shop</title><body>${body}</body></html>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('no port to be had');
  servers.push(server);
  return { origin: `http://127.0.0.1:${bound.port}`, server };
}

const servers: HttpServer[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

describe('a website', () => {
  it('is created, installed, seen, renamed and deleted', async () => {
    const { page, complaints } = await newPage(stage.browser);
    await Owner.signIn(page, stage.server);

    await page.goto(`${stage.server.origin}/app/sites`);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'New website' }).click();
    await field(page, 'Name').fill('Blue Kettle');
    await field(page, 'Domains').fill('http://kettle.example/tea\nnot a domain!');
    await press(page, 'Create website');
    await page.locator('#error-domains').waitFor();
    expect(await page.locator('#error-domains').textContent()).toContain('“domain!”');
    expect(await field(page, 'Name').inputValue()).toBe('Blue Kettle');
    expect(await field(page, 'Domains').inputValue()).toBe(
      'http://kettle.example/tea\nnot a domain!',
    );
    expect(await barriers(page)).toEqual([]);

    await field(page, 'Domains').fill('http://kettle.example/tea');
    await press(page, 'Create website');
    await page.waitForURL('**/app/sites/blue-kettle/install');
    await page.getByText('Blue Kettle is set up.').waitFor();
    await page.getByText('Not seen yet').waitFor();
    expect(await barriers(page)).toEqual([]);

    // Its pages are on a host that it does not list yet, and the owner has not reloaded meanwhile.
    const snippet = (await page.locator('#snippet').textContent()) ?? '';
    const policy = (await page.locator('#policy-text').textContent()) ?? '';
    const shop = await host(snippet, `default-src 'none'; ${policy.replaceAll('\n', ' ')}`);
    const { page: shopPage, complaints: theirs } = await newPage(stage.browser);
    await shopPage.goto(shop.origin);
    await shopPage.getByRole('button', { name: 'Open chat' }).click();
    await page.getByText('Someone tried the chat on').waitFor();
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Add as a domain 127.0.0.1');
    await page.getByText('127.0.0.1 is a domain of this website now').waitFor();
    await page.getByText('Last seen on 127.0.0.1').waitFor();

    // With the policy that the page recommends, and nothing else allowed, the chat works there.
    theirs.length = 0;
    await shopPage.reload();
    const visitor = new Visitor(shopPage);
    await shopPage.evaluate(() => globalThis.Baton?.('open'));
    await visitor.say('Hello there');
    await visitor.isHeard();
    expect(theirs.filter((text) => !text.includes('favicon'))).toEqual([]);

    // Saving counts the conversations that the website knows of by then.
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByRole('list', { name: 'Open conversations' }).getByRole('listitem').waitFor();
    await turnPage(page, () => page.getByRole('link', { name: 'Website', exact: true }).click());
    expect(await barriers(page)).toEqual([]);
    expect(await field(page, 'Domains').inputValue()).toBe('kettle.example\n127.0.0.1');
    await field(page, 'Name').fill('Green Kettle');
    await press(page, 'Save');
    await page.getByText(/Saved\. Applied to 1 open conversation\./).waitFor();
    await page.getByRole('group').getByText('Green Kettle').waitFor();

    await field(page, 'Type the website’s name').fill('Blue Kettle');
    await press(page, 'Delete website');
    await page.getByText('That is not its name.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await field(page, 'Type the website’s name').fill('Green Kettle');
    await press(page, 'Delete website');
    await page.waitForURL('**/app/sites');
    await page.getByText('Green Kettle is deleted').waitFor();
    expect(await page.getByRole('link', { name: 'Green Kettle' }).count()).toBe(0);
    const config = await fetch(`${stage.server.origin}/v1/sites/blue-kettle/config`);
    expect(config.status).toBe(404);

    expect(complaints).toEqual([]);
  });
});

describe('the install page', () => {
  it('copies the line of code', async () => {
    const { page, complaints } = await newPage(stage.browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const owner = await Owner.signIn(page, stage.server);
    await owner.open('install');
    const { origin } = stage.server;
    const line = `<script async src="${origin}/widget.js" data-site="demo"></script>`;
    expect(await page.locator('#snippet').textContent()).toBe(line);
    await page.getByRole('button', { name: 'Copy the line of code' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows the line, and no button that would do nothing, without script', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const owner = await Owner.signIn(page, stage.server);
    await owner.open('install');
    await page.locator('#snippet').getByText('data-site="demo"').waitFor();
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    await context.close();
  });
});
