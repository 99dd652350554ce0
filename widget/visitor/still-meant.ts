import type { VisitorFrame } from '../../src/protocol/frames.ts';
import type { Phase, StateView } from '../../src/protocol/state.ts';
import type { Reffed } from '../shared/socket-types.ts';

/** The one phase in which a button makes sense; what is not here makes sense in all of them. */
const PHASE_OF: { readonly [Type in Reffed<VisitorFrame>['type']]?: Phase } = {
  ask_human: 'assistant',
  answer_offer: 'offered',
  cancel_wait: 'waiting',
};

/**
 * Whether a button pressed before a reconnect still means what it meant: a yes to one offer is none
 * to the next.
 */
export function isStillMeant(frame: Reffed<VisitorFrame>, state: StateView): boolean {
  return (PHASE_OF[frame.type] ?? state.phase) === state.phase;
}
