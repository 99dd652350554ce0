import { expect, it } from 'vitest';
import type { VisitorFrame } from '../../../src/protocol/frames.ts';
import type { Phase } from '../../../src/protocol/state.ts';
import { isStillMeant } from '../../../widget/visitor/still-meant.ts';

const PHASES: Phase[] = ['assistant', 'offered', 'waiting', 'human', 'ended'];

const meantIn = (
  frame: Exclude<VisitorFrame, { type: 'hello' | 'typing' | 'page' | 'identify' }>,
) => PHASES.filter((phase) => isStillMeant(frame, { phase, since: 1, escalationEnabled: true }));

it('drops a button whose moment has passed, and only that', () => {
  expect(meantIn({ type: 'answer_offer', ref: 'r', accept: true })).toEqual(['offered']);
  expect(meantIn({ type: 'cancel_wait', ref: 'r' })).toEqual(['waiting']);
  expect(meantIn({ type: 'ask_human', ref: 'r' })).toEqual(['assistant']);
});

it('always means words', () => {
  expect(meantIn({ type: 'say', ref: 'r', text: 'Hi' })).toEqual(PHASES);
  expect(meantIn({ type: 'leave_contact', ref: 'r', email: 'a@b.example' })).toEqual(PHASES);
});

it('always means an end, and a deletion', () => {
  expect(meantIn({ type: 'end', ref: 'r' })).toEqual(PHASES);
  expect(meantIn({ type: 'erase', ref: 'r' })).toEqual(PHASES);
});
