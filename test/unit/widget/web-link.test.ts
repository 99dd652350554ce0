import { describe, expect, it } from 'vitest';
import { WEB_LINK } from '../../../widget/visitor/web-link.ts';

const SHOP = 'https://shop.example/help/';

describe('a source’s address', () => {
  it.each([
    'https://a.example/x',
    'HTTP://a.example',
    '//a.example/x',
    '/demo#returns',
    'x?a=b:c',
    '#a',
  ])('leads somewhere: %s', (url) => {
    expect(WEB_LINK.test(url)).toBe(true);
    expect(new URL(url, SHOP).protocol).toMatch(/^https?:$/);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://%0aalert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript\r:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'blob:https://a.example/1',
    'httpss:x',
  ])('stays text where it is no web page’s: %j', (url) => {
    expect(WEB_LINK.test(url)).toBe(false);
    expect(new URL(url, SHOP).protocol).not.toMatch(/^https?:$/);
  });
});
