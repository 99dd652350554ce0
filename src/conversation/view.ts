/** What clients see of a conversation's state. Pure. */
import type { Tongue } from '../language/codes.ts';
import type { Role } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';
import type { Escalation } from './escalation-state.ts';
import type { Attachment } from './sockets.ts';

/**
 * The state machine as a visitor or an agent may see it. `away`: whoever took over is not connected.
 * `language`: what the visitor writes in.
 */
export function viewOf(state: Escalation, away: boolean, language?: Tongue): StateView {
  const view: StateView = {
    phase: state.phase,
    since: state.since,
    escalationEnabled: state.enabled,
  };
  if (state.phase === 'human') view.agent = { name: state.seat.name, away };
  if (state.phase === 'waiting') {
    const { since, notified, from } = state;
    view.waiting = { since, notified, ...(from > since && { backAt: from }) };
  }
  if (language !== undefined) view.language = language;
  if (state.contact === 'asked' && state.phase !== 'ended') view.asksContact = true;
  return view;
}

/** What a socket is to the conversation right now. */
export function roleOf(attachment: Attachment, state: Escalation): Role {
  if (attachment.side === 'visitor') return 'visitor';
  return state.phase === 'human' && state.seat.id === attachment.id ? 'agent' : 'watcher';
}

/** Whether clients would see no difference. */
export function isSameView(one: StateView, other: StateView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
