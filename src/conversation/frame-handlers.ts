/** What each frame does, once it has passed the gate. */
import type { Detect } from '../intent/verdict.ts';
import type { AgentFrame, VisitorFrame } from '../protocol/frames.ts';
import { parseName } from '../team/name.ts';
import { CONTEXT_MESSAGES, decide } from './decide.ts';
import { type Escalation, isLinkOpen } from './escalation-state.ts';
import { agentInput, visitorInput } from './inputs.ts';
import { closeLink, publish } from './publish.ts';
import type { ConversationRecord } from './record.ts';
import {
  type AgentAttachment,
  mayResume,
  refuse,
  send,
  type VisitorAttachment,
} from './sockets.ts';
import type { Talk } from './talk.ts';
import type { Cause } from './transcript.ts';
import { roleOf } from './view.ts';
import { welcome } from './welcome.ts';

/** The longest log. At the fastest that two may write, it takes a quarter of an hour to fill. */
export const MAX_ENTRIES = 20_000;

const NO_NAME = {
  code: 'bad_frame',
  message: 'A name has something in it that can be read.',
} as const;

/** Handles a frame of the visitor. */
export function onVisitorFrame(
  talk: Talk,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: VisitorAttachment,
  frame: VisitorFrame,
  detect: Detect,
): void {
  if (frame.type === 'hello') {
    const { page, locale } = frame;
    const about = { ...record.about, ...(page && { page }), ...(locale && { locale }) };
    const isNews = JSON.stringify(about) !== JSON.stringify(record.about);
    if (isNews) talk.save({ ...record, about });
    welcome(talk, record, socket, attachment, frame.lastSeq);
    talk.liaison.visitorArrived();
    if (isNews) talk.liaison.changed();
    return;
  }
  if (frame.type === 'typing') {
    return publish(talk.ctx, { type: 'typing', role: 'visitor' }, 'agent');
  }
  // Whatever state it is in: nothing of it is to be left.
  if (frame.type === 'erase') return talk.ctx.waitUntil(talk.erase());
  const cause = { author: 'visitor', ref: frame.ref };
  if (answerAgain(talk, socket, cause)) return;
  if (frame.type !== 'say') return talk.act(visitorInput(frame), { cause }, socket);
  if (isFull(talk, socket, frame.ref)) return;
  const { input, noted } = decide(record.state, frame.text, {
    detect,
    earlier: () => talk.transcript.messages(CONTEXT_MESSAGES),
    // While an answer is under way, the next has not begun: nothing would wait for the model's opinion.
    mayAsk: talk.opinion !== undefined && !talk.turns.isRunning,
    clock: () => performance.now(),
  });
  const said = { kind: 'message', author: { role: 'visitor' }, text: frame.text } as const;
  talk.act(input, { said, cause, ...(noted && { noted }) }, socket);
}

/** Handles a frame of somebody from the team, who may or may not be the one who took over. */
export function onAgentFrame(
  talk: Talk,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: AgentAttachment,
  frame: AgentFrame,
): void {
  const { state } = record;
  if (frame.type === 'hello') return onAgentHello(talk, record, socket, attachment, frame.lastSeq);
  const isOwner = roleOf(attachment, state) === 'agent';
  const name = state.phase === 'human' ? state.seat.name : '';
  if (frame.type === 'typing') {
    if (isOwner) publish(talk.ctx, { type: 'typing', role: 'agent', name }, 'visitor');
    return;
  }
  const cause = { author: attachment.id, ref: frame.ref };
  if (answerAgain(talk, socket, cause)) return;
  if (frame.type !== 'say') {
    if (frame.type !== 'take_over')
      return talk.act(agentInput(frame, attachment), { cause }, socket);
    // A member goes by the name that the team knows, anybody else by one that is read as a name.
    const knownAs = attachment.member?.name ?? parseName(frame.name);
    if (knownAs === null) return refuse(socket, NO_NAME, frame.ref);
    const named = { ...frame, name: knownAs };
    // A seat that nobody sits in is not taken from anybody by the same name through the same link.
    const force = isReturning(talk, state, attachment, knownAs);
    const input = agentInput(force ? { ...named, force } : named, attachment);
    return talk.act(input, { cause }, socket);
  }
  if (isFull(talk, socket, frame.ref)) return;
  const said = { kind: 'message', author: { role: 'agent', name }, text: frame.text } as const;
  talk.act({ type: 'agent_said', id: attachment.id }, { said, cause }, socket);
}

function isReturning(
  talk: Talk,
  state: Escalation,
  attachment: AgentAttachment,
  name: string,
): boolean {
  if (state.phase !== 'human' || state.seat.name !== name) return false;
  return mayResume(talk.ctx, attachment, state.seat, Date.now());
}

function onAgentHello(
  talk: Talk,
  record: ConversationRecord,
  socket: WebSocket,
  attachment: AgentAttachment,
  lastSeq: number,
): void {
  const { state } = record;
  const seat = state.phase === 'human' ? state.seat : state.lost;
  const isTheirs = seat && mayResume(talk.ctx, attachment, seat, Date.now());
  if (isTheirs && hasSeenTakeover(talk, lastSeq)) {
    attachment.id = seat.id;
    socket.serializeAttachment(attachment);
  }
  const { escalation, id } = attachment;
  if (escalation !== null && !isLinkOpen(state, escalation, id)) {
    return closeLink(socket, state.phase === 'ended' ? 'ended' : 'expired');
  }
  welcome(talk, record, socket, attachment, lastSeq);
  talk.attendance.changed(attachment);
  // Whoever lost the seat has it again; a member who merely opens the conversation looks at it.
  const { lost } = state;
  const isBack = lost?.id === id && (attachment.member === undefined || lastSeq > 0);
  if (isBack) talk.act({ type: 'seat_resumed', seat: lost });
}

/** Whoever took over last has seen that they did; a newcomer who only follows the link has not. */
function hasSeenTakeover({ transcript }: Talk, lastSeq: number): boolean {
  const taken = transcript.events().findLast(({ event }) => event === 'takeover.started');
  return taken !== undefined && taken.seq <= lastSeq && lastSeq <= transcript.last().seq;
}

/** Refuses words that would make a log longer than any talk; what is under way can still be settled. */
function isFull(talk: Talk, socket: WebSocket, ref: string): boolean {
  if (talk.transcript.last().seq < MAX_ENTRIES) return false;
  const message = 'This chat has grown too long. Please end it and start a new one.';
  refuse(socket, { code: 'budget_spent', message }, ref);
  return true;
}

/** A frame that came before is answered with what it caused then. */
function answerAgain(talk: Talk, socket: WebSocket, cause: Cause): boolean {
  const entry = talk.transcript.find(cause);
  if (entry) send(socket, { type: 'entry', entry });
  return entry !== undefined;
}
