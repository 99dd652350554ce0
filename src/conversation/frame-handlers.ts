/** What each frame does, once it has passed the gate. */
import { warmUp } from '../intent/detect.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import { CONTEXT_MESSAGES, decide } from './decide.ts';
import { type Escalation, type Input, isLinkOpen } from './escalation-state.ts';
import { agentInput, visitorInput } from './inputs.ts';
import type { Doing } from './perform.ts';
import { closeLink, publish } from './publish.ts';
import type { ConversationRecord } from './record.ts';
import {
  type AgentAttachment,
  type Attachment,
  mayResume,
  refuse,
  send,
  type VisitorAttachment,
} from './sockets.ts';
import type { Cause, Transcript } from './transcript.ts';
import { roleOf } from './view.ts';

/** The longest log. At the fastest that two may write, it takes a quarter of an hour to fill. */
export const MAX_ENTRIES = 20_000;

/** What the handlers need of their conversation. */
export interface FrameHost {
  ctx: DurableObjectState;
  transcript: Transcript;
  /** Has the state machine decide, writes what follows, and tells everybody; a refusal goes to `socket`. */
  act(input: Input, doing: Doing, socket: WebSocket): void;
  save(record: ConversationRecord): void;
  welcome(socket: WebSocket, attachment: Attachment, lastSeq: number): void;
  publishState(): void;
}

/** Handles a frame of the visitor. */
export function onVisitorFrame(
  host: FrameHost,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: VisitorAttachment,
  frame: VisitorFrame,
): void {
  if (frame.type === 'hello') {
    const { page, locale } = frame;
    const about = { ...record.about, ...(page && { page }), ...(locale && { locale }) };
    if (JSON.stringify(about) !== JSON.stringify(record.about)) host.save({ ...record, about });
    host.welcome(socket, attachment, frame.lastSeq);
    // Its phrases are compiled once per isolate: while the visitor types, not while they wait.
    host.ctx.waitUntil(scheduler.wait(1).then(warmUp));
    return;
  }
  if (frame.type === 'typing') {
    return publish(host.ctx, { type: 'typing', role: 'visitor' }, 'agent');
  }
  const cause = { author: 'visitor', ref: frame.ref };
  if (answerAgain(host, socket, cause)) return;
  if (frame.type !== 'say') return host.act(visitorInput(frame), { cause }, socket);
  if (isFull(host, socket, frame.ref)) return;
  const earlier = () => host.transcript.messages(CONTEXT_MESSAGES);
  const { input, noted } = decide(record.state, frame.text, earlier, () => performance.now());
  const said = { kind: 'message', author: { role: 'visitor' }, text: frame.text } as const;
  host.act(input, { said, cause, ...(noted && { noted }) }, socket);
}

/** Handles a frame of somebody from the team, who may or may not be the one who took over. */
export function onAgentFrame(
  host: FrameHost,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: AgentAttachment,
  frame: AgentFrame,
): void {
  const { state } = record;
  if (frame.type === 'hello') return onAgentHello(host, record, socket, attachment, frame.lastSeq);
  const isOwner = roleOf(attachment, state) === 'agent';
  const name = state.phase === 'human' ? state.seat.name : '';
  if (frame.type === 'typing') {
    if (isOwner) publish(host.ctx, { type: 'typing', role: 'agent', name }, 'visitor');
    return;
  }
  const cause = { author: attachment.id, ref: frame.ref };
  if (answerAgain(host, socket, cause)) return;
  if (frame.type !== 'say') {
    // A seat that nobody sits in is not taken from anybody by the same name through the same link.
    const force = frame.type === 'take_over' && isReturning(host, state, attachment, frame.name);
    const input = agentInput(force ? { ...frame, force } : frame, attachment);
    return host.act(input, { cause }, socket);
  }
  if (isFull(host, socket, frame.ref)) return;
  const said = { kind: 'message', author: { role: 'agent', name }, text: frame.text } as const;
  host.act({ type: 'agent_said', id: attachment.id }, { said, cause }, socket);
}

function isReturning(
  host: FrameHost,
  state: Escalation,
  attachment: AgentAttachment,
  name: string,
): boolean {
  if (state.phase !== 'human' || state.seat.name !== name) return false;
  return mayResume(host.ctx, attachment, state.seat);
}

function onAgentHello(
  host: FrameHost,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: AgentAttachment,
  lastSeq: number,
): void {
  const { state } = record;
  // Whoever took over has seen it; a newcomer who only follows the link has not.
  const hasSeen = (host.transcript.timeOf(lastSeq) ?? 0) >= state.since;
  if (state.phase === 'human' && hasSeen && mayResume(host.ctx, attachment, state.seat)) {
    attachment.id = state.seat.id;
    socket.serializeAttachment(attachment);
  }
  const { escalation, id } = attachment;
  if (escalation !== null && !isLinkOpen(state, escalation, id)) {
    return closeLink(socket, state.phase === 'ended' ? 'ended' : 'expired');
  }
  host.welcome(socket, attachment, lastSeq);
  // The visitor sees that whoever took over is back.
  if (roleOf(attachment, state) === 'agent') host.publishState();
}

/** Refuses words that would make a log longer than any talk; what is under way can still be settled. */
function isFull(host: FrameHost, socket: WebSocket, ref: string): boolean {
  if (host.transcript.last().seq < MAX_ENTRIES) return false;
  const message = 'This chat has grown too long. Please end it and start a new one.';
  refuse(socket, { code: 'budget_spent', message }, ref);
  return true;
}

/** A frame that came before is answered with what it caused then. */
function answerAgain(host: FrameHost, socket: WebSocket, cause: Cause): boolean {
  const entry = host.transcript.find(cause);
  if (entry) send(socket, { type: 'entry', entry });
  return entry !== undefined;
}
