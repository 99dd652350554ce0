/** Tells the connected what happened. Each frame is put into words once, however many hear it. */
import { CLOSE } from '../protocol/close-codes.ts';
import type { Entry } from '../protocol/entry.ts';
import { isTeamOnly } from '../protocol/entry.ts';
import type { ServerFrame } from '../protocol/frames.ts';
import type { StateView } from '../protocol/state.ts';
import type { Escalation } from './escalation-state.ts';
import { isLinkOpen } from './escalation-state.ts';
import { sendText } from '../objects/open-sockets.ts';
import { audience, send, type Side } from './sockets.ts';
import { roleOf } from './view.ts';

/** Sends one frame to everybody, or to one side. */
export function publish(ctx: DurableObjectState, frame: ServerFrame, side?: Side): void {
  const sockets = audience(ctx, side);
  if (sockets.length === 0) return;
  const text = JSON.stringify(frame);
  for (const [socket] of sockets) sendText(socket, text);
}

/** Sends new entries, in order, to those who may see them. */
export function publishEntries(ctx: DurableObjectState, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const isPrivate = entry.kind === 'event' && isTeamOnly(entry.event);
    publish(ctx, { type: 'entry', entry }, isPrivate ? 'agent' : undefined);
  }
}

/** Sends the state to everybody, and to each agent what they now are to the conversation. */
export function publishState(ctx: DurableObjectState, state: Escalation, view: StateView): void {
  publish(ctx, { type: 'state', state: view }, 'visitor');
  for (const [socket, attachment] of audience(ctx, 'agent')) {
    send(socket, { type: 'state', state: view, role: roleOf(attachment, state) });
  }
}

/** Lets go of everybody whose takeover link is no longer open. An ended conversation closes nobody out. */
export function closeDeadLinks(ctx: DurableObjectState, state: Escalation): void {
  if (state.phase === 'ended') return;
  for (const [socket, attachment] of audience(ctx, 'agent')) {
    if (attachment.side !== 'agent' || attachment.escalation === null) continue;
    if (!isLinkOpen(state, attachment.escalation, attachment.id)) closeLink(socket, 'expired');
  }
}

/** Tells an agent that their link leads nowhere, and hangs up. */
export function closeLink(socket: WebSocket, code: 'expired' | 'ended'): void {
  const message =
    code === 'ended' ? 'This conversation has ended.' : 'This link is no longer open.';
  send(socket, { type: 'refused', code, message });
  socket.close(CLOSE.linkClosed, 'link closed');
}
