/** Whether the chat, as it is now, is one for everybody: read aloud, magnified, pressed with an unsteady hand. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './axe.ts';

/** WCAG 2.2, 2.5.8 at level AA. */
const LEAST_TARGET_PX = 24;

/** What a finger or an unsteady hand would miss. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('baton-chat')?.shadowRoot;
    const targets = [...(root?.querySelectorAll('a, button, input, textarea') ?? [])];
    return targets
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => Math.round(Math.min(box.width, box.height)) < least)
      .map(({ target, box }) => `${target.textContent}: ${box.width} × ${box.height}`);
  }, LEAST_TARGET_PX);
}

/** What does not fit a page magnified to 200 and to 400 %: what would have to be scrolled sideways, or is out of sight. */
async function misfits(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  const found: string[] = [];
  for (const size of [
    { width: 640, height: 400 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    const here = await page.evaluate(async () => {
      // The chat hears of its new room with the next frame.
      for (let at = 0; at < 2; at++) await new Promise(requestAnimationFrame);
      const root = document.querySelector('baton-chat')?.shadowRoot;
      const all = [...(root?.querySelectorAll<HTMLElement>('.panel, .panel *') ?? [])];
      return all
        .filter((element) => element.checkVisibility() && !element.closest('.unseen, svg'))
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isAside = left < -1 || right > innerWidth + 1;
          const isBelow = !element.closest('.log') && (top < -1 || bottom > innerHeight + 1);
          const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
          return isAside || isBelow || (isCut && element.matches('.panel, .log, .foot, .head'));
        })
        .map((element) => `${element.tagName}.${element.className} ${element.textContent}`);
    });
    found.push(...here.map((what) => `${size.width}: ${what}`));
  }
  await page.setViewportSize(before);
  return found;
}

/** Nothing stands in anybody's way, in whichever phase this is. */
export async function isForEveryone(page: Page, phase: string): Promise<void> {
  expect.soft(await barriers(page), phase).toEqual([]);
  expect.soft(await smallTargets(page), phase).toEqual([]);
  expect.soft(await misfits(page), phase).toEqual([]);
}
