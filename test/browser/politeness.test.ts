import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newPage, Visitor, watch } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const GREETING = 'Looking for boots?';

declare global {
  /** How many notes the page has played. */
  var notes: number;
}

/** Counts what is played from now on. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    globalThis.notes = 0;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      globalThis.notes += 1;
      start.call(this, when);
    };
  });

const notes = (page: Page) => page.evaluate(() => globalThis.notes);

/** As if the visitor went to another tab, or came back: a browser without a screen never does. */
const look = (page: Page, isAway: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, isAway);

const title = (page: Page, expected: string) =>
  page.waitForFunction((text) => document.title === text, expected, { polling: 50 });

/** Waits until the tabs agree that `page` was looked at last: the one before it queues again. */
async function agreeOn(page: Page): Promise<void> {
  const isHolding = () =>
    page.evaluate(async () => {
      const { locks } = navigator;
      const probe = 'probe';
      const own = await locks.request(probe, async () => (await locks.query()).held ?? []);
      const me = own.find(({ name }) => name === probe)?.clientId;
      const { held = [], pending = [] } = await locks.query();
      const isHeld = held.some(({ name, clientId }) => name !== probe && clientId === me);
      return isHeld && pending.some(({ clientId }) => clientId !== me);
    });
  await expect.poll(isHolding).toBe(true);
}

/** Has the page wait until there would be a greeting. */
const linger = (page: Page) => page.clock.runFor(5_000);

/** Has the page's title and the call for it change places. */
const takeTurns = (page: Page) => page.clock.runFor(2_000);

describe('the greeting', () => {
  it('comes once a day, asks for nothing, and leads into the chat', async () => {
    const { page, complaints } = await newPage(stage.browser);
    await page.clock.install();
    await page.route('**/demo', async (route) => {
      const body = await (await route.fetch()).text();
      const script = `data-site="demo" data-greeting="${GREETING}"`;
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: body.replace('data-site="demo"', script),
      });
    });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const greeting = page.getByRole('button', { name: GREETING });
    const visit = async () => {
      await page.goto(`${stage.server.origin}/demo`);
      await page.getByRole('button', { name: 'Open chat' }).waitFor();
    };
    const forgetTheDay = () => page.evaluate(() => localStorage.removeItem('baton:demo:greeted'));

    await visit();
    expect(await greeting.count()).toBe(0);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await linger(page);
    await greeting.waitFor();
    expect(await page.getByRole('status').filter({ has: greeting }).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
    expect(fetched.filter((path) => /^\/(baton\/(chat|tongues)|v1)/.test(path))).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).focus();
    await page.keyboard.press('Escape');
    await greeting.waitFor({ state: 'detached' });
    await visit();
    await linger(page);
    expect(await greeting.count()).toBe(0);

    await forgetTheDay();
    await visit();
    await linger(page);
    await greeting.click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await greeting.count()).toBe(0);
    await page.getByRole('button', { name: 'Close chat' }).click();
    await visit();
    await linger(page);
    expect(await greeting.count()).toBe(0);

    await forgetTheDay();
    await page.setViewportSize({ width: 390, height: 760 });
    await visit();
    await linger(page);
    expect(await greeting.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('of the settings, their theme and the launcher’s words are there on the next page, before anything is fetched', async () => {
    const { page } = await newPage(stage.browser);
    await page.clock.install();
    await page.route('**/config?*', async (route) => {
      const settings: { look: object } = await (await route.fetch()).json();
      const look = { ...settings.look, '--b-theme': 'dark', '--b-text': 'block' };
      const ours = { greeting: GREETING, bubble: true, launcherText: 'Ask us', look };
      await route.fulfill({ json: { ...settings, ...ours } });
    });
    await new Visitor(page).openChat(stage.server.origin);
    await page.getByRole('button', { name: 'Close chat' }).click();
    await page.evaluate(() => localStorage.removeItem('baton:demo:greeted'));
    await page.unroute('**/config?*');
    await page.route(/\/(baton\/chat|v1)/, (route) => route.abort());
    await page.reload();
    const launcher = page.getByRole('button', { name: 'Ask us' });
    await launcher.waitFor();
    const { width } = (await launcher.boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThan(90);
    expect(await launcher.evaluate((button) => getComputedStyle(button).colorScheme)).toBe('dark');
    await linger(page);
    await page.getByRole('button', { name: GREETING }).waitFor();
  });
});

describe('news', () => {
  it('is told in the tab that was looked at last, and in no other, until it is read in any', async () => {
    const { page: one, complaints } = await newPage(stage.browser);
    const { page: other } = watch(await one.context().newPage());
    await one.clock.install();
    for (const page of [one, other]) await listen(page);
    const [visitor, elsewhere] = [new Visitor(one), new Visitor(other)];
    await visitor.openChat(stage.server.origin);
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    // Before the other tab comes, nothing is left that would be news there.
    await one.locator('.log .draft').waitFor({ state: 'detached' });
    // Two tabs are never looked at together: each would take it from the other.
    await look(one, true);
    await elsewhere.openChat(stage.server.origin);
    await elsewhere.reads(/Mexico/);
    await agreeOn(other);
    await look(other, true);
    await one.bringToFront();
    await look(one, false);
    await agreeOn(one);
    await look(one, true);

    await visitor.say('Can I send boots back?');
    await title(one, '1 unread message');
    await takeTurns(one);
    await title(one, 'Acme Outdoor');
    await takeTurns(one);
    await title(one, '1 unread message');
    expect(await other.title()).toBe('Acme Outdoor');
    expect([await notes(one), await notes(other)]).toEqual([2, 0]);
    await one.evaluate(() => {
      document.title = 'The cart';
    });
    await takeTurns(one);
    await title(one, '1 unread message');

    await look(other, false);
    await title(one, 'The cart');
    expect(await one.locator('.badge').textContent()).toBe('');
    await agreeOn(other);
    await look(other, true);
    await look(one, false);
    await agreeOn(one);
    await one.getByRole('button', { name: 'Menu' }).click();
    await one.getByRole('menuitem', { name: 'Turn sound off' }).click();
    await look(one, true);
    await visitor.say('Do you repair boots?');
    await title(one, '1 unread message');
    await look(one, false);
    expect(await one.title()).toBe('The cart');
    expect(await notes(one)).toBe(2);
    await one.getByRole('button', { name: 'Menu' }).click();
    await one.getByRole('menuitem', { name: 'Turn sound on' }).click();
    expect(await notes(one)).toBe(4);
    expect(complaints).toEqual([]);
  });
});
