/**
 * What crosses a socket: one closed family per direction and audience. Both ends compile against
 * this file, so a frame that one side renames fails to build on the other.
 */
import type { Entry } from './entry.ts';
import type { PROTOCOL } from './limits.ts';
import type { StateView } from './state.ts';

export interface PageInfo {
  url: string;
  title: string;
  referrer: string;
}

export type VisitorFrame =
  | { type: 'hello'; protocol: number; lastSeq: number; page?: Partial<PageInfo>; locale?: string }
  | { type: 'say'; ref: string; text: string }
  | { type: 'typing' }
  | { type: 'ask_human'; ref: string }
  | { type: 'answer_offer'; ref: string; accept: boolean }
  | { type: 'cancel_wait'; ref: string }
  | { type: 'leave_contact'; ref: string; email: string }
  | { type: 'end'; ref: string }
  /** Delete all that is kept of this conversation. Answered by close code `gone`. */
  | { type: 'erase'; ref: string };

export type AgentFrame =
  | { type: 'hello'; protocol: number; lastSeq: number }
  | { type: 'take_over'; ref: string; name: string; force?: boolean }
  | { type: 'say'; ref: string; text: string }
  | { type: 'typing' }
  | { type: 'hand_back'; ref: string; note?: string }
  | { type: 'end'; ref: string };

export type RefusalCode =
  | 'bad_frame'
  | 'too_long'
  | 'too_fast'
  | 'unsupported_protocol'
  | 'not_allowed'
  | 'escalation_off'
  | 'already_taken'
  | 'expired'
  | 'ended'
  | 'budget_spent'
  | 'internal';

/** Who a socket is to the conversation. An agent owns it, a watcher may only read. */
export type Role = 'visitor' | 'agent' | 'watcher';

export interface Refusal {
  type: 'refused';
  code: RefusalCode;
  message: string;
  ref?: string;
  /** With `too_fast`: when trying again makes sense. */
  retryAfterMs?: number;
  /** With `already_taken`: who has the conversation. */
  agent?: string;
}

export interface Welcome {
  type: 'welcome';
  protocol: typeof PROTOCOL;
  role: Role;
  conversation: string;
  /** Visitors only: resumes this conversation on a later socket. */
  token?: string;
  /** Agents only: the website's name and the visitor's page, for the head of their page. */
  about?: About;
  /** The number of the log's last entry. Lower than a client's own means that its log is not this one. */
  seq: number;
  state: StateView;
  /** What came after the client's `lastSeq`, as far as its role may see it. */
  entries: Entry[];
}

/** What an agent wants to know before the first word. */
export interface About {
  site: string;
  siteName: string;
  page?: Partial<PageInfo>;
  locale?: string;
  country?: string;
  device?: 'desktop' | 'phone' | 'tablet';
  /** The email address the visitor left. */
  contact?: string;
  /** What it is about, for the team only: two or three lines, separated by newlines. */
  summary?: string;
}

export type ServerFrame =
  | Welcome
  | { type: 'entry'; entry: Entry }
  | { type: 'draft'; turn: number; text: string }
  /** `role`, agents only: what this socket now is; it changes when a seat changes hands. */
  | { type: 'state'; state: StateView; role?: Role }
  | { type: 'typing'; role: 'visitor' | 'agent'; name?: string }
  | Refusal;
