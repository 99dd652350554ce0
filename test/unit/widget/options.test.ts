import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../widget/visitor/options.ts';

describe('the attributes of the script’s tag', () => {
  it.each([
    [{}, ''],
    [{ color: '#ffcc00' }, ';--b-accent:#ffcc00;--b-on-accent:initial'],
    [{ theme: 'dark' }, ';--b-theme:dark'],
    [{ theme: 'auto' }, ''],
    [{ launcher: 'hidden' }, ';--b-closed:none'],
    [{ launcher: 'shown' }, ''],
  ])('%j say: %s', (options, style) => {
    expect(styleOf(options)).toBe(`;--b-x:20px;--b-y:20px${style}`);
  });

  it.each([
    ['24,96', 24, 96],
    ['24', 24, 24],
    ['0,0', 0, 0],
  ])('set it off by %j', (offset, x, y) => {
    expect(styleOf({ offset })).toBe(`;--b-x:${x}px;--b-y:${y}px`);
  });
});
