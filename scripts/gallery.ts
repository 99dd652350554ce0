/**
 * `npm run gallery [-- SCENE …]`: photographs every phase of the widget, or those named, and writes
 * docs/gallery.md with its pictures.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../test/browser/chromium.ts';
import { overWrangler } from './bench/servers.ts';
import { buildAssets } from './build/assets.ts';
import { pageOf } from './gallery/page.ts';
import type { Scene } from './gallery/scene.ts';
import { SCENES } from './gallery/scenes.ts';
import { type Shot, sheetOf } from './gallery/sheet.ts';
import { SCREENS, Shop, type Variant } from './gallery/shop.ts';
import { Complaint, main } from './lib/complaint.ts';
import { ROOT } from './lib/paths.ts';
import { prepareDatabase } from './start/database.ts';
import { newSecret } from './start/dev-vars.ts';

const DOCS = join(ROOT, 'docs');
const PICTURES = join(DOCS, 'images', 'gallery');

/** Of the page, beside which the chat stands. */
const WIDTH_PX = 440;
/** Of a scene whose chat is closed. */
const LOW_PX = 240;

const TONGUES = ['en', 'ar'] as const;
const SCHEMES = ['light', 'dark'] as const;

await main(async () => {
  const names = process.argv.slice(2);
  const stranger = names.find((name) => SCENES.every(({ file }) => file !== name));
  if (stranger !== undefined) throw new Complaint(`There is no scene ${stranger}.`, 2);
  const folder = await mkdtemp(join(tmpdir(), 'baton-gallery-'));
  try {
    await Promise.all([buildAssets(), prepareDatabase(folder)]);
    // Pictures of scenes that are no more go with the rest.
    if (names.length === 0) await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    const vars = { BATON_ENV: 'development', BATON_SECRET: newSecret() };
    const server = await overWrangler(folder, vars);
    const browser = await chromium.launch(await findChromium());
    try {
      for (const scene of SCENES.filter(({ file }) => names.length === 0 || names.includes(file))) {
        const sheet = await photograph(browser, server.origin, scene);
        await writeFile(join(PICTURES, `${scene.file}.webp`), sheet);
        console.log(`${scene.file}.webp  ${Math.round(sheet.length / 1_000)} kB`);
      }
    } finally {
      await browser.close();
      await server.stop();
    }
    await writeFile(join(DOCS, 'gallery.md'), pageOf(SCENES));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function photograph(browser: Browser, origin: string, scene: Scene): Promise<Buffer> {
  const rows: Shot[][] = [];
  for (const device of ['desktop', 'phone'] as const) {
    const row = await Promise.all(
      TONGUES.flatMap((tongue) =>
        SCHEMES.map((scheme) => shoot(browser, origin, scene, { tongue, scheme, device })),
      ),
    );
    rows.push(row);
  }
  return sheetOf(browser, rows);
}

async function shoot(
  browser: Browser,
  origin: string,
  scene: Scene,
  variant: Variant,
): Promise<Shot> {
  const { file, isLow = false } = scene;
  const shop = await Shop.open(browser, origin, variant, scene);
  try {
    await scene.act(shop);
    await shop.page.mouse.move(0, 0);
    const screen = SCREENS[variant.device];
    const width = Math.min(WIDTH_PX, screen.width);
    const height = isLow ? LOW_PX : screen.height;
    const x = variant.tongue === 'ar' ? 0 : screen.width - width;
    const clip = { x, y: screen.height - height, width, height };
    return { png: await shop.page.screenshot({ clip }), width, height };
  } catch (error) {
    throw new Complaint(`${file}, ${Object.values(variant).join(' ')}: ${String(error)}`);
  } finally {
    await shop.close();
  }
}
