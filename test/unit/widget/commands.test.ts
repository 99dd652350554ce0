import { describe, expect, it } from 'vitest';
import { createBaton, queuedCalls } from '../../../widget/visitor/commands.ts';
import type { Commands } from '../../../widget/visitor/commands.ts';

function setUp() {
  const done: unknown[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void done.push([name, ...args]);
  const commands: Commands = {
    open: note('open'),
    close: note('close'),
    toggle: note('toggle'),
    send: note('send'),
    identify: note('identify'),
    reset: note('reset'),
  };
  return { done, ...createBaton(commands) };
}

describe('Baton(command, …)', () => {
  it('does what it is told', () => {
    const { baton, done } = setUp();
    baton('open');
    baton('close');
    baton('toggle');
    baton('send', 'Hi');
    baton('identify', { email: 'ada@example.com', name: 'Ada' });
    baton('reset');
    expect(done).toEqual([
      ['open'],
      ['close'],
      ['toggle'],
      ['send', 'Hi'],
      ['identify', { email: 'ada@example.com' }],
      ['reset'],
    ]);
  });

  it('does nothing with what it does not know or cannot use', () => {
    const { baton, done } = setUp();
    for (const call of [
      [],
      ['constructor'],
      ['send'],
      ['send', 7],
      ['on', 'open'],
      ['on', 1, () => {}],
      ['off'],
    ]) {
      baton(...call);
    }
    baton('identify');
    baton('identify', { email: 7 });
    expect(done).toEqual([
      ['identify', {}],
      ['identify', {}],
    ]);
  });
});

describe('listeners', () => {
  it('hear of their event until they are taken off, one or all', async () => {
    const { baton, emit } = setUp();
    const heard: unknown[] = [];
    const listener = (detail: unknown) => void heard.push(detail);
    const other = () => void heard.push('other');
    baton('on', 'unread', listener);
    baton('on', 'unread', listener);
    baton('on', 'unread', other);
    emit('unread', 1);
    emit('open', 2);
    await Promise.resolve();
    expect(heard).toEqual([1, 'other']);
    baton('off', 'unread', other);
    emit('unread', 3);
    await Promise.resolve();
    expect(heard).toEqual([1, 'other', 3]);
    baton('off', 'unread');
    emit('unread', 4);
    await Promise.resolve();
    expect(heard).toHaveLength(3);
  });

  it('are called later, so that their mistakes do not reach the chat', () => {
    const { baton, emit } = setUp();
    let isCalled = false;
    baton('on', 'open', () => {
      isCalled = true;
    });
    emit('open');
    expect(isCalled).toBe(false);
  });
});

describe('a stub on the page', () => {
  it('has its calls done afterwards, as it collected them', () => {
    const stub = Object.assign(() => {}, { q: [['open'], { length: 2, 0: 'send', 1: 'Hi' }] });
    expect(queuedCalls(stub)).toEqual([['open'], ['send', 'Hi']]);
  });

  it('may be missing, or something else entirely', () => {
    for (const stub of [undefined, null, 7, {}, () => {}, Object.assign(() => {}, { q: 'x' })]) {
      expect(queuedCalls(stub)).toEqual([]);
    }
  });
});
