import { describe, expect, it } from 'vitest';
import { contrast, formatColor, parseColor, TEXT_CONTRAST } from '../../../widget/shared/color.ts';
import type { Rgb } from '../../../widget/shared/color.ts';
import { accentTokens, TOKENS_CSS } from '../../../widget/shared/tokens.ts';
import { STYLES } from '../../../widget/visitor/extra/styles.ts';

/** What WCAG's level AA asks of shapes that mean something. */
const SHAPE_CONTRAST = 3;

const THEMES = ['light', 'dark'] as const;

/** The two colours of a `light-dark()`. */
function pairOf(css: string | undefined): readonly [light: Rgb, dark: Rgb] {
  const [light, dark] = (css?.match(/#[0-9a-f]{6}/g) ?? []).map(parseColor);
  if (!light || !dark) throw new Error(`no two colours in ${css}`);
  return [light, dark];
}

const token = (name: string) => pairOf(new RegExp(`--b-${name}:([^;}]*)`).exec(TOKENS_CSS)?.[1]);

/** The badge is of one colour in all themes. */
function badge(): readonly [ground: Rgb, text: Rgb] {
  const [, ground = '', digit = ''] =
    /background:(#\w{6});color:#(\w)\2\2[;}]/.exec(STYLES.slice(STYLES.indexOf('.badge{'))) ?? [];
  const [fill, text] = [parseColor(ground), parseColor(`#${digit.repeat(6)}`)];
  if (!fill || !text) throw new Error('the badge has no colours');
  return [fill, text];
}

/** Every colour of a cube, in steps a person can just tell apart: 17 × 17 × 17 of them. */
const GRID = Array.from({ length: 17 ** 3 }, (_, index): Rgb => {
  const part = (step: number) => Math.min(255, (Math.floor(index / 17 ** step) % 17) * 16);
  return [part(2), part(1), part(0)];
});

describe.each(THEMES)('in the %s theme', (theme) => {
  const at = THEMES.indexOf(theme);
  const of = (pair: readonly [Rgb, Rgb]): Rgb => (at === 0 ? pair[0] : pair[1]);

  it('words, names and notes are readable wherever they stand', () => {
    for (const ground of ['surface', 'raised']) {
      for (const text of ['ink', 'muted', 'danger']) {
        const share = contrast(of(token(text)), of(token(ground)));
        expect(share, `${text} on ${ground}`).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }
    }
    expect(contrast(of(token('good')), of(token('surface')))).toBeGreaterThanOrEqual(
      SHAPE_CONTRAST,
    );
  });

  it('launcher, bubbles, buttons and links are readable in any colour a website may choose', () => {
    const [surface, raised] = [of(token('surface')), of(token('raised'))];
    const unreadable = GRID.filter((color) => {
      const look = accentTokens(formatColor(color));
      const accent = of(pairOf(look['--b-accent']));
      const link = of(pairOf(look['--b-link']));
      const shares = [
        contrast(of(pairOf(look['--b-on-accent'])), accent),
        contrast(link, surface),
        contrast(link, raised),
      ];
      return Math.min(...shares) < TEXT_CONTRAST;
    });
    expect(unreadable.map(formatColor)).toEqual([]);
  });
});

it('the badge is readable, and the launcher’s own colours before a website has told any', () => {
  expect(contrast(...badge())).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  expect(contrast([31, 111, 92], [255, 255, 255])).toBeGreaterThanOrEqual(TEXT_CONTRAST);
});
