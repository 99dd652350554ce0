/** Who is connected, as what, and who hears what. What must outlive hibernation is in the attachment. */
import { CLOSE } from '../protocol/close-codes.ts';
import type { Dismissed } from '../monitor/report.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Refusal, ServerFrame } from '../protocol/frames.ts';
import { CLOCK_SLACK_MS } from '../monitor/dismissals.ts';
import { attach, attached } from '../objects/attachments.ts';
import {
  heardAt,
  longestSilent,
  openSockets,
  pingedAt,
  sendText,
} from '../objects/open-sockets.ts';
import type { Admission, SignedIn } from './admission.ts';
import type { Seat } from './escalation-state.ts';
import type { Bucket, Rate } from '../objects/rate.ts';
import { AGENT_RATE, VISITOR_RATE } from '../objects/rate.ts';

/** More tabs than this is no visitor, more than that no team. */
export const MAX_SOCKETS = { visitor: 20, agent: 120 } as const;

export type Side = keyof typeof MAX_SOCKETS;

export type Attachment = {
  /** Whether the socket has said hello. */
  greeted: boolean;
  bucket: Bucket;
  /** Frames that came too fast, less what was forgiven since: see gate.ts. */
  unheeded: number;
  /** How many entries it was told by its hellos: see welcome.ts. */
  told: number;
} & (
  | {
      side: 'visitor';
      /** Resumes this conversation; told in `welcome`. */
      token: string;
      /** The network it came from, hashed. */
      network: string;
      /** Its network's door counts this socket, and is told when it closes. */
      isCounted: boolean;
    }
  | {
      side: 'agent';
      /** What this person is recognised by. */
      id: string;
      /** The client brought `id` and will bring it again; otherwise it was made up for this socket. */
      isLasting: boolean;
      /** The escalation whose link was followed; null for a member. */
      escalation: number | null;
      /** Until when that link takes anything over, for whoever came by one. */
      linkExpiresAt?: Millis;
      /** When another socket of the same person's closed: what is left may be what they left behind. */
      aloneSince?: Millis;
      /** Who has signed in; absent for whoever came by a link. */
      member?: SignedIn;
    }
);

export type VisitorAttachment = Attachment & { side: 'visitor' };
export type AgentAttachment = Attachment & { side: 'agent' };

/** How fast a side may send. */
export function rateOf(side: Side): Rate {
  return side === 'visitor' ? VISITOR_RATE : AGENT_RATE;
}

/** What is remembered of a socket that was just introduced. */
export function attachmentFor(admission: Admission, now: Millis): Attachment {
  const bucket = { tokens: rateOf(admission.side).burst, at: now };
  const fresh = { greeted: false, bucket, unheeded: 0, told: 0 };
  if (admission.side === 'visitor') {
    const { token, network, isCounted } = admission;
    return { ...fresh, side: 'visitor', token, network, isCounted };
  }
  const { id, isLasting, escalation, linkExpiresAt, member } = admission;
  const link = linkExpiresAt !== undefined && { linkExpiresAt };
  const agent = { ...fresh, side: 'agent', id, isLasting, escalation, ...link } as const;
  if (!member) return agent;
  const { name, session, checkedAt } = member;
  return { ...agent, member: { id: member.id, name, session, checkedAt } };
}

export function attachmentOf(socket: WebSocket): Attachment {
  const attachment: Attachment = attached(socket);
  return attachment;
}

/** Sends one frame. A socket that dies under our hands is no error: its owner resumes from the log. */
export function send(socket: WebSocket, frame: ServerFrame): void {
  sendText(socket, JSON.stringify(frame));
}

/** Says no to a frame; `ref` is the frame's own. */
export function refuse(socket: WebSocket, why: Omit<Refusal, 'type' | 'ref'>, ref?: string): void {
  send(socket, { type: 'refused', ...why, ...(ref !== undefined && { ref }) });
}

/** Every greeted socket, with what is known of it. */
export function audience(ctx: DurableObjectState, side?: Side): [WebSocket, Attachment][] {
  return openSockets(ctx, side)
    .map((socket): [WebSocket, Attachment] => [socket, attachmentOf(socket)])
    .filter(([, attachment]) => attachment.greeted);
}

/** Hangs up on a member, or on one of their sessions. True if there was anybody to hang up on. */
export function dismiss(ctx: DurableObjectState, { member, session, at }: Dismissed): boolean {
  let hungUp = false;
  for (const socket of openSockets(ctx, 'agent')) {
    const attachment = attachmentOf(socket);
    if (attachment.side !== 'agent' || attachment.member?.id !== member) continue;
    if (session !== undefined && attachment.member.session !== session) continue;
    if (attachment.member.checkedAt > at + CLOCK_SLACK_MS) continue;
    socket.close(CLOSE.dismissed, 'signed out');
    hungUp = true;
  }
  return hungUp;
}

/** A socket without any sign of life for this long is not there any more: its client pings more often. */
export const SILENT_AFTER_MS = 150_000;

/** Hangs up on sockets that died without a word: their clients, if any, come back. */
export function hangUpOnSilent(ctx: DurableObjectState, now: Millis): void {
  for (const socket of openSockets(ctx)) {
    if (now - heardAt(ctx, socket) > SILENT_AFTER_MS) socket.close(1000, 'no sign of life');
  }
}

/** The open sockets of the person who took over. */
export function seatSockets(ctx: DurableObjectState, seatId: string): WebSocket[] {
  return audience(ctx, 'agent').flatMap(([socket, attachment]) =>
    attachment.side === 'agent' && attachment.id === seatId ? socket : [],
  );
}

/** When a person was last there, by what a socket of theirs knows. */
export function thereAt(ctx: DurableObjectState, socket: WebSocket): Millis {
  const attachment = attachmentOf(socket);
  const since = attachment.side === 'agent' ? attachment.aloneSince : undefined;
  return Math.max(heardAt(ctx, socket), since ?? 0);
}

/** A socket of a person's has closed: their others know of it. */
export function leaveAlone(ctx: DurableObjectState, id: string, now: Millis): void {
  for (const socket of seatSockets(ctx, id)) {
    attach(socket, { ...attachmentOf(socket), aloneSince: now });
  }
}

/** Whether the person who took over is connected, and has not fallen silent although they used to ping. */
export function isSeatLive(ctx: DurableObjectState, seatId: string, now: Millis): boolean {
  return seatSockets(ctx, seatId).some(
    (socket) => pingedAt(ctx, socket) === null || now - heardAt(ctx, socket) <= SILENT_AFTER_MS,
  );
}

/**
 * Whether a client that brings no lasting id is the person who took over, come back: it followed the
 * same link, that person brought no id either, and nobody is connected in their place.
 */
export function mayResume(
  ctx: DurableObjectState,
  who: AgentAttachment,
  seat: Seat,
  now: Millis,
): boolean {
  if (who.isLasting || seat.isLasting || seat.escalation !== who.escalation) return false;
  return !isSeatLive(ctx, seat.id, now);
}

/** Makes room for one more socket: when there are too many, the one longest unheard of has to go. */
export function makeRoom(ctx: DurableObjectState, side: Side): void {
  const open = openSockets(ctx, side);
  if (open.length < MAX_SOCKETS[side]) return;
  longestSilent(ctx, open)?.close(CLOSE.crowded, 'too many connections');
}
