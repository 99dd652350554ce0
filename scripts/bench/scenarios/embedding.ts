/** What the chat costs the page that embeds it, before anybody touches it and when somebody opens it. */
import { chromium } from 'playwright-core';
import { findChromium } from '../../../test/browser/chromium.ts';
import { type Done, SlowPage } from '../page.ts';
import type { Measured, Scenario } from '../scenario.ts';

/** Of each kind, in turn. */
const PAGES = 7;

const LOADED = 'loaded';
const OPENED = 'chat opened';
const PARTS = ['fetched, gzip, kB', 'requests', 'main thread, ms', 'layout shift'] as const;

export const embedding: Scenario = {
  title: 'The demo shop in Chromium on a processor four times slower',
  columns: { ours: 'with a chat', bare: 'without' },
  figures: [
    ...[LOADED, OPENED].flatMap((when) => PARTS.map((part) => `${when}: ${part}`)),
    'code of an open chat, gzip, kB',
  ],
  async run(house) {
    return house.with('ours', { hasAssets: true }, async ({ origin }) => {
      const browser = await chromium.launch(await findChromium());
      try {
        const runs: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] };
        // The server’s own beginnings are nobody’s figure.
        await load(await SlowPage.open(browser, `${origin}/demo`, true));
        for (let at = 0; at < PAGES; at++) {
          const bare = await load(await SlowPage.open(browser, `${origin}/demo`, false));
          runs.bare.push(told(LOADED, bare));
          const page = await SlowPage.open(browser, `${origin}/demo`, true);
          const loaded = await page.done();
          await page.openChat();
          const opened = await load(page);
          runs.ours.push({
            ...told(LOADED, loaded),
            ...told(OPENED, opened),
            'code of an open chat, gzip, kB': loaded.codeKb - bare.codeKb + opened.codeKb,
          });
        }
        return runs;
      } finally {
        await browser.close();
      }
    });
  },
};

async function load(page: SlowPage): Promise<Done> {
  const done = await page.done();
  await page.close();
  return done;
}

const told = (when: string, { kb, requests, mainThreadMs, shift }: Done): Measured => ({
  [`${when}: fetched, gzip, kB`]: kb,
  [`${when}: requests`]: requests,
  [`${when}: main thread, ms`]: mainThreadMs,
  [`${when}: layout shift`]: shift,
});
