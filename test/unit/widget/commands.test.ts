import { describe, expect, it, vi } from 'vitest';
import { emit, obey } from '../../../widget/visitor/page/commands.ts';
import { queuedCalls } from '../../../widget/visitor/queue.ts';
import type { Call } from '../../../widget/visitor/page.ts';

function setUp() {
  const done: unknown[] = [];
  const calls: Call[] = [];
  const note = (name: string) => (first: unknown) => void done.push([name, first]);
  const commands = { send: note('send'), reset: note('reset') };
  const baton = (...call: Call) => {
    calls.push(call);
    obey(calls, commands);
  };
  return { baton, calls, commands, done };
}

/** What a microtask had to do is done. */
const settled = () => Promise.resolve();

describe('Baton(command, …)', () => {
  it('is obeyed in order, once', () => {
    const { calls, commands, done } = setUp();
    calls.push(['send', 'Hi'], ['reset'], ['send', 'Again']);
    obey(calls, commands);
    obey(calls, commands);
    expect(done).toEqual([
      ['send', 'Hi'],
      ['reset', undefined],
      ['send', 'Again'],
    ]);
  });

  it('does nothing with what it does not know or cannot use', () => {
    const { baton, calls, done } = setUp();
    const odd = [
      [],
      ['constructor'],
      ['__proto__'],
      [7],
      [null],
      ['on', 'open'],
      ['on', 'open', 7],
    ];
    for (const call of [...odd, ['off'], ['off', 'open', 7]]) baton(...call);
    expect([done, calls]).toEqual([[], []]);
  });

  it('goes on after a command that fails, which is reported as the page’s mistake', () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const { calls, done } = setUp();
    calls.push(['identify', {}], ['send', 'Hi']);
    obey(calls, {
      identify: () => {
        throw new Error('cyclic');
      },
      send: (text) => void done.push(text),
    });
    expect(done).toEqual(['Hi']);
    expect(report).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

describe('listeners', () => {
  it('hear of their event until they are taken off, one or all', async () => {
    const { baton, calls } = setUp();
    const heard: unknown[] = [];
    const listener = (detail: unknown) => void heard.push(detail);
    const other = () => void heard.push('other');
    baton('on', 'unread', listener);
    baton('on', 'unread', listener);
    baton('on', 'unread', other);
    emit(calls, 'unread', 1);
    emit(calls, 'open', 2);
    await settled();
    expect(heard).toEqual([1, 'other']);
    baton('off', 'unread', other);
    emit(calls, 'unread', 3);
    await settled();
    expect(heard).toEqual([1, 'other', 3]);
    baton('off', 'unread');
    emit(calls, 'unread', 4);
    await settled();
    expect(heard).toHaveLength(3);
    expect(calls).toEqual([]);
  });

  it('stay in the list, for the chat that comes after this one', () => {
    const { baton, calls } = setUp();
    const listener = () => {};
    baton('on', 'open', listener);
    baton('send', 'Hi');
    expect(calls).toEqual([['on', 'open', listener]]);
  });

  it('are called later, so that their mistakes do not reach the chat', () => {
    const { baton, calls } = setUp();
    let isCalled = false;
    baton('on', 'open', () => {
      isCalled = true;
    });
    emit(calls, 'open', undefined);
    expect(isCalled).toBe(false);
  });
});

describe('a stub on the page', () => {
  it('has its calls done afterwards, as it collected them', () => {
    const stub = Object.assign(() => {}, { q: [['open'], { length: 2, 0: 'send', 1: 'Hi' }] });
    expect(queuedCalls(stub)).toEqual([['open'], ['send', 'Hi']]);
  });

  it('may be missing, or something else entirely', () => {
    const odd = [undefined, null, 7, {}, () => {}, Object.assign(() => {}, { q: 'x' })];
    for (const stub of odd) expect(queuedCalls(stub)).toEqual([]);
    expect(queuedCalls({ q: [null, 7] })).toEqual([[], []]);
  });
});
