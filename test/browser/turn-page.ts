import type { Page } from 'playwright-core';

/**
 * Does what leads to another page, or to the same one anew, and waits until that one is loaded. A press
 * alone returns before the page has changed: who looks at once may look at either.
 */
export async function turnPage(page: Page, lead: () => Promise<unknown>): Promise<void> {
  const turned = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([turned, lead()]);
  await page.waitForLoadState();
}
