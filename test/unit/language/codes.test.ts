import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  chooseTongue,
  directionOf,
  isSameTongue,
  tongueOf,
  TONGUES,
} from '../../../src/language/codes.ts';

const ROOT = join(import.meta.dirname, '../../..');

const codesIn = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder)).flatMap((file) =>
    file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
  );

describe('the languages', () => {
  it('are those that have a file of sentences', () => {
    expect(codesIn('src/language/tongues', '.ts').sort()).toEqual([...TONGUES].sort());
  });

  it('are at least those that requests for a person are understood in', () => {
    const understood = codesIn('scripts/train/intent', '.txt');
    expect(understood.length).toBeGreaterThan(60);
    expect(understood.filter((code) => tongueOf(code) === undefined)).toEqual([]);
  });
});

describe('a browser’s or a page’s language', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['pt-BR', 'pt'],
    ['nb-NO', 'no'],
    ['nn', 'no'],
    ['iw', 'he'],
    ['in-ID', 'id'],
    ['tl-PH', 'fil'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-SG', 'zh'],
    ['zh-TW', 'zh-hant'],
    ['zh-HK', 'zh-hant'],
    ['zh-Hant-TW', 'zh-hant'],
  ])('%s is %s', (tag, tongue) => {
    expect(tongueOf(tag)).toBe(tongue);
  });

  it.each(['eo', '', '-', 'x-klingon', 'constructor', '__proto__', 'd e'])(
    'is none of ours: “%s”',
    (tag) => {
      expect(tongueOf(tag)).toBeUndefined();
    },
  );

  it('is the first that is one of ours, or else English', () => {
    expect(chooseTongue([undefined, '', 'eo', 'fr-CA', 'de'])).toBe('fr');
    expect(chooseTongue(['eo', 'la'])).toBe('en');
    expect(chooseTongue([])).toBe('en');
  });
});

it('is written from right to left in four of them', () => {
  expect(TONGUES.filter((tongue) => directionOf(tongue) === 'rtl')).toEqual([
    'ar',
    'fa',
    'he',
    'ur',
  ]);
});

it('is the same for two scripts or regions', () => {
  expect(isSameTongue('zh', 'zh-hant')).toBe(true);
  expect(isSameTongue('de-AT', 'de')).toBe(true);
  expect(isSameTongue('de', 'da')).toBe(false);
});
