import { describe, expect, it } from 'vitest';
import { keepIn, seatKey } from '../../../widget/agent/keep.ts';
import type { Keep } from '../../../widget/agent/keep.ts';
import { webUrl } from '../../../widget/agent/links.ts';
import { noticeLine } from '../../../widget/agent/lines.ts';
import { memoryOf } from '../../../widget/agent/memory.ts';
import { duration } from '../../../widget/agent/time.ts';

function keeping(): Keep {
  return keepIn(() => {
    throw new Error('blocked');
  });
}

describe('a browser that keeps nothing', () => {
  it('still remembers until the page is reloaded', () => {
    const keep = keeping();
    keep.set('a', '1');
    expect(keep.get('a')).toBe('1');
    keep.set('a', null);
    expect(keep.get('a')).toBeNull();
  });
});

describe('a browser whose storage is full', () => {
  it('remembers what was set last, and not what fitted before', () => {
    const kept: Record<string, string> = { a: 'old' };
    let isFull = true;
    const keep = keepIn(() => ({
      length: 1,
      clear: () => undefined,
      key: () => null,
      getItem: (key) => kept[key] ?? null,
      removeItem: (key) => delete kept[key],
      setItem(key, value) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        kept[key] = value;
      },
    }));
    keep.set('a', 'new');
    expect(keep.get('a')).toBe('new');
    isFull = false;
    keep.set('a', 'newer');
    expect(kept).toEqual({ a: 'newer' });
    expect(keep.get('a')).toBe('newer');
  });
});

describe('the key of a seat', () => {
  it('is 32 url-safe characters', () => {
    expect(seatKey(keeping(), 'c')).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });

  it('stays the same for one conversation and differs in another', () => {
    const keep = keeping();
    expect(seatKey(keep, 'c')).toBe(seatKey(keep, 'c'));
    expect(seatKey(keep, 'c')).not.toBe(seatKey(keep, 'd'));
  });

  it('is made anew when what was kept is no key', () => {
    const keep = keeping();
    keep.set('baton.seat.c', 'a b');
    expect(seatKey(keep, 'c')).toMatch(/^[\w-]{32}$/);
  });
});

describe('what the page remembers', () => {
  it('is the name everywhere and the draft for its conversation', () => {
    const keep = keeping();
    const one = memoryOf(keep, 'one');
    const other = memoryOf(keep, 'other');
    one.rememberName('Sam');
    one.rememberDraft('Half a thought');
    expect(other.name()).toBe('Sam');
    expect(other.draft()).toBe('');
    expect(memoryOf(keep, 'one').draft()).toBe('Half a thought');
  });
});

describe('a link', () => {
  it.each([
    ['https://acme.example/a', 'https://acme.example/a'],
    ['/demo#returns', 'https://chat.example/demo#returns'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['https://', null],
  ])('%j leads to %j', (url, expected) => {
    expect(webUrl(url, 'https://chat.example')).toBe(expected);
  });
});

describe('a duration', () => {
  it.each([
    [-1, '0:00'],
    [999, '0:00'],
    [1_000, '0:01'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
  ])('%i ms reads %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });
});

describe('a notice', () => {
  it('names whoever was quicker, or says colleague', () => {
    expect(noticeLine({ is: 'beaten', by: 'Kim' })).toBe('Kim was a moment quicker.');
    expect(noticeLine({ is: 'beaten', by: '' })).toBe('A colleague was a moment quicker.');
  });

  it('is nothing when there is nothing to tell', () => {
    expect(noticeLine({ is: 'none' })).toBeNull();
  });
});
