/**
 * The vocabulary of the escalation state machine: what it remembers, what it is told, what it asks
 * for. The rules are in escalation.ts.
 */
import type { ConversationEvent, Label, Millis, OfferReason } from '../protocol/entry.ts';
import type { RefusalCode } from '../protocol/frames.ts';
import type { Notified } from '../protocol/state.ts';

/** Who took over. `id` is what a person is recognised by when they reconnect, `name` what they go by. */
export interface Seat {
  id: string;
  /** Their client brought `id` and will bring it again; otherwise it was made up for one socket. */
  isLasting: boolean;
  name: string;
  /** The escalation whose link brought them; null for a member who came on their own. */
  escalation: number | null;
}

/** What is remembered in every phase. */
export interface Common {
  /** When this phase began. */
  since: Millis;
  /** The fence: what a model produces for a lower generation is neither stored nor sent. */
  generation: number;
  /** Whether the site's owner has escalation switched on. */
  enabled: boolean;
  /** The visitor said no once: only an explicit request may offer again. */
  declined: boolean;
  /** Answers in a row that the assistant did not have. */
  unanswered: number;
  /** How many times the visitor asked for a person and confirmed; the last one's number. */
  escalations: number;
  /** The escalation whose takeover link is open. */
  link: number | null;
  /** What the last agent left for the assistant to know. */
  note: string | null;
  /** Whether the visitor was asked for an email address, or has left one. */
  contact: 'unasked' | 'asked' | 'left';
  /** How many addresses they left, the last one that the team is known to have, and to have missed. */
  contacts: number;
  passedOn: number;
  missed: number;
  /** Whose takeover ended because they were not connected any more: they may come back. */
  lost: Seat | null;
}

export type Escalation = Common &
  (
    | { phase: 'assistant' }
    | {
        phase: 'offered';
        reason: OfferReason;
        latest: boolean;
        ignored: number;
        /** The team is not there before; null while it is. */
        backAt: Millis | null;
      }
    | {
        phase: 'waiting';
        reason: OfferReason;
        escalation: number;
        notified: Notified;
        rung: Rung;
        /** The provider has accepted a reminder. */
        isReminded: boolean;
        /** When the wait counts from: outside the team's hours, from when it is back. */
        from: Millis;
      }
    | { phase: 'human'; seat: Seat }
    | { phase: 'ended' }
  );

/** How far a wait went: the team was called, it was reminded, the visitor was asked for an address. */
export type Rung = 'called' | 'reminded' | 'asked';

/** A conversation that has not ended. */
export type Open = Exclude<Escalation, { phase: 'ended' }>;

export type Input =
  /** `label` is null while a model is asked what they meant, which the assistant begins to answer. */
  | { type: 'visitor_said'; label: Label | null }
  /** What words meant that were said in that generation, and are being answered. */
  | { type: 'understood'; generation: number; label: Label }
  | { type: 'human_asked' }
  | { type: 'offer_answered'; accept: boolean }
  | { type: 'wait_cancelled' }
  | { type: 'contact_left'; email: string }
  | Answered
  | { type: 'took_over'; seat: Seat; force: boolean }
  | { type: 'agent_said'; id: string }
  | { type: 'handed_back'; id: string; note: string }
  | { type: 'agent_ended'; id: string }
  | { type: 'visitor_ended' }
  | { type: 'went_idle' }
  /** Somebody of the team wants a mail that failed to be tried again. */
  | { type: 'notify_again'; escalation: number }
  | { type: 'mail_settled'; escalation: number; accepted: boolean }
  /** The provider has accepted a reminder of that escalation. */
  | { type: 'reminded'; escalation: number }
  | { type: 'contact_settled'; contact: number; accepted: boolean }
  /** Time went by, perhaps enough for the next rung of the ladder. */
  | { type: 'wait_went_on' }
  /** Whoever took over has not been connected for as long as a lease lasts. */
  | { type: 'seat_lost' }
  /** Whoever lost the seat is connected again. */
  | { type: 'seat_resumed'; seat: Seat }
  /** Whoever lost the seat is no longer of the team. */
  | { type: 'seat_forgotten'; id: string }
  | { type: 'settings_changed'; enabled: boolean };

/** The assistant is done with an answer, or has none. */
export interface Answered {
  type: 'assistant_answered';
  generation: number;
  answered: boolean;
  /** Nothing that the visitor said is still waiting for an answer. */
  isLast: boolean;
  /** The model may not be asked any more: there is reason to offer a person, whatever was answered. */
  isSpent: boolean;
}

/** A sentence the conversation itself says in the assistant's name, from facts it has on record. */
export type FixedLine =
  | { line: 'no_person_here' }
  | { line: 'still_waiting'; waitedMs: Millis; notified: Notified; backAt: Millis | null }
  /** The wait goes on for so long that the visitor is told. `hasContact`: they have left an address. */
  | { line: 'nobody_yet'; waitedMs: Millis; notified: Notified; hasContact: boolean };

export type Effect =
  /** Stop the answer under way; what the visitor has already seen of it stays, marked. */
  | { type: 'silence' }
  /** The answer that was just produced may be said. */
  | { type: 'utter' }
  | { type: 'record'; event: ConversationEvent }
  | { type: 'say'; line: FixedLine }
  /** What the visitor said last wants no answer any more. */
  | { type: 'settle' }
  /** The visitor is owed an answer from the assistant. */
  | { type: 'answer' }
  /** So they are if they said something last that nobody has answered. */
  | { type: 'pick_up' }
  | { type: 'notify'; escalation: number }
  /** The team is mailed once more. */
  | { type: 'remind'; escalation: number }
  /** The team is mailed the address that was left. */
  | { type: 'pass_on'; contact: number }
  | { type: 'refuse'; code: RefusalCode; message: string; agent?: string };

export interface Step {
  state: Escalation;
  /** In the order in which they must happen. */
  effects: Effect[];
}

/** What a website's settings say about handoffs. */
export interface Rules {
  /** How long after the beginning of a wait each rung is reached. */
  readonly remindMs: Millis;
  readonly askMs: Millis;
  readonly closeMs: Millis;
  /** When the team is back; null while it is there. */
  backAt(now: Millis): Millis | null;
}

/** A conversation as it begins. */
export function begin(enabled: boolean, now: Millis): Escalation {
  return {
    phase: 'assistant',
    since: now,
    generation: 1,
    enabled,
    declined: false,
    unanswered: 0,
    escalations: 0,
    link: null,
    note: null,
    ...UNTOUCHED,
  };
}

const UNTOUCHED = {
  contact: 'unasked',
  contacts: 0,
  passedOn: 0,
  missed: 0,
  lost: null,
} as const;

/** Reads a stored state. What one of an older version does not know yet is as it began. */
export function readEscalation(text: string): Escalation {
  const kept: Escalation = JSON.parse(text);
  const known = { ...UNTOUCHED, ...kept };
  if (known.phase === 'offered') return { ...known, backAt: known.backAt ?? null };
  if (known.phase !== 'waiting') return known;
  const { rung = 'called', isReminded = false, from = known.since } = known;
  return { ...known, rung, isReminded, from };
}

/**
 * Whether the takeover link of that escalation opens this conversation, or `id` took it over already: as
 * somebody who has it, or who lost it with their connection and nobody has taken their place.
 */
export function isLinkOpen(state: Escalation, escalation: number, id: string): boolean {
  if (state.link === escalation) return true;
  const { seat } = state.phase === 'human' ? state : { seat: state.lost };
  return seat?.id === id;
}
