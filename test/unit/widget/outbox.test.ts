import { describe, expect, it } from 'vitest';
import {
  enqueue,
  isAwaited,
  isSpoken,
  markSent,
  ready,
  refuse,
  retry,
  settle,
  unsend,
} from '../../../widget/shared/outbox.ts';
import type { Outbox, RefFrame } from '../../../widget/shared/outbox.ts';

type Frame = RefFrame & { text?: string };

const say = (ref: string): Frame => ({ type: 'say', ref, text: `text of ${ref}` });
const act = (ref: string): Frame => ({ type: 'ask_human', ref });
const queue = (...frames: Frame[]): Outbox<Frame> =>
  frames.reduce<Outbox<Frame>>((outbox, frame) => enqueue(outbox, frame, 1), []);
/** The outbox with the named frames on the wire. */
const sent = (outbox: Outbox<Frame>, ...names: string[]) =>
  markSent(
    outbox,
    outbox.map((item) => item.frame).filter((frame) => names.includes(frame.ref)),
  );
const refs = (frames: readonly Frame[]) => frames.map((frame) => frame.ref);
const order = (outbox: Outbox<Frame>) => outbox.map((item) => item.frame.ref);

describe('what goes on the wire', () => {
  it('is one spoken frame at a time, so that a refusal cannot turn two messages around', () => {
    const outbox = queue(say('a'), say('b'));
    expect(refs(ready(outbox))).toEqual(['a']);
    expect(ready(sent(outbox, 'a'))).toEqual([]);
    expect(refs(ready(settle(sent(outbox, 'a'), 'a')))).toEqual(['b']);
  });

  it('is every action up to the next spoken frame, for actions wait for nobody', () => {
    expect(refs(ready(queue(act('a'), act('b'), say('c'), act('d'))))).toEqual(['a', 'b', 'c']);
    expect(refs(ready(sent(queue(act('a'), say('b')), 'a')))).toEqual(['b']);
  });

  it('is everything unconfirmed again after the connection was lost, in the old order', () => {
    const outbox = sent(queue(act('a'), say('b'), say('c')), 'a', 'b');
    expect(refs(ready(unsend(outbox)))).toEqual(['a', 'b']);
    expect(order(unsend(outbox))).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what was refused, without holding up the rest', () => {
    expect(refs(ready(refuse(queue(say('a'), say('b')), 'a', 'Too long.')))).toEqual(['b']);
  });
});

describe('a refusal', () => {
  it('keeps words, with the reason, and drops a mere action', () => {
    const outbox = refuse(refuse(queue(say('a'), act('b')), 'a', 'Too long.'), 'b', 'Not now.');
    expect(outbox).toEqual([{ frame: say('a'), at: 1, isSent: false, failure: 'Too long.' }]);
  });

  it('is undone by a retry, behind what was said since and under the same ref', () => {
    const outbox = retry(refuse(queue(say('a'), say('b')), 'a', 'Budget.'), 'a');
    expect(order(outbox)).toEqual(['b', 'a']);
    expect(outbox.every((item) => item.failure === undefined)).toBe(true);
  });

  it('is what makes a retry possible: nothing else is sent twice by hand', () => {
    const outbox = queue(say('a'));
    expect(retry(outbox, 'a')).toBe(outbox);
    expect(retry(outbox, 'unknown')).toBe(outbox);
  });
});

it('takes a ref once', () => {
  expect(order(queue(say('a'), say('a')))).toEqual(['a']);
});

it('is left as it is by a confirmation of something else', () => {
  const outbox = queue(say('a'));
  expect(settle(outbox, 'b')).toBe(outbox);
});

it('knows words from actions: only words are awaited and outlive the page', () => {
  expect(isSpoken(say('a'))).toBe(true);
  expect(isSpoken({ type: 'leave_contact', ref: 'a', email: 'a@b.example' } as RefFrame)).toBe(
    true,
  );
  expect(isSpoken(act('a'))).toBe(false);
  expect(isAwaited(sent(queue(act('a')), 'a'))).toBe(false);
  expect(isAwaited(queue(say('a')))).toBe(false);
  expect(isAwaited(sent(queue(say('a')), 'a'))).toBe(true);
});
