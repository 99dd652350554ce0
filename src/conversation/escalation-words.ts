/** What the visitor's words do to who answers them, at once or once it is understood what they mean. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Label, Millis } from '../protocol/entry.ts';
import {
  declineOffer,
  mayBeMeant,
  mayOfferUnasked,
  offer,
  record,
  request,
  stillWaiting,
  toAssistant,
} from './escalation-moves.ts';
import type { Effect, Open, Rules, Step } from './escalation-state.ts';

/** An open offer lapses with this many visitor messages that do not answer it. */
export const OFFER_LAPSES_AFTER_MESSAGES = 3;

/** The visitor said something, of which it may not be certain yet what it means. */
export function onVisitorSaid(state: Open, label: Label | null, now: Millis, rules: Rules): Step {
  if (label === null && mayBeMeant(state)) return { state, effects: [{ type: 'answer' }] };
  return onMeant(state, label ?? 'other', now, rules);
}

/** Late, and perhaps too late: what was meant only counts for as long as it would have then. */
export function onUnderstood(
  state: Open,
  { generation, label }: { generation: number; label: Label },
  now: Millis,
  rules: Rules,
): Step {
  if (generation !== state.generation || !mayBeMeant(state)) return { state, effects: [] };
  const meant = onMeant(state, label, now, rules);
  const effects = meant.effects.filter(({ type }) => type !== 'answer');
  // The answer that was begun is to words that meant something else.
  const isSettled = effects.some(({ type }) => SETTLES.has(type));
  if (!isSettled) return { state: meant.state, effects };
  // It may have been to other words as well, which are owed one where nothing but a line was said instead.
  const isOwed = effects.every(({ type }) => type === 'say');
  return {
    state: { ...meant.state, generation: state.generation + 1 },
    effects: [
      { type: 'silence' },
      { type: 'settle' },
      ...effects,
      ...(isOwed ? [{ type: 'pick_up' } as const] : []),
    ],
  };
}

/** What is done instead of answering. */
const SETTLES: ReadonlySet<Effect['type']> = new Set(['silence', 'say', 'notify', 'pick_up']);

function onMeant(state: Open, label: Label, now: Millis, rules: Rules): Step {
  switch (state.phase) {
    case 'assistant':
      if (label === 'ask_human') {
        if (state.enabled) return offer(state, 'asked', now, rules);
        return { state, effects: [{ type: 'say', line: { line: 'no_person_here' } }] };
      }
      if (label === 'frustrated' && mayOfferUnasked(state))
        return offer(state, 'frustrated', now, rules);
      return { state, effects: [{ type: 'answer' }] };
    case 'offered':
      return onSaidWhileOffered(state, label, now, rules);
    case 'waiting':
      if (label === 'ask_human') return { state, effects: [stillWaiting(state, now)] };
      return { state, effects: [{ type: 'answer' }] };
    case 'human':
      return { state, effects: [] };
    default:
      return assertNever(state);
  }
}

/** A typed yes or no counts only while the offer is the assistant's latest line. */
function onSaidWhileOffered(
  state: Open & { phase: 'offered' },
  label: Label,
  now: Millis,
  rules: Rules,
): Step {
  if (state.latest) {
    if (label === 'confirm' || label === 'ask_human')
      return request(state, state.reason, now, rules);
    if (label === 'decline') return declineOffer(state, now);
  }
  if (label === 'ask_human') return offer(state, 'asked', now, rules);
  const ignored = state.ignored + 1;
  if (ignored < OFFER_LAPSES_AFTER_MESSAGES) {
    return { state: { ...state, ignored }, effects: [{ type: 'answer' }] };
  }
  return {
    state: toAssistant({ ...state, declined: true }, now),
    effects: [record({ event: 'escalation.lapsed' }), { type: 'answer' }],
  };
}
