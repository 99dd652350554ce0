/** What a visitor's words mean to the state machine, and what the team should know about it. */
import { detect } from '../intent/detect.ts';
import type { Context } from '../intent/verdict.ts';
import type { ConversationEvent, MessageEntry } from '../protocol/entry.ts';
import type { Escalation, Input } from './escalation-state.ts';

export interface Decision {
  input: Input & { type: 'visitor_said' };
  /** Absent when nothing depended on the meaning: among people, nobody listens in. */
  noted?: ConversationEvent & { event: 'intent.decided' };
}

/** How many earlier messages the detector looks at. */
export const CONTEXT_MESSAGES = 4;

/**
 * Decides what the visitor meant. Synchronous: an offer never waits for a model. `earlier` is only
 * called when it matters. `clock` counts milliseconds.
 */
export function decide(
  state: Escalation,
  text: string,
  earlier: () => readonly MessageEntry[],
  clock: () => number,
): Decision {
  if (state.phase === 'human' || state.phase === 'ended') {
    return { input: { type: 'visitor_said', label: 'other' } };
  }
  const context: Context = {
    earlier: earlier().map((message) => message.text),
    offered: state.phase === 'offered' && state.latest,
  };
  const before = clock();
  const { label, score, tier, evidence } = detect(text, context);
  const ms = clock() - before;
  return {
    input: { type: 'visitor_said', label },
    noted: { event: 'intent.decided', label, score, tier, evidence, ms },
  };
}
