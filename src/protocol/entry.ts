/**
 * The log. Everything a conversation is, is a list of these, numbered 1, 2, 3 … by the one object
 * that owns the conversation. Phase, header, cards, mails and transcripts are views of it.
 */

/** Milliseconds since 1970. */
export type Millis = number;

/** Where an answer came from: an article of the site's knowledge. */
export interface Source {
  title: string;
  url?: string;
}

export type Author =
  | { role: 'visitor' }
  | { role: 'assistant'; name?: string }
  | { role: 'agent'; name: string };

/** Something somebody said. `ref` is the client's own stamp, absent on the assistant's messages. */
export interface MessageEntry {
  seq: number;
  at: Millis;
  kind: 'message';
  author: Author;
  text: string;
  ref?: string;
  sources?: Source[];
  /** The answer was cut off, by a takeover for one, and will not be finished. */
  interrupted?: true;
  /** The assistant did not have the answer. */
  unanswered?: true;
  /** These are the built-in assistant's words, because the model failed or may not be asked any more. */
  fallback?: 'trouble' | 'spent';
}

/** Why a person was offered. */
export type OfferReason = 'asked' | 'frustrated' | 'unanswered' | 'button';

/** Why a wait ended without a person. */
type CancelReason = 'visitor' | 'disabled';

/** What a message meant. The detector decides on exactly one. */
export type Label = 'ask_human' | 'frustrated' | 'confirm' | 'decline' | 'other';

/**
 * What decided: the embedded detector by the message alone, or by how the conversation went; a model; and,
 * in logs from before there was a detector that learns, rules.
 */
export type Tier = 'embedded' | 'dialogue' | 'model' | 'rules';

/** What happened, as opposed to what was said. */
export type ConversationEvent =
  | { event: 'conversation.started' }
  /** `backAt`: nobody of the team is there before. */
  | { event: 'escalation.offered'; reason: OfferReason; backAt?: Millis }
  | { event: 'escalation.declined' }
  | { event: 'escalation.lapsed' }
  | { event: 'escalation.requested'; reason: OfferReason; backAt?: Millis }
  | { event: 'notification.sent'; escalation: number }
  | { event: 'notification.failed'; escalation: number }
  | { event: 'escalation.reminded'; escalation: number }
  | { event: 'escalation.cancelled'; by: CancelReason }
  | { event: 'escalation.expired' }
  | { event: 'contact.captured'; email: string }
  /** The provider has accepted the mail that tells the team the address left. */
  | { event: 'contact.passed_on' }
  /** It has not, after several attempts. */
  | { event: 'contact.failed' }
  /** `isBack`: their connection was lost for so long that the takeover had ended. */
  | { event: 'takeover.started'; name: string; from?: string; isBack?: true }
  | { event: 'takeover.lost'; name: string }
  | { event: 'takeover.ended'; name: string }
  | { event: 'note.left'; name: string; note: string }
  | { event: 'settings.changed'; escalationEnabled: boolean }
  | { event: 'conversation.ended'; by: 'visitor' | 'agent' | 'idle' }
  | {
      event: 'intent.decided';
      label: Label;
      /** 0 to 1: how sure the detector is of the label. */
      score: number;
      tier: Tier;
      /** The visitor's words that decided it; empty for `other`. */
      evidence: string;
      ms: number;
      /** The message's number, where it is not the entry just before: a model had been asked. */
      of?: number;
    };

export type EventName = ConversationEvent['event'];

/** An event as it stands in the log. `ref` names the client's frame that caused it. */
export type EventEntry = {
  seq: number;
  at: Millis;
  kind: 'event';
  ref?: string;
} & ConversationEvent;

export type Entry = MessageEntry | EventEntry;

/** Events that a visitor's stream leaves out: how the detector decided, and what an agent noted. */
const TEAM_ONLY: ReadonlySet<EventName> = new Set(['intent.decided', 'note.left']);

/** Whether an event is for the team's eyes only. */
export function isTeamOnly(event: EventName): boolean {
  return TEAM_ONLY.has(event);
}
