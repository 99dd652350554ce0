/** What the widget looks like on a page: where its parts stand, in which style, and pixel by pixel. */
import type { Page } from 'playwright-core';

/** What a page could spoil. */
const PROPERTIES = [
  'display',
  'visibility',
  'opacity',
  'color',
  'backgroundColor',
  'font',
  'letterSpacing',
  'textTransform',
  'textAlign',
  'direction',
  'writingMode',
  'cursor',
  'pointerEvents',
  'userSelect',
  'filter',
  'transform',
  'boxShadow',
  'borderTop',
  'borderRadius',
] as const;

/** Every element of the widget that shows: which it is, where, and in what style. */
export function looksOf(page: Page): Promise<string[]> {
  return page.evaluate(async (properties) => {
    const root = document.querySelector('baton-chat')?.shadowRoot;
    await Promise.all(root?.getAnimations().map(({ finished }) => finished) ?? []);
    const elements = [...(root?.querySelectorAll('*') ?? [])];
    return elements
      .filter((element) => element.checkVisibility() && element.getClientRects()[0]?.width)
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const place = [x, y, width, height].map(Math.round).join(' ');
        const looks = properties.map((name) => `${name}: ${style[name]}`).join('; ');
        return `${element.tagName}.${element.className} at ${place}; ${looks}`;
      });
  }, PROPERTIES);
}

/** A part of the screen that nothing but the widget paints. */
export async function pictureOf(page: Page, selector: string): Promise<string> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing to see at ${selector}`);
  // Without its round corners.
  const [dx, dy] = [box.width / 6, box.height / 6];
  const clip = {
    x: box.x + dx,
    y: box.y + dy,
    width: box.width - 2 * dx,
    height: box.height - 2 * dy,
  };
  const png = await page.screenshot({ clip, animations: 'disabled' });
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** How much of two pictures differs, from 0 to 1. Run on any page that may load data URLs. */
export function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const [first, second] = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const { width, height } = image;
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!first || first.length !== second?.length) return 1;
      const tells = 24;
      const others = first.filter((value, at) => Math.abs(value - (second[at] ?? 0)) > tells);
      return others.length / first.length;
    },
    [one, other],
  );
}
