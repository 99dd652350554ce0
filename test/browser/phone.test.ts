import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newPage, Visitor, watch } from './people.ts';
import { openShop, shopPage } from './shop.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
const shop = openShop(() => ({ html: shopPage(stage.server.origin) }));

const HIGH = { width: 390, height: 844 };
const WIDE = { width: 844, height: 390 };

async function onPhone() {
  const context = await stage.browser.newContext({
    viewport: HIGH,
    hasTouch: true,
    isMobile: true,
  });
  const { page, complaints } = watch(await context.newPage());
  // What a page's router and its statistics hear of.
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { steps: heard });
    window.addEventListener('popstate', ({ state }) =>
      heard.push(`${location.pathname} ${state?.page}`),
    );
    const push = history.pushState.bind(history);
    history.pushState = (...step) => {
      heard.push('pushed');
      push(...step);
    };
  });
  await page.goto(shop.origin);
  return { page, visitor: new Visitor(page), complaints };
}

const dialog = (page: Page) => page.getByRole('dialog');
const openIt = async (page: Page) => {
  await page.getByRole('button', { name: 'Open chat' }).tap();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await dialog(page).and(page.locator('[aria-modal=true]')).waitFor();
};
const stepsOf = (page: Page) =>
  page.evaluate(() => ({ length: history.length, heard: Reflect.get(globalThis, 'steps') }));
const isClosed = (page: Page) => dialog(page).waitFor({ state: 'hidden' });
/** Where something stands once it has come to rest. */
async function boxOf(page: Page, selector: string) {
  const { x, y, width, height } = await page
    .locator(selector)
    .first()
    .evaluate(async (element) => {
      const root = element.getRootNode();
      if (!(root instanceof ShadowRoot)) throw new Error('not in the widget');
      await Promise.all(root.getAnimations().map(({ finished }) => finished));
      return element.getBoundingClientRect().toJSON();
    });
  const [left = 0, top = 0, wide = 0, high = 0] = [x, y, width, height].map(Math.round);
  return { x: left, y: top, width: wide, height: high };
}

describe('on a phone', () => {
  it('the chat covers the screen, turned or not, and what lies behind it stays where it is', async () => {
    const { page, visitor, complaints } = await onPhone();
    await openIt(page);
    for (const size of [HIGH, WIDE, HIGH]) {
      await page.setViewportSize(size);
      await expect.poll(() => boxOf(page, '.panel')).toMatchObject({ x: 0, y: 0, ...size });
      const send = await boxOf(page, '.composer');
      expect(send.y + send.height).toBeLessThanOrEqual(size.height);
    }
    const box = page.getByRole('textbox', { name: 'Message' });
    const font = await box.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
    // Smaller, and phones would magnify the page.
    expect(font).toBeGreaterThanOrEqual(16);

    const session = await page.context().newCDPSession(page);
    for (const y of [30, 300, 820]) {
      await session.send('Input.synthesizeScrollGesture', {
        x: 150,
        y,
        yDistance: -200,
        speed: 4_000,
        gestureSourceType: 'touch',
      });
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await visitor.say('Do you repair boots?');
    await visitor.isHeard();
    expect(complaints).toEqual([]);
  });

  it('the chat keeps to what the keyboard leaves of the screen, and stays as it is while it is magnified', async () => {
    const { page } = await onPhone();
    await openIt(page);
    // As on an iPhone: the page keeps its size, and what is seen of it is smaller and further down.
    await page.evaluate(() => {
      const seen = { height: 420, offsetTop: 130, scale: 1 };
      for (const [name, value] of Object.entries(seen)) {
        Object.defineProperty(visualViewport, name, { configurable: true, value });
      }
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    const fitted = { x: 0, y: 130, width: 390, height: 420 };
    expect(await boxOf(page, '.panel')).toEqual(fitted);
    expect((await boxOf(page, '.launcher')).y).toBeGreaterThan(130);
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'scale', { configurable: true, value: 2 });
      Object.defineProperty(visualViewport, 'height', { configurable: true, value: 210 });
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    expect(await boxOf(page, '.panel')).toEqual(fitted);
  });

  it('the chat leaves room for notches and the like', async () => {
    const { page } = await onPhone();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', {
      insets: { top: 47, bottom: 34, left: 0, right: 0 },
    });
    const closed = await boxOf(page, '.launcher');
    expect(closed.y + closed.height).toBeLessThanOrEqual(HIGH.height - 34);
    await openIt(page);
    const inside = [await boxOf(page, '.head'), await boxOf(page, '.launcher')];
    for (const { y } of inside) expect(y).toBeGreaterThanOrEqual(47);
    const composer = await boxOf(page, '.composer');
    expect(composer.y + composer.height).toBeLessThanOrEqual(HIGH.height - 34);
  });

  it('the way back closes it, and the page’s own history is as it was', async () => {
    const { page, complaints } = await onPhone();
    await page.evaluate(() => history.pushState({ page: 2 }, '', '/boots'));
    const { length } = await stepsOf(page);
    await openIt(page);
    expect(await page.evaluate(() => history.state)).toEqual({ page: 2, baton: true });
    await page.goBack();
    await isClosed(page);
    expect(await page.evaluate(() => history.state)).toEqual({ page: 2 });

    // Closed in other ways, the step is taken back.
    await openIt(page);
    await page.getByRole('button', { name: 'Close chat' }).tap();
    await isClosed(page);
    await expect.poll(() => page.evaluate(() => history.state)).toEqual({ page: 2 });
    await openIt(page);
    await page.keyboard.press('Escape');
    await isClosed(page);
    await expect.poll(() => page.evaluate(() => history.state)).toEqual({ page: 2 });

    // A page's script may be about to go elsewhere: nothing is undone behind its back.
    await openIt(page);
    await page.evaluate(() => {
      globalThis.Baton?.('close');
      history.pushState({ page: 3 }, '', '/tents');
    });
    await isClosed(page);
    expect(new URL(page.url()).pathname).toBe('/tents');
    const { length: after, heard } = await stepsOf(page);
    expect(after).toBe(length + 2);
    expect(heard).toEqual(['pushed', '/boots 2', '/boots 2', '/boots 2', 'pushed']);
    await page.goBack();
    expect(await page.evaluate(() => history.state)).toMatchObject({ page: 2 });
    expect(complaints).toEqual([]);
  });
});

it('on a large screen the chat adds no step to the history', async () => {
  const { page } = await newPage(stage.browser);
  await page.goto(shop.origin);
  const before = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  expect(await page.evaluate(() => [history.length, history.state])).toEqual([before, null]);
  expect(await dialog(page).getAttribute('aria-modal')).toBeNull();
});
