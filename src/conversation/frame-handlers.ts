/** What each frame does, once it has passed the gate. */
import { attach } from '../objects/attachments.ts';
import type { Millis } from '../protocol/entry.ts';
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
import type { Understanding } from './understanding.ts';
import { roleOf } from './view.ts';
import { welcome } from './welcome.ts';

/** The longest log. At the fastest that two may write, it takes a quarter of an hour to fill. */
export const MAX_ENTRIES = 20_000;

/**
 * All that a conversation stores. A newcomer is told all of its log at once, and some twenty may come
 * together: an object has 128 MB for all of them.
 */
export const MAX_STORED_BYTES = 4 * 1024 * 1024;

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
  { detect, writtenIn }: Understanding,
): void {
  if (frame.type === 'hello') {
    const { page, locale } = frame;
    const about = { ...record.about, ...(page && { page }), ...(locale && { locale }) };
    const isNews = JSON.stringify(about) !== JSON.stringify(record.about);
    if (isNews) talk.save({ ...record, about });
    welcome(talk, record, socket, attachment, frame.lastSeq);
    talk.liaison.visitorArrived();
    if (isNews && talk.record) talk.tellTeam(talk.record);
    return;
  }
  if (frame.type === 'page') return talk.acquaintance.moved(frame);
  if (frame.type === 'identify') return talk.acquaintance.introduced(frame);
  if (frame.type === 'typing') {
    return publish(talk.ctx, { type: 'typing', role: 'visitor' }, 'agent');
  }
  // Whatever state it is in: nothing of it is to be left.
  if (frame.type === 'erase') return talk.ctx.waitUntil(talk.erase());
  const cause = { author: 'visitor', ref: frame.ref };
  if (answerAgain(talk, socket, cause)) return;
  // What is under way can still be settled.
  const isMore = frame.type === 'say' || frame.type === 'ask_human';
  if (isMore && isFull(talk, socket, frame.ref)) return;
  if (frame.type !== 'say') return talk.act(visitorInput(frame), { cause }, socket);
  const { input, noted } = decide(record.state, frame.text, {
    detect,
    earlier: () => talk.transcript.messages(CONTEXT_MESSAGES),
    // While an answer is under way, the next has not begun: nothing would wait for the model's opinion.
    mayAsk: talk.opinion !== undefined && !talk.turns.isRunning,
    clock: () => performance.now(),
  });
  const said = { kind: 'message', author: { role: 'visitor' }, text: frame.text } as const;
  // Among people nothing of ours is said.
  const isOurs = record.state.phase !== 'human' && record.state.phase !== 'ended';
  const language = isOurs ? writtenIn(frame.text) : null;
  talk.act(input, { said, cause, writtenIn: language, ...(noted && { noted }) }, socket);
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
    // Whoever kept the page open is no better off than whoever opens the link now.
    if (!isOwner && hasExpired(attachment, Date.now())) return closeLink(socket, 'expired');
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

function hasExpired({ linkExpiresAt }: AgentAttachment, now: Millis): boolean {
  return linkExpiresAt !== undefined && linkExpiresAt <= now;
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
    attach(socket, attachment);
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

/** Refuses what would make a log longer than any talk. */
function isFull(talk: Talk, socket: WebSocket, ref: string): boolean {
  const { databaseSize } = talk.ctx.storage.sql;
  if (talk.transcript.last().seq < MAX_ENTRIES && databaseSize < MAX_STORED_BYTES) return false;
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
