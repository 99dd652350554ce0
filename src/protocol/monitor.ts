/** What crosses a live-monitoring socket: one website's open conversations, as cards. */
import type { Millis, OfferReason } from './entry.ts';
import type { Identity, PageInfo, Refusal } from './frames.ts';
import type { PROTOCOL } from './limits.ts';
import type { Notified, Phase } from './state.ts';

/** One open conversation at a glance. */
export interface Card {
  conversation: string;
  phase: Phase;
  startedAt: Millis;
  /** When the last entry was made. */
  lastAt: Millis;
  /** Messages of anybody. */
  messages: number;
  /** The last message, on one line and shortened; empty while nobody has said anything. */
  lastLine: string;
  /** Whose line that is. */
  lastRole?: 'visitor' | 'assistant' | 'agent';
  /** In phase `waiting`: since when, why, and how far the mail to the team got. */
  waitingSince?: Millis;
  reason?: OfferReason;
  notified?: Notified;
  /** In phase `human`: who has the conversation. `member` is their id, if they have signed in. */
  agent?: { name: string; away: boolean; member?: string };
  country?: string;
  device?: 'desktop' | 'phone' | 'tablet';
  page?: Partial<PageInfo>;
  /** The email address the visitor left. */
  contact?: string;
  /** Who the page says they are. */
  identity?: Identity;
  visitorOnline: boolean;
}

export type MonitorClientFrame = { type: 'hello'; protocol: number };

export type MonitorFrame =
  /** Everything there is, in answer to `hello`; what a client had before is void. */
  | { type: 'snapshot'; protocol: typeof PROTOCOL; cards: Card[] }
  /** A card is new or has changed. */
  | { type: 'card'; card: Card }
  /** A conversation is no longer to be shown. */
  | { type: 'gone'; conversation: string }
  | Refusal;
