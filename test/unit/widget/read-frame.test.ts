import { expect, it } from 'vitest';
import type { ServerFrame } from '../../../src/protocol/frames.ts';
import { readFrame } from '../../../widget/shared/read-frame.ts';

const state = { phase: 'assistant', since: 1, escalationEnabled: true } as const;

const FRAMES: ServerFrame[] = [
  { type: 'welcome', protocol: 1, role: 'visitor', conversation: 'c', seq: 0, state, entries: [] },
  { type: 'entry', entry: { seq: 1, at: 1, kind: 'event', event: 'conversation.started' } },
  {
    type: 'entry',
    entry: { seq: 2, at: 1, kind: 'message', author: { role: 'visitor' }, text: '' },
  },
  { type: 'draft', turn: 1, text: '' },
  { type: 'state', state },
  { type: 'typing', role: 'agent' },
  { type: 'refused', code: 'ended', message: '' },
];

it('reads every frame of the protocol', () => {
  for (const frame of FRAMES) expect(readFrame(JSON.stringify(frame))).toEqual(frame);
});

it('takes nothing for a frame that lacks what makes it one', () => {
  for (const frame of FRAMES) {
    expect(readFrame(JSON.stringify({ type: frame.type }))).toBeNull();
  }
});

it('is null for everything else that can come down a socket', () => {
  for (const data of [
    'pong',
    '',
    'null',
    '[]',
    '"x"',
    '{"type":"later"}',
    new ArrayBuffer(2),
    null,
  ]) {
    expect(readFrame(data)).toBeNull();
  }
});
