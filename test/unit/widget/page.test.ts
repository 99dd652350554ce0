import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../src/protocol/entry.ts';
import type { Welcome } from '../../../src/protocol/frames.ts';
import type { Call } from '../../../widget/visitor/page.ts';
import { createPage } from '../../../widget/visitor/page/page.ts';
import type { Session } from '../../../widget/visitor/view.ts';
import { EMPTY_VIEW } from '../../../widget/visitor/view.ts';
import { ASSISTANT } from './fake-server.ts';

const still = () => {};

function setUp() {
  const calls: Call[] = [];
  const done: unknown[] = [];
  const session: Session = {
    view: EMPTY_VIEW,
    show: still,
    act: (action) => void done.push(action),
    tell: (frame) => void done.push(frame),
    retry: still,
    discard: still,
    reset: () => void done.push('reset'),
  };
  const page = createPage({ calls, session, title: () => document.title });
  /** Does something, and answers with what the session was asked for over it. */
  const during = (does: () => void) => {
    done.length = 0;
    does();
    return [...done];
  };
  const baton = (...call: Call) => {
    calls.push(call);
    return during(page.attend);
  };
  return { baton, calls, during, page };
}

/** The same, with the chat connected: the server has greeted, and knows the page. */
function setUpGreeted() {
  const all = setUp();
  all.page.saw(welcome({}));
  return all;
}

const said = (seq: number): Entry => ({
  seq,
  at: seq,
  kind: 'message',
  author: { role: 'assistant' },
  text: `${seq}`,
});

const welcome = (over: Partial<Welcome>): Welcome => ({
  type: 'welcome',
  protocol: 1,
  role: 'visitor',
  conversation: 'c1',
  seq: 0,
  state: ASSISTANT,
  entries: [],
  ...over,
});

const here = { url: 'https://shop.example/tents', title: 'Tents' };

beforeEach(() => {
  vi.stubGlobal('location', { href: here.url });
  vi.stubGlobal('document', { title: here.title });
  return () => vi.unstubAllGlobals();
});

describe('the server', () => {
  it('is told of the page once it has greeted, and again only once it is another one', () => {
    const { during, page } = setUp();
    expect(during(page.attend)).toEqual([]);
    expect(during(() => page.saw(welcome({})))).toEqual([{ type: 'page', page: here }]);
    expect(during(page.attend)).toEqual([]);
    vi.stubGlobal('document', { title: 'Boots' });
    expect(during(page.attend)).toEqual([{ type: 'page', page: { ...here, title: 'Boots' } }]);
  });

  it('is told who the visitor is as the page passed it, once, and again after every reconnect', () => {
    const { baton, during, page } = setUpGreeted();
    const visitor = { id: 7, name: 'Ada', hash: 'f00' };
    baton('identify', visitor);
    expect(baton('attributes', { plan: 'pro' })).toEqual([
      { type: 'identify', visitor, attributes: { plan: 'pro' } },
    ]);
    const attributes = { plan: 'pro', seats: 3 };
    expect(baton('attributes', { seats: 3 })).toEqual([{ type: 'identify', visitor, attributes }]);
    expect(during(page.attend)).toEqual([]);
    expect(during(() => page.saw(welcome({})))).toContainEqual({
      type: 'identify',
      visitor,
      attributes,
    });
  });

  it('is told that the visitor is nobody once the page takes it back, and nothing more after a reset', () => {
    const { baton } = setUpGreeted();
    baton('identify', { id: '7' });
    expect(baton('identify', null)).toEqual([{ type: 'identify', visitor: {} }]);
    baton('identify', { email: 'ada@example.com' });
    expect(baton('reset')).toEqual(['reset']);
    expect(baton('send', 'Hi')).toEqual([{ type: 'say', text: 'Hi' }]);
  });

  it('is spared what has no room in a frame, and what cannot be put into one', () => {
    vi.stubGlobal('reportError', still);
    const { baton } = setUpGreeted();
    baton();
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(baton('identify', loop)).toEqual([]);
    expect(baton('attributes', { big: 'x'.repeat(5_000) })).toEqual([]);
    expect(baton('send', 7)).toEqual([]);
  });
});

describe('the contact form', () => {
  it('knows the address that the page gave, if that is a text', () => {
    const { baton, page } = setUp();
    expect(page.traits()).toEqual({});
    baton('identify', { email: 'ada@example.com' });
    expect(page.traits()).toEqual({ email: 'ada@example.com' });
    baton('identify', { email: 7 });
    expect(page.traits()).toEqual({});
  });
});

describe('a page that listens', () => {
  async function heardBy(does: (page: ReturnType<typeof createPage>) => void) {
    const { calls, page } = setUp();
    const heard: unknown[] = [];
    calls.push(['on', 'message', ({ seq }: { seq: number }) => heard.push(seq)]);
    calls.push(['on', 'takeover.started', ({ name }: { name: string }) => heard.push(name)]);
    page.attend();
    does(page);
    await Promise.resolve();
    return heard;
  }

  it('hears of what comes, once each, and of nothing that was there before it', async () => {
    const taken: Entry = { seq: 4, at: 4, kind: 'event', event: 'takeover.started', name: 'Robin' };
    const heard = await heardBy((page) => {
      page.saw(welcome({ seq: 2, entries: [said(1), said(2)] }));
      for (const entry of [said(3), said(3), taken]) page.saw({ type: 'entry', entry });
    });
    expect(heard).toEqual([3, 'Robin']);
  });

  it('hears of what came while the connection was lost', async () => {
    const heard = await heardBy((page) => {
      page.saw(welcome({ seq: 1, entries: [said(1)] }));
      page.saw(welcome({ seq: 3, entries: [said(2), said(3)] }));
    });
    expect(heard).toEqual([2, 3]);
  });

  it('does not take for news the rest of a log too long for one frame', async () => {
    const heard = await heardBy((page) => {
      page.saw(welcome({ seq: 1, last: 3, entries: [said(1)] }));
      for (const seq of [2, 3, 4]) page.saw({ type: 'entry', entry: said(seq) });
    });
    expect(heard).toEqual([4]);
  });

  it('begins anew with another conversation', async () => {
    const heard = await heardBy((page) => {
      page.saw(welcome({ seq: 9 }));
      page.saw(welcome({ seq: 1, conversation: 'c2', entries: [said(1)] }));
      page.saw({ type: 'entry', entry: said(2) });
    });
    expect(heard).toEqual([2]);
  });
});
