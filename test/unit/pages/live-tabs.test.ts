import { describe, expect, it } from 'vitest';
import { close, hide, hideAll, inView, NO_TABS } from '../../../widget/agent/live/tabs.ts';
import { readTabs, show, writeTabs } from '../../../widget/agent/live/tabs.ts';

const three = ['a', 'b', 'c'].reduce(show, NO_TABS);

describe('open conversations', () => {
  it('are in view as far as there is room, the ones looked at last', () => {
    expect(inView(three, 1)).toEqual(['c']);
    expect(inView(three, 2)).toEqual(['b', 'c']);
    expect(inView(three, 4)).toEqual(['a', 'b', 'c']);
  });

  it('keep their places when one of them is looked at again', () => {
    const again = show(three, 'a');
    expect(again.open).toEqual(['a', 'b', 'c']);
    expect(inView(again, 2)).toEqual(['a', 'c']);
  });

  it('stay open when they are hidden, and make room for the one before', () => {
    const hidden = hide(three, 'c');
    expect(hidden.open).toEqual(['a', 'b', 'c']);
    expect(inView(hidden, 1)).toEqual(['b']);
    expect(inView(hideAll(three), 3)).toEqual([]);
    expect(hideAll(three).open).toEqual(['a', 'b', 'c']);
  });

  it('are gone when they are closed', () => {
    expect(close(three, 'b')).toEqual({ open: ['a', 'c'], recent: ['c', 'a'] });
  });

  it('are the same after a reload', () => {
    expect(readTabs(writeTabs(three))).toEqual(three);
  });

  it.each([null, '', '{', '{}', '[]', '[["a"]]', '[["a"],[1]]', '["a","b"]'])(
    'are none where what was kept is damaged: %j',
    (text) => {
      expect(readTabs(text)).toEqual(NO_TABS);
    },
  );

  it('are only in view where they are open', () => {
    expect(readTabs('[["a"],["b","a"]]')).toEqual({ open: ['a'], recent: ['a'] });
  });
});
