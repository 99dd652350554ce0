/** What happened, told to the visitor. */
import type { ConversationEvent, EventEntry, Millis } from '../../src/protocol/entry.ts';

export type Offer = Extract<EventEntry, { event: 'escalation.offered' }>;

/** One language's. */
export interface Voice {
  /** The way its language runs, whatever a sentence begins with. */
  readonly dir: 'ltr' | 'rtl';
  /** An event's quiet line; null where there is nothing to learn. `isOffered`: an offer was open until then. */
  line(event: ConversationEvent, isOffered: boolean): string | null;
  offer(offer: Offer): string;
  /** What an offer's buttons say. */
  readonly accept: string;
  readonly decline: string;
  /** When the team is back. */
  backAt(at: Millis): string;
}
