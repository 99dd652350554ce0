/** What a visitor's words mean to the state machine, and what the team should know about it. Pure. */
import type { Turn } from '../intent/strain.ts';
import type { Context, Detect, Verdict } from '../intent/verdict.ts';
import type { ConversationEvent, MessageEntry } from '../protocol/entry.ts';
import { mayBeMeant } from './escalation-moves.ts';
import type { Escalation, Input } from './escalation-state.ts';

/** What was decided, for the team. */
type Noted = ConversationEvent & { event: 'intent.decided' };

interface Decision {
  input: Input & { type: 'visitor_said' };
  /** Absent when nothing depended on the meaning, among people, or when a model is asked first. */
  noted?: Noted;
}

/** How many earlier messages the detector looks at. */
export const CONTEXT_MESSAGES = 10;

/** What a decision is made with. */
interface Means {
  detect: Detect;
  /** The messages before this one, oldest first; only called when it matters. */
  earlier: () => readonly MessageEntry[];
  /** Whether there is a model that may be asked when the detector is unsure. */
  mayAsk: boolean;
  /** Counts milliseconds. */
  clock: () => number;
}

/** Decides what the visitor meant. Synchronous: an offer that is certain never waits for a model. */
export function decide(
  state: Escalation,
  text: string,
  { detect, earlier, mayAsk, clock }: Means,
): Decision {
  if (state.phase === 'human' || state.phase === 'ended') {
    return { input: { type: 'visitor_said', label: 'other' } };
  }
  const before = clock();
  const verdict = detect(text, contextOf(state, earlier()));
  const ms = clock() - before;
  if (verdict.isUnsure && mayAsk && mayBeMeant(state)) {
    return { input: { type: 'visitor_said', label: null } };
  }
  return { input: { type: 'visitor_said', label: verdict.label }, noted: notedOf(verdict, ms) };
}

/** What was going on when a message came after these, oldest first. */
export function contextOf(state: Escalation, earlier: readonly MessageEntry[]): Context {
  return {
    turns: earlier.map(turnOf),
    offered: state.phase === 'offered' && state.latest,
  };
}

/** A verdict as the team reads it. */
export function notedOf({ label, score, tier, evidence }: Verdict, ms: number): Noted {
  return { event: 'intent.decided', label, score, tier, evidence, ms };
}

function turnOf({ author, text, unanswered, fallback }: MessageEntry): Turn {
  const isUnanswered = unanswered === true || fallback !== undefined;
  return { role: author.role, text, ...(isUnanswered && { isUnanswered }) };
}
