import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { Agent, newPage, Visitor } from './people.ts';
import { setStage } from './stage.ts';
import { turnPage } from './turn-page.ts';

const stage = setStage();

/** The colours that a canvas has drawn, without what is transparent, most frequent first. */
function colours(canvas: Locator): Promise<string[]> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return [];
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const counts = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] !== 255) continue;
      const colour = `${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour);
  });
}

/** A custom property's colour, as {@link colours} writes it. */
function token(page: Page, name: string): Promise<string> {
  return page.evaluate((property) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${property})`;
    document.body.append(probe);
    const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    probe.remove();
    return `${red},${green},${blue}`;
  }, name);
}

/** The cells of the table's newest day, by the heads of their columns. */
function today(page: Page): Promise<Record<string, string>> {
  return page.locator('.by-day table').evaluate((table) => {
    const cells = (row: Element | null) =>
      Array.from(row?.children ?? [], ({ textContent }) => textContent ?? '');
    const heads = cells(table.querySelector('thead tr'));
    const values = cells(table.querySelector('tbody tr'));
    return Object.fromEntries(heads.map((head, index) => [head, values[index] ?? '']));
  });
}

it('draws what happened, in the page’s colours, and lists the same numbers', async () => {
  const { server, browser } = stage;
  const { page, complaints } = await newPage(browser);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  const owner = await Owner.signIn(page, server);
  await owner.open('overview');
  await page.getByRole('heading', { name: 'No conversations in the last 30 days' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  const alone = new Visitor((await newPage(browser)).page);
  await alone.openChat(server.origin);
  await alone.say('Do you ship to Norway?');
  await alone.isHeard();
  const escalated = new Visitor((await newPage(browser)).page);
  await escalated.openChat(server.origin);
  await escalated.say('My tent is torn');
  await escalated.isHeard();
  await escalated.page.getByRole('button', { name: 'Talk to a person' }).click();
  await escalated.page.getByRole('button', { name: 'Yes, connect me' }).click();
  const robin = new Agent((await newPage(browser)).page);
  await robin.takeOver(await server.takeoverLink(), 'Robin');

  await expect
    .poll(async () => {
      await owner.open('overview?days=7');
      return (await page.locator('.by-day table').count()) > 0 ? today(page) : {};
    })
    .toMatchObject({
      'Day (UTC)': new Date().toISOString().slice(0, 10),
      Conversations: '2',
      'AI only': '1',
      'Taken over': '1',
      Waiting: '0',
      'Nobody came': '0',
      Offered: '1',
      'Said yes': '1',
      Notified: '1',
    });
  await page.getByText('By day').click();
  expect(await page.getByRole('rowheader').count()).toBe(7);
  const figure = (name: string) => page.locator('.figure', { hasText: name });
  await figure('AI alone').getByText('50%').waitFor();
  await figure('Visitors said yes').getByText('100% of offers').waitFor();
  const { 'Median time': median = '' } = await today(page);
  await figure('Median time to takeover').getByText(median, { exact: true }).waitFor();

  const conversations = page.getByRole('img', { name: /^Conversations on each/ });
  const takeovers = page.getByRole('img', { name: /^Median and 95th percentile/ });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const [ai, taken] = [await token(page, '--chart-ai'), await token(page, '--chart-taken_over')];
    await expect.poll(() => colours(conversations)).toEqual(expect.arrayContaining([ai, taken]));
    const line = await token(page, '--chart-median');
    await expect.poll(() => colours(takeovers)).toContain(line);
    expect(await colours(conversations)).not.toContain(await token(page, '--chart-nobody_came'));
    expect(await barriers(page)).toEqual([]);
  }

  await page.setViewportSize({ width: 390, height: 800 });
  await expect
    .poll(() => conversations.evaluate(({ clientWidth }) => clientWidth))
    .toBeLessThan(390);
  const overflow = () =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBe(0);
  await turnPage(page, () => page.getByRole('link', { name: '90 days' }).click());
  await page.getByText('By day').click();
  expect(await page.getByRole('rowheader').count()).toBe(90);
  expect(complaints).toEqual([]);
});
