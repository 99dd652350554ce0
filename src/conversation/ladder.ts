/**
 * The promise: a wait for a person does not go on in silence, nor for ever. The team is reminded, the
 * visitor is told how things stand and asked for an email address, and in the end the wait is over. Pure.
 */
import type { Millis } from '../protocol/entry.ts';
import { askForContact, record, toAssistant } from './escalation-moves.ts';
import type { Effect, Open, Rules, Rung, Step } from './escalation-state.ts';

type Waiting = Open & { phase: 'waiting' };

/** When the next rung of a wait is reached. */
export function nextRungAt({ rung, from }: Waiting, rules: Rules): Millis {
  return from + rules[UNTIL[rung]];
}

const UNTIL = { called: 'remindMs', reminded: 'askMs', asked: 'closeMs' } as const satisfies Record<
  Rung,
  keyof Rules
>;

/** Takes every rung that is due; late, after a crash for one, several at once. */
export function onWaitWentOn(state: Open, now: Millis, rules: Rules): Step {
  if (state.phase !== 'waiting') return { state, effects: [] };
  const waited = now - state.from;
  if (waited >= rules.closeMs) return close(state, now);
  const effects: Effect[] = [];
  let next = state;
  if (next.rung === 'called' && waited >= rules.remindMs) next = remind(next, effects);
  if (next.rung === 'reminded' && waited >= rules.askMs) next = ask(next, effects, now);
  return { state: next, effects };
}

/** Whoever was not reached is called again; whoever is being called needs no reminder. */
function remind(state: Waiting, effects: Effect[]): Waiting {
  const { escalation } = state;
  const next: Waiting = { ...state, rung: 'reminded' };
  if (state.notified === 'sent') effects.push({ type: 'remind', escalation });
  if (state.notified !== 'failed') return next;
  effects.push({ type: 'notify', escalation });
  return { ...next, notified: 'pending' };
}

function ask(state: Waiting, effects: Effect[], now: Millis): Waiting {
  const { notified, since } = state;
  const hasContact = state.contact === 'left';
  const waitedMs = now - since;
  effects.push({ type: 'say', line: { line: 'nobody_yet', waitedMs, notified, hasContact } });
  return askForContact({ ...state, rung: 'asked' });
}

/** Nobody came. The visitor is not pestered with another offer, and may ask for one any time. */
function close(state: Waiting, now: Millis): Step {
  return {
    state: askForContact(toAssistant({ ...state, link: null, declined: true }, now)),
    effects: [record({ event: 'escalation.expired' })],
  };
}
