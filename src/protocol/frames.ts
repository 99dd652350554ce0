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

/** What a page says of its visitor. */
export interface Introduction {
  /** What the website itself knows them by. */
  id?: string;
  email?: string;
  name?: string;
  /** The website’s server vouches for the id or, where there is none, for the address: an HMAC, in hex. */
  hash?: string;
}

/** Who the visitor is, as far as the page has said. Nobody but the website’s server can have it verified. */
export interface Identity extends Omit<Introduction, 'hash'> {
  /** The one part that its server vouches for; the rest is what the page said. */
  verified?: 'id' | 'email';
}

/** Facts of the page’s own about its visitor, by the names it gave them. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type VisitorFrame =
  | { type: 'hello'; protocol: number; lastSeq: number; page?: Partial<PageInfo>; locale?: string }
  | { type: 'say'; ref: string; text: string }
  | { type: 'typing' }
  /** The page is another one now, without a new socket. */
  | { type: 'page'; page: Pick<PageInfo, 'url'> & Partial<PageInfo> }
  /**
   * Who the visitor is, as their page has it. `visitor`, an {@link Introduction}, replaces what was said
   * before, and an empty one takes it back. `attributes`, by their names, add to what is known; null takes
   * one away. What of it is of no use is left out.
   */
  | {
      type: 'identify';
      visitor?: unknown;
      attributes?: unknown;
    }
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
  /** The same where `seq` is not: of a long log, the rest comes entry by entry, and is as old. */
  last?: number;
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
  /** The language the visitor writes in, as soon as that is certain: a code of `src/language`. */
  language?: string;
  country?: string;
  device?: 'desktop' | 'phone' | 'tablet';
  /** The email address the visitor left. */
  contact?: string;
  /** Who the page says they are. */
  identity?: Identity;
  /** What else the page says of them. */
  attributes?: Attributes;
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
  /** Agents only: what is known of the visitor has changed, their page for one. `summary` stays as it was. */
  | { type: 'about'; about: About }
  | Refusal;
