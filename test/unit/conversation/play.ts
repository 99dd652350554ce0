import {
  begin,
  type Effect,
  type Escalation,
  type Input,
  type Rules,
  type Seat,
  type Step,
} from '../../../src/conversation/escalation-state.ts';
import { step } from '../../../src/conversation/escalation.ts';
import { RULES } from './rules.ts';

/** When a played conversation begins. */
export const START = 1_800_000_000_000;

export const asks: Input = { type: 'human_asked' };
export const yes: Input = { type: 'offer_answered', accept: true };
export const cancels: Input = { type: 'wait_cancelled' };
export const goesOn: Input = { type: 'wait_went_on' };
export const switchesOff: Input = { type: 'settings_changed', enabled: false };
export const switchesOn: Input = { type: 'settings_changed', enabled: true };

export const alex: Seat = { id: 'key:alex', isLasting: true, name: 'Alex', escalation: 1 };
export const robin: Seat = { id: 'member:robin', isLasting: true, name: 'Robin', escalation: null };

export const takesOver = (seat: Seat, force = false): Input => ({ type: 'took_over', seat, force });

/** The provider has accepted or refused the call of an escalation. */
export const mailed = (accepted: boolean, escalation = 1): Input => ({
  type: 'mail_settled',
  escalation,
  accepted,
});

/** Plays inputs, all at one moment; answers where they lead and what the last one caused. */
export function play(
  start: Escalation,
  inputs: readonly Input[],
  now = START,
  rules: Rules = RULES,
): Step {
  let result: Step = { state: start, effects: [] };
  for (const input of inputs) result = step(result.state, input, now, rules);
  return result;
}

/** A new conversation in which that has happened. */
export function after(...inputs: Input[]): Escalation {
  return play(begin(true, START), inputs).state;
}

/** The names of the events among effects. */
export function events(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'record' ? [effect.event.event] : []));
}

/** The kinds of effects, in their order. */
export function types(effects: readonly Effect[]): string[] {
  return effects.map(({ type }) => type);
}
