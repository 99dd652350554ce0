/** Asks axe-core what a page would be like for somebody who cannot see it, or not well. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong on the page as it is, in lines for people; nothing, one hopes. */
export async function barriers(page: Page): Promise<string[]> {
  // Run in the page's own world by the debugger: no policy of the page's is in the way.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run();
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join('; ')})`,
    );
  });
}

declare global {
  var axe: typeof import('axe-core');
}
