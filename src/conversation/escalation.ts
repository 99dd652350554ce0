/**
 * The escalation state machine: who answers the visitor, and how that changes. Pure and total: every
 * input is answered in every phase, and the same state, input and clock give the same step.
 */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import {
  declineOffer,
  end,
  holdsSeat,
  mayOfferUnasked,
  offer,
  record,
  refuse,
  refuseOff,
  refuseOffer,
  refuseUnseated,
  request,
  seated,
  stillWaiting,
  toAssistant,
} from './escalation-moves.ts';
import {
  type Answered,
  isLinkOpen,
  type Effect,
  type Escalation,
  type Input,
  type Open,
  type Rules,
  type Seat,
  type Step,
} from './escalation-state.ts';
import {
  onContactSettled,
  onContactStopped,
  onMailSettled,
  onNotifyAgain,
  onReminded,
} from './escalation-receipts.ts';
import { onUnderstood, onVisitorSaid } from './escalation-words.ts';
import { onWaitWentOn } from './ladder.ts';

/** The assistant offers a person after this many answers in a row that it did not have. */
const OFFER_AFTER_UNANSWERED = 2;

/** A visitor may leave this many addresses: each is mailed to the team. */
export const MAX_CONTACTS = 3;

/** What a conversation does next. */
export function step(state: Escalation, input: Input, now: Millis, rules: Rules): Step {
  if (state.phase === 'ended') return whileEnded(state, input);
  switch (input.type) {
    case 'visitor_said':
      return onVisitorSaid(state, input.label, now, rules);
    case 'understood':
      return onUnderstood(state, input, now, rules);
    case 'human_asked':
      return onHumanAsked(state, now, rules);
    case 'offer_answered':
      if (state.phase !== 'offered') return refuseOffer(state);
      return input.accept ? request(state, state.reason, now, rules) : declineOffer(state, now);
    case 'wait_cancelled':
      if (state.phase !== 'waiting')
        return refuse(state, 'not_allowed', 'There is no wait to cancel.');
      return {
        state: toAssistant({ ...state, link: null, declined: true }, now),
        effects: [record({ event: 'escalation.cancelled', by: 'visitor' })],
      };
    case 'contact_left':
      return onContactLeft(state, input.email);
    case 'assistant_answered':
      return onAssistantAnswered(state, input, now, rules);
    case 'took_over':
      return onTookOver(state, input, now);
    case 'agent_said':
      return holdsSeat(state, input.id) ? { state, effects: [] } : refuseUnseated(state);
    case 'handed_back':
      return onHandedBack(state, input, now);
    case 'agent_ended':
      if (!holdsSeat(state, input.id)) return refuseUnseated(state);
      return end(state, 'agent', now);
    case 'visitor_ended':
      return end(state, 'visitor', now);
    case 'went_idle':
      return end(state, 'idle', now);
    case 'seat_lost':
      return onSeatLost(state, now);
    case 'seat_resumed':
      return onSeatResumed(state, input.seat, now);
    case 'seat_forgotten':
      return { state: forgetting(state, input.id), effects: [] };
    case 'wait_went_on':
      return onWaitWentOn(state, now, rules);
    case 'mail_settled':
      return onMailSettled(state, input);
    case 'reminded':
      return onReminded(state, input.escalation);
    case 'contact_settled':
      return onContactSettled(state, input);
    case 'notify_again':
      return onNotifyAgain(state, input.escalation);
    case 'settings_changed':
      return onSettingsChanged(state, input.enabled, now, rules);
    default:
      return assertNever(input);
  }
}

function onHumanAsked(state: Open, now: Millis, rules: Rules): Step {
  switch (state.phase) {
    case 'assistant':
      return state.enabled ? offer(state, 'button', now, rules) : refuseOff(state);
    case 'offered':
      // A second press is no yes: the offer itself has a button for that.
      if (state.latest) return refuse(state, 'not_allowed', 'An offer is open already.');
      return offer(state, 'button', now, rules);
    case 'waiting':
      return { state, effects: [stillWaiting(state, now)] };
    case 'human':
      return refuse(state, 'not_allowed', `${state.seat.name} is here already.`);
    default:
      return assertNever(state);
  }
}

function onAssistantAnswered(state: Open, input: Answered, now: Millis, rules: Rules): Step {
  if (input.generation !== state.generation || state.phase === 'human')
    return { state, effects: [] };
  const unanswered = input.answered ? 0 : state.unanswered + 1;
  const said: Effect[] = [{ type: 'utter' }];
  if (state.phase === 'offered')
    return { state: { ...state, unanswered, latest: false }, effects: said };
  if (
    state.phase === 'assistant' &&
    (unanswered >= OFFER_AFTER_UNANSWERED || input.isSpent) &&
    input.isLast &&
    mayOfferUnasked(state)
  ) {
    const offered = offer({ ...state, unanswered: 0 }, 'unanswered', now, rules);
    return { state: offered.state, effects: [...said, ...offered.effects] };
  }
  // Most answers change nothing, and what has not changed is not written.
  return {
    state: unanswered === state.unanswered ? state : { ...state, unanswered },
    effects: said,
  };
}

