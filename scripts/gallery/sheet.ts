/** Puts the pictures of a scene side by side, small, into one. */
import type { Browser } from 'playwright-core';

/** Of what was photographed. */
const SCALE = 0.5;
const GAP_PX = 12;

export interface Shot {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Each list is a row. */
export async function sheetOf(
  browser: Browser,
  rows: readonly (readonly Shot[])[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1200 } });
  try {
    await page.setContent(`<style>
      body{margin:0}
      main{display:grid;gap:${GAP_PX}px;width:fit-content;padding:${GAP_PX}px;background:#c9d0d4}
      div{display:flex;gap:${GAP_PX}px}
      img{display:block;border-radius:6px}
      </style><main>${rows.map((row) => `<div>${row.map(imageOf).join('')}</div>`).join('')}</main>`);
    return await page.locator('main').screenshot();
  } finally {
    await page.close();
  }
}

function imageOf({ png, width, height }: Shot): string {
  const source = `data:image/png;base64,${png.toString('base64')}`;
  return `<img src="${source}" width="${width * SCALE}" height="${height * SCALE}">`;
}
