/** Asks axe-core what a page would be like for somebody who cannot see it, or not well. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The small one: it is sent to every page anew. */
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong on the page as it is, in lines for people; nothing, one hopes. */
export async function barriers(page: Page): Promise<string[]> {
  // Run in the page's own world by the debugger: no policy of the page's is in the way.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    // Halfway between two colours anything may be hard to read.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
    // What is not violated is counted, and not described.
    const { violations } = await globalThis.axe.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join('; ')})`,
    );
  });
}

declare global {
  var axe: typeof import('axe-core');
}
