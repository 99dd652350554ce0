/** The moves from phase to phase, and the words for what they cause. Used by the rules in escalation.ts. */
import type { ConversationEvent, Millis, OfferReason } from '../protocol/entry.ts';
import type { RefusalCode } from '../protocol/frames.ts';
import type { Common, Effect, Escalation, Open, Rules, Seat, Step } from './escalation-state.ts';

/** Offers a person. */
export function offer(state: Open, reason: OfferReason, now: Millis, rules: Rules): Step {
  const backAt = rules.backAt(now);
  return {
    state: {
      ...common(backAt === null ? state : askForContact(state)),
      phase: 'offered',
      since: now,
      // An answer that is still being streamed would bury the offer: it is cut, and fenced off.
      generation: state.generation + 1,
      reason,
      latest: true,
      ignored: 0,
      backAt,
    },
    effects: [
      { type: 'silence' },
      record({ event: 'escalation.offered', reason, ...(backAt !== null && { backAt }) }),
    ],
  };
}

/** The visitor said yes: the team is called. */
export function request(state: Open, reason: OfferReason, now: Millis, rules: Rules): Step {
  const escalation = state.escalations + 1;
  const backAt = rules.backAt(now);
  return {
    state: {
      ...common(backAt === null ? state : askForContact(state)),
      phase: 'waiting',
      since: now,
      escalations: escalation,
      link: escalation,
      reason,
      escalation,
      notified: 'pending',
      rung: 'called',
      isReminded: false,
      from: backAt ?? now,
    },
    effects: [
      record({ event: 'escalation.requested', reason, ...(backAt !== null && { backAt }) }),
      { type: 'notify', escalation },
    ],
  };
}

/** The visitor said no. */
export function declineOffer(state: Open, now: Millis): Step {
  return {
    state: toAssistant({ ...state, declined: true }, now),
    // An answer that the offer cut short is owed again.
    effects: [record({ event: 'escalation.declined' }), { type: 'pick_up' }],
  };
}

/** Nobody says anything here any more. */
export function end(state: Open, by: 'visitor' | 'agent' | 'idle', now: Millis): Step {
  return {
    state: {
      ...common(withoutAsking(state)),
      phase: 'ended',
      since: now,
      generation: state.generation + 1,
      link: null,
      lost: null,
    },
    effects: [{ type: 'silence' }, record({ event: 'conversation.ended', by })],
  };
}

/** A person has the conversation, whoever had it before. */
export function seated(state: Open, seat: Seat, now: Millis): Escalation {
  return {
    ...common(withoutAsking(state)),
    phase: 'human',
    since: now,
    generation: state.generation + 1,
    unanswered: 0,
    note: null,
    lost: null,
    seat,
  };
}

/** The assistant has the conversation, again. */
export function toAssistant(state: Common, now: Millis): Escalation {
  return { ...common(withoutAsking(state)), phase: 'assistant', since: now };
}

/** Drops what only one phase knows, so that nothing of it lingers in storage. */
function common(state: Common): Common {
  const { since, generation, enabled, declined, unanswered, escalations, link, note } = state;
  const { contact, contacts, passedOn, missed, lost } = state;
  return {
    since,
    generation,
    enabled,
    declined,
    unanswered,
    escalations,
    link,
    note,
    contact,
    contacts,
    passedOn,
    missed,
    lost,
  };
}

/** An email address would help now, unless there is one. */
export function askForContact<S extends Common>(state: S): S {
  return state.contact === 'unasked' ? { ...state, contact: 'asked' } : state;
}

/** The visitor need not leave an address any more. */
function withoutAsking(state: Common): Common {
  return state.contact === 'asked' ? { ...state, contact: 'unasked' } : state;
}

/** Whether a person may be offered to somebody who did not ask for one. */
export function mayOfferUnasked(state: Common): boolean {
  return state.enabled && !state.declined;
}

/** Whether it depends on the meaning of what is said what happens next, so much that a model is asked. */
export function mayBeMeant(state: Escalation): boolean {
  return state.phase === 'assistant' || (state.phase === 'offered' && state.latest);
}

/** Whether that is the person who took over. */
export function holdsSeat(state: Escalation, id: string): boolean {
  return state.phase === 'human' && state.seat.id === id;
}

/** Tells how long the wait has been. */
export function stillWaiting(state: Open & { phase: 'waiting' }, now: Millis): Effect {
  const { notified, since, from } = state;
  const backAt = from > now ? from : null;
  return { type: 'say', line: { line: 'still_waiting', waitedMs: now - since, notified, backAt } };
}

/** Puts an event into the log. */
export function record(event: ConversationEvent): Effect {
  return { type: 'record', event };
}

/** Says no, and changes nothing. */
export function refuse(state: Escalation, code: RefusalCode, message: string): Step {
  return { state, effects: [{ type: 'refuse', code, message }] };
}

/** Says no where the owner has escalation switched off. */
export function refuseOff(state: Escalation): Step {
  return refuse(state, 'escalation_off', 'Nobody can be called into this chat.');
}

/** Says no to an answer that no offer asked for. */
export function refuseOffer(state: Escalation): Step {
  return state.enabled
    ? refuse(state, 'not_allowed', 'There is no offer to answer.')
    : refuseOff(state);
}

/** Says no to somebody who has not taken over. */
export function refuseUnseated(state: Escalation): Step {
  return refuse(state, 'not_allowed', 'Take over first.');
}