function onTookOver(state: Open, input: { seat: Seat; force: boolean }, now: Millis): Step {
  const { seat } = input;
  if (seat.escalation !== null && !isLinkOpen(state, seat.escalation, seat.id)) {
    return refuse(state, 'expired', 'This link is no longer open.');
  }
  if (state.phase === 'human') {
    if (state.seat.id === seat.id)
      return refuse(state, 'not_allowed', 'This conversation is yours already.');
    if (!input.force) {
      return {
        state,
        effects: [
          {
            type: 'refuse',
            code: 'already_taken',
            message: `${state.seat.name} has this conversation.`,
            agent: state.seat.name,
          },
        ],
      };
    }
    return {
      state: seated(state, seat, now),
      effects: [record({ event: 'takeover.started', name: seat.name, from: state.seat.name })],
    };
  }
  return {
    state: seated(state, seat, now),
    effects: [{ type: 'silence' }, record({ event: 'takeover.started', name: seat.name })],
  };
}

function onHandedBack(state: Open, input: { id: string; note: string }, now: Millis): Step {
  if (state.phase !== 'human' || state.seat.id !== input.id) return refuseUnseated(state);
  const { name } = state.seat;
  const effects = [record({ event: 'takeover.ended', name })];
  if (input.note) effects.push(record({ event: 'note.left', name, note: input.note }));
  return {
    state: toAssistant(
      { ...state, note: input.note || null, generation: state.generation + 1 },
      now,
    ),
    effects: [...effects, { type: 'pick_up' }],
  };
}

/** Whoever took over is gone: the visitor is told, and whatever they said last is answered after all. */
function onSeatLost(state: Open, now: Millis): Step {
  if (state.phase !== 'human') return { state, effects: [] };
  const { seat } = state;
  return {
    state: toAssistant({ ...state, generation: state.generation + 1, lost: seat }, now),
    effects: [record({ event: 'takeover.lost', name: seat.name }), { type: 'pick_up' }],
  };
}

/** They are back, and nobody else took over meanwhile. */
function onSeatResumed(state: Open, seat: Seat, now: Millis): Step {
  if (state.phase === 'human' || state.lost?.id !== seat.id) return { state, effects: [] };
  return {
    state: seated(state, seat, now),
    effects: [
      { type: 'silence' },
      record({ event: 'takeover.started', name: seat.name, isBack: true }),
    ],
  };
}

function forgetting(state: Open, id: string): Open {
  return state.lost?.id === id ? { ...state, lost: null } : state;
}

function onContactLeft(state: Open, email: string): Step {
  if (!state.enabled && state.contact !== 'asked') return refuseOff(state);
  if (state.contacts >= MAX_CONTACTS)
    return refuse(state, 'budget_spent', 'The team has your address already.');
  const contact = state.contacts + 1;
  const effects = [record({ event: 'contact.captured', email })];
  if (state.enabled) effects.push({ type: 'pass_on', contact });
  return { state: { ...state, contact: 'left', contacts: contact }, effects };
}

function onSettingsChanged(state: Open, enabled: boolean, now: Millis, rules: Rules): Step {
  if (state.enabled === enabled) return { state: withHours(state, now, rules), effects: [] };
  const changed = record({ event: 'settings.changed', escalationEnabled: enabled });
  if (enabled) return { state: { ...state, enabled }, effects: [changed] };
  const stopped = onContactStopped({ ...state, enabled, link: null });
  const { state: off } = stopped;
  const effects = [changed, ...stopped.effects];
  switch (off.phase) {
    case 'offered':
      return { state: toAssistant(off, now), effects: [...effects, { type: 'pick_up' }] };
    case 'waiting':
      return {
        state: toAssistant(off, now),
        effects: [...effects, record({ event: 'escalation.cancelled', by: 'disabled' })],
      };
    case 'assistant':
    case 'human':
    case 'ended':
      return { state: off, effects };
    default:
      return assertNever(off);
  }
}

/** A wait that does not count yet, because nobody of the team was there, may count from another moment. */
function withHours(state: Open, now: Millis, rules: Rules): Open {
  if (state.phase !== 'waiting' || state.from <= now) return state;
  const from = rules.backAt(now) ?? now;
  return from === state.from ? state : { ...state, from };
}

/**
 * An ended conversation changes no more, but for what becomes of an address. What the visitor or an agent
 * attempts is answered; the rest is late.
 */
function whileEnded(state: Escalation, input: Input): Step {
  switch (input.type) {
    case 'assistant_answered':
    case 'understood':
    case 'mail_settled':
    case 'reminded':
    case 'wait_went_on':
    case 'seat_lost':
    case 'seat_resumed':
    case 'seat_forgotten':
    case 'went_idle':
      return { state, effects: [] };
    case 'contact_settled':
      return onContactSettled(state, input);
    case 'settings_changed': {
      const changed = { ...state, enabled: input.enabled };
      return input.enabled ? { state: changed, effects: [] } : onContactStopped(changed);
    }
    default:
      return refuse(state, 'ended', 'This conversation has ended.');
  }
}
