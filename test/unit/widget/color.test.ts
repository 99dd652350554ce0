import { describe, expect, it } from 'vitest';
import {
  contrast,
  formatColor,
  parseColor,
  readableOn,
  TEXT_CONTRAST,
  textOn,
} from '../../../widget/shared/color.ts';
import type { Rgb } from '../../../widget/shared/color.ts';
import { accentTokens, applyTokens, TOKENS_CSS } from '../../../widget/shared/tokens.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** Every colour of a coarse cube: 512 of them, corners and greys included. */
const CUBE = Array.from({ length: 512 }, (_, index): Rgb => {
  const part = (shift: number) => Math.round((((index >> shift) & 7) * 255) / 7);
  return [part(6), part(3), part(0)];
});

describe('contrast', () => {
  it('runs from 1 to 21, whichever colour comes first', () => {
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21, 5);
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21, 5);
    expect(contrast(WHITE, WHITE)).toBe(1);
  });

  it('agrees with the well-known boundary pair of greys on white', () => {
    expect(contrast([118, 118, 118], WHITE)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(contrast([119, 119, 119], WHITE)).toBeLessThan(TEXT_CONTRAST);
  });
});

it('finds readable text for every fill', () => {
  for (const fill of CUBE) {
    expect(contrast(textOn(fill), fill)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  }
});

it('makes every colour readable on every surface, and leaves a readable one alone', () => {
  for (const color of CUBE) {
    for (const surface of [WHITE, BLACK, [128, 128, 128] as const]) {
      const text = readableOn(color, surface);
      expect(contrast(text, surface)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  }
  expect(readableOn([31, 111, 92], WHITE)).toEqual([31, 111, 92]);
});

it('reads six hexadecimal digits and nothing else', () => {
  expect(parseColor('#1F6f5c')).toEqual([31, 111, 92]);
  for (const bad of ['1f6f5c', '#fff', '#1f6f5c0', '#1f6f5g', 'red', '']) {
    expect(parseColor(bad)).toBeNull();
  }
  expect(formatColor([0, 15, 255])).toBe('#000fff');
});

describe('the tokens of an accent', () => {
  it('name a fill, the text on it and links, for both themes', () => {
    expect(accentTokens('#1f6f5c')).toEqual({
      '--b-accent': 'light-dark(#1f6f5c,#1f6f5c)',
      '--b-on-accent': 'light-dark(#ffffff,#ffffff)',
      '--b-link': expect.stringMatching(/^light-dark\(#1f6f5c,#[0-9a-f]{6}\)$/),
    });
  });

  it('leave a colour as it is where it must not change, and have text on it that can be read', () => {
    expect(accentTokens('#fffff0')['--b-accent']).not.toContain('#fffff0,#fffff0');
    expect(accentTokens('#fffff0', 1)).toMatchObject({
      '--b-accent': 'light-dark(#fffff0,#fffff0)',
      '--b-on-accent': 'light-dark(#000000,#000000)',
    });
  });

  it('fall back to the default where the colour is none', () => {
    expect(accentTokens('url(javascript:1)')).toEqual(accentTokens('#1f6f5c'));
  });

  it('keep links readable on both themes, whatever the accent', () => {
    for (const accent of CUBE) {
      const [light, dark] = accentTokens(formatColor(accent))['--b-link']?.match(/#\w{6}/g) ?? [];
      const raised = TOKENS_CSS.match(/--b-raised:light-dark\((#\w{6}),(#\w{6})\)/) ?? [];
      for (const [link, surface] of [
        [light, raised[1]],
        [dark, raised[2]],
      ] as const) {
        const [text, ground] = [parseColor(link ?? ''), parseColor(surface ?? '')];
        expect(text && ground && contrast(text, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }
    }
  });

  it('are set on an element one by one', () => {
    const set: [string, string][] = [];
    applyTokens({ style: { setProperty: (...pair) => void set.push(pair) } }, { '--x': '1' });
    expect(set).toEqual([['--x', '1']]);
  });
});
