/** Puts the pictures of a scene side by side, small, into one. */
import type { Browser } from 'playwright-core';

/** Of the picture: letters stay sharp, at a third of what a PNG weighs. */
const QUALITY = 0.85;
/** Of what was photographed. */
const SCALE = 0.5;
const GAP_PX = 12;

export interface Shot {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Each list is a row. A picture in WebP. */
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
    const png = await page.locator('main').screenshot();
    return Buffer.from(await page.evaluate<string>(packed(png)), 'base64');
  } finally {
    await page.close();
  }
}

function imageOf({ png, width, height }: Shot): string {
  return `<img src="${dataUrl(png)}" width="${width * SCALE}" height="${height * SCALE}">`;
}

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** For a browser, which knows how: the same picture in WebP, in Base64. */
const packed = (png: Buffer) => `(async () => {
  const image = new Image();
  image.src = '${dataUrl(png)}';
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', ${QUALITY}).split(',')[1];
})()`;
