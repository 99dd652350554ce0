/**
 * The look's raw material, as CSS custom properties for a shadow root. Light or dark by the colour
 * scheme of its host. Lengths follow an 8 px grid.
 */
import { formatColor, parseColor, readableOn, textOn, DEFAULT_ACCENT } from './color.ts';
import type { Rgb } from './color.ts';

/** A style sheet's text. Needs the properties of {@link accentTokens} on the same element. */
export const TOKENS_CSS = `:host{
--b-surface:light-dark(#ffffff,#171a1f);
--b-raised:light-dark(#f2f4f5,#252a31);
--b-ink:light-dark(#14181c,#f2f4f6);
--b-muted:light-dark(#5b646d,#a9b1ba);
--b-line:light-dark(#e2e6e9,#343a43);
--b-danger:light-dark(#b3261e,#ff9b91);
--b-good:light-dark(#17774b,#6fd3a0)}
`;

/** The `--b-surface` and `--b-raised` above, which accents have to be told from, per theme. */
const SURFACES: readonly [light: Rgb, dark: Rgb] = [
  [255, 255, 255],
  [23, 26, 31],
];
const RAISED: readonly [light: Rgb, dark: Rgb] = [
  [242, 244, 245],
  [37, 42, 49],
];

/** A filled shape needs this much against its surface to be seen as a shape at all. */
const FILL_CONTRAST = 1.4;

/**
 * The custom properties that follow from a site's accent colour: fills, the text on them, and links,
 * each readable on the light and on the dark surface.
 *
 * @param color `#rrggbb`; anything else gives the default accent
 * @param fillContrast how far fills are told from what they stand on; 1 leaves the colour as it is
 */
export function accentTokens(color: string, fillContrast = FILL_CONTRAST): Record<string, string> {
  const accent = parseColor(color) ?? DEFAULT_ACCENT;
  const fills = SURFACES.map((surface) => readableOn(accent, surface, fillContrast));
  return {
    '--b-accent': lightDark(fills),
    '--b-on-accent': lightDark(fills.map(textOn)),
    '--b-link': lightDark(RAISED.map((raised) => readableOn(accent, raised))),
  };
}

function lightDark(colors: readonly Rgb[]): string {
  return `light-dark(${colors.map(formatColor).join()})`;
}

/** Sets custom properties on an element, past any content security policy for styles. */
export function applyTokens(
  element: { style: { setProperty(name: string, value: string): void } },
  tokens: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
}
