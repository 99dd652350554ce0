/**
 * Receipts: what the conversation may say of the team, because a mail provider accepted a mail. Each counts
 * once, however often it is brought. Pure.
 */
import { askForContact, record, refuse } from './escalation-moves.ts';
import type { Escalation, Open, Step } from './escalation-state.ts';

/**
 * A receipt, too: that the team has it is recorded once the provider has accepted the mail. An address is
 * mailed although the conversation has ended meanwhile, so its receipt counts then as well.
 */
export function onContactSettled(
  state: Escalation,
  input: { contact: number; accepted: boolean },
): Step {
  const { contact, accepted } = input;
  if (contact <= state.passedOn) return { state, effects: [] };
  return accepted
    ? { state: { ...state, passedOn: contact }, effects: [record({ event: 'contact.passed_on' })] }
    : missing(state, contact);
}

/** Nobody is mailed any more: of an address that is still on its way the visitor hears that it was not. */
export function onContactStopped(state: Escalation): Step {
  return state.contacts > state.passedOn ? missing(state, state.contacts) : { state, effects: [] };
}

/** Told once of each address, however often it is tried again. */
function missing(state: Escalation, contact: number): Step {
  if (contact <= state.missed) return { state, effects: [] };
  return {
    state: { ...state, missed: contact },
    effects: [record({ event: 'contact.failed' })],
  };
}

/** Records, once per wait, that the provider accepted the reminder. */
export function onReminded(state: Open, escalation: number): Step {
  const isNews = state.phase === 'waiting' && state.escalation === escalation && !state.isReminded;
  if (!isNews) return { state, effects: [] };
  return {
    state: { ...state, isReminded: true },
    effects: [record({ event: 'escalation.reminded', escalation })],
  };
}

/** The receipt. What the visitor reads about the team being told is recorded here and nowhere else. */
export function onMailSettled(state: Open, input: { escalation: number; accepted: boolean }): Step {
  if (
    state.phase !== 'waiting' ||
    state.escalation !== input.escalation ||
    state.notified !== 'pending'
  ) {
    return { state, effects: [] };
  }
  const { escalation } = input;
  return input.accepted
    ? {
        state: { ...state, notified: 'sent' },
        effects: [record({ event: 'notification.sent', escalation })],
      }
    : {
        state: askForContact({ ...state, notified: 'failed' }),
        effects: [record({ event: 'notification.failed', escalation })],
      };
}

/** Somebody of the team has a call tried again that failed. */
export function onNotifyAgain(state: Open, escalation: number): Step {
  const isFailed = state.phase === 'waiting' && state.notified === 'failed';
  if (!isFailed || state.escalation !== escalation) {
    return refuse(state, 'not_allowed', 'Nobody waits for that mail.');
  }
  return { state: { ...state, notified: 'pending' }, effects: [{ type: 'notify', escalation }] };
}
