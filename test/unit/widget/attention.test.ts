import { describe, expect, it, vi } from 'vitest';
import { alertFor, REST_MS, type Outlook } from '../../../widget/visitor/attention/alert.ts';
import { createLastTab, type Locks } from '../../../widget/visitor/attention/last-tab.ts';
import { createTitle } from '../../../widget/visitor/attention/title.ts';
import { GREET_EVERY_MS, isGreetingDue } from '../../../widget/visitor/greeting.ts';

const NOW = 1_800_000_000_000;

describe('the greeting', () => {
  it.each([
    ['nobody was greeted yet', undefined, true],
    ['the last one was just now', `${NOW}`, false],
    ['the last one was almost a day ago', `${NOW - GREET_EVERY_MS + 1}`, false],
    ['the last one was a day ago', `${NOW - GREET_EVERY_MS}`, true],
    ['the clock was put back by an hour', `${NOW + 3_600_000}`, false],
    ['the clock was put back by years', `${NOW + 900 * GREET_EVERY_MS}`, true],
    ['what is remembered is damaged', 'yesterday', true],
  ])('where %s', (_, last, isDue) => {
    expect(isGreetingDue(last, NOW)).toBe(isDue);
  });
});

describe('news', () => {
  const hidden: Outlook = {
    unread: 1,
    told: 0,
    isHidden: true,
    isLast: true,
    isQuiet: false,
    silence: Infinity,
  };

  it.each<[string, Partial<Outlook>, { calls: boolean; sounds: boolean }]>([
    ['calls and sounds in a page that nobody looks at', {}, { calls: true, sounds: true }],
    [
      'only sounds while the page is looked at',
      { isHidden: false },
      { calls: false, sounds: true },
    ],
    ['does nothing in other tabs', { isLast: false }, { calls: false, sounds: false }],
    ['that is read does nothing', { unread: 0 }, { calls: false, sounds: false }],
    ['that was told of goes on calling in silence', { told: 1 }, { calls: true, sounds: false }],
    [
      'calls in silence where the visitor wants that',
      { isQuiet: true },
      { calls: true, sounds: false },
    ],
    ['that comes fast sounds once', { silence: REST_MS - 1 }, { calls: true, sounds: false }],
    ['that comes later sounds again', { silence: REST_MS }, { calls: true, sounds: true }],
  ])('%s', (_, change, alert) => {
    expect(alertFor({ ...hidden, ...change })).toEqual(alert);
  });
});

describe('the title', () => {
  /** A page that tidies titles up, as browsers do. */
  function pageWith(own: string) {
    let shown = own;
    return {
      get title() {
        return shown;
      },
      set title(title: string) {
        shown = title.trim().replaceAll(/\s+/g, ' ');
      },
    };
  }

  it('comes back as it was', () => {
    const page = pageWith('A shop');
    const title = createTitle(page);
    title.call('1 unread  message');
    title.call('2 unread messages');
    expect(page.title).toBe('2 unread messages');
    expect([title.isCalling, title.own]).toEqual([true, 'A shop']);
    title.restore();
    expect(page.title).toBe('A shop');
    expect([title.isCalling, title.own]).toEqual([false, 'A shop']);
  });

  it('comes back as the page has changed it meanwhile', () => {
    const page = pageWith('A shop');
    const title = createTitle(page);
    title.call('1 unread message');
    page.title = 'The cart';
    title.restore();
    expect(page.title).toBe('The cart');
    title.call('1 unread message');
    page.title = 'The till';
    expect([title.isCalling, title.own]).toEqual([false, 'The till']);
    title.call('2 unread messages');
    title.restore();
    expect(page.title).toBe('The till');
  });

  it('is left alone where there was no call', () => {
    const page = pageWith('');
    createTitle(page).restore();
    expect(page.title).toBe('');
  });
});

describe('the tab that was looked at last', () => {
  /** A tab with locks as all tabs of a browser share them. Closing it lets go of its own. */
  function openTab() {
    const page = new AbortController();
    const closed = new Promise((resolve) => page.signal.addEventListener('abort', resolve));
    const locks: Locks = {
      request: (name, options, keep) =>
        navigator.locks.request(name, options, () => Promise.race([keep(), closed])),
    };
    return { tab: createLastTab(locks, 'shop'), close: () => page.abort() };
  }

  it('is the one that took it last, and another one once that is closed', async () => {
    const tabs = [openTab(), openTab(), openTab()] as const;
    const [one, other, third] = tabs;
    const isLast = (...expected: boolean[]) =>
      vi.waitFor(() => expect(tabs.map(({ tab }) => tab.isThis)).toEqual(expected));
    one.tab.take();
    await isLast(true, false, false);
    other.tab.take();
    await isLast(false, true, false);
    one.tab.take();
    one.tab.take();
    await isLast(true, false, false);
    third.tab.take();
    await isLast(false, false, true);
    third.close();
    await vi.waitFor(() => expect(one.tab.isThis || other.tab.isThis).toBe(true));
    expect(one.tab.isThis && other.tab.isThis).toBe(false);
  });

  it('is none where tabs cannot tell, or are forbidden to', async () => {
    const asked: string[] = [];
    const forbidden: Locks = {
      request(name) {
        asked.push(name);
        return Promise.reject(new DOMException('Forbidden', 'SecurityError'));
      },
    };
    const tabs = [createLastTab(undefined, 'shop'), createLastTab(forbidden, 'shop')];
    for (const tab of tabs) tab.take();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(tabs.map((tab) => tab.isThis)).toEqual([false, false]);
  });
});
