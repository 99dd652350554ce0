/**
 * Readable colours from the one accent a site chooses. Pure. Contrast and relative luminance as
 * WCAG 2.2 defines them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */

/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/** What WCAG's level AA asks of text. */
export const TEXT_CONTRAST = 4.5;

/** Stands in for a colour that is none. */
export const DEFAULT_ACCENT: Rgb = [31, 111, 92];

/** Reads `#rrggbb`; anything else is null. */
export function parseColor(color: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/** Writes `#rrggbb`. */
export function formatColor([red, green, blue]: Rgb): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`;
}

/** The contrast of two colours, from 1 (none) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** White or black, whichever reads better on `background`; the worse of grounds still gives 4.58. */
export function textOn(background: Rgb): Rgb {
  return contrast(background, WHITE) >= contrast(background, BLACK) ? WHITE : BLACK;
}

/** `color`, moved towards black or white just far enough to reach `ratio` on `surface`. */
export function readableOn(color: Rgb, surface: Rgb, ratio = TEXT_CONTRAST): Rgb {
  const target = textOn(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, target, share);
    if (contrast(mixed, surface) >= ratio) return mixed;
  }
  return target;
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [part(0), part(1), part(2)];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
