import { describe, expect, it } from 'vitest';
import { placeAfter } from '../../../widget/agent/live/place.ts';

const before = ['a', 'b', 'c', 'd'];

describe('the keyboard’s place in the list', () => {
  it('goes with its card, wherever that goes', () => {
    expect(placeAfter('b', before, ['d', 'c', 'a', 'b'])).toBe('b');
  });

  it('is the next card’s once its own has gone, and not the top', () => {
    expect(placeAfter('b', before, ['a', 'c', 'd'])).toBe('c');
    expect(placeAfter('b', before, ['new', 'd', 'a'])).toBe('d');
  });

  it('is the card’s before it at the end of the list', () => {
    expect(placeAfter('d', before, ['a', 'b', 'c'])).toBe('c');
    expect(placeAfter('c', before, ['a'])).toBe('a');
  });

  it('is nowhere once nothing is left of what it was among', () => {
    expect(placeAfter('b', before, [])).toBeNull();
    expect(placeAfter('b', before, ['new'])).toBeNull();
    expect(placeAfter('x', before, ['a'])).toBeNull();
  });
});
