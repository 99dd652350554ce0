/** What an event reads like in a transcript, for the team. Says what the log records and nothing more. */
import { assertNever } from '../protocol/assert-never.ts';
import type { ConversationEvent, Label, OfferReason } from '../protocol/entry.ts';

/** What the detector made of a message. It stands beside that message rather than on its own. */
export type Decision = Extract<ConversationEvent, { event: 'intent.decided' }>;

/** Everything else that may happen. */
export type Happening = Exclude<ConversationEvent, Decision>;

/** An event in words. `assistant` is what the assistant is called. */
export function eventWords(event: Happening, assistant: string): string {
  switch (event.event) {
    case 'conversation.started':
      return 'The conversation began';
    case 'escalation.offered':
      return `${assistant} offered a person, because ${BECAUSE[event.reason]}`;
    case 'escalation.declined':
      return 'The visitor said no to a person';
    case 'escalation.lapsed':
      return 'The visitor went on with something else, and the offer lapsed';
    case 'escalation.requested':
      return 'The visitor said yes and waits for a person';
    case 'notification.sent':
      return 'The team was notified by email';
    case 'notification.failed':
      return 'The email to the team could not be sent. The visitor was told so.';
    case 'escalation.reminded':
      return 'The team was reminded by email';
    case 'escalation.cancelled':
      return event.by === 'visitor'
        ? 'The visitor stopped waiting'
        : 'Escalation was switched off, which ended the wait';
    case 'escalation.expired':
      return 'Nobody came in time, which ended the wait';
    case 'contact.captured':
      return `The visitor left an email address: ${event.email}`;
    case 'takeover.started':
      return event.from === undefined
        ? `${event.name} took over`
        : `${event.name} took over from ${event.from}`;
    case 'takeover.lost':
      return `${event.name} lost the connection, and ${assistant} answers again`;
    case 'takeover.ended':
      return `${event.name} handed back to ${assistant}`;
    case 'note.left':
      return `${event.name} left a note for ${assistant}: ${event.note}`;
    case 'settings.changed':
      return event.escalationEnabled ? 'Escalation was switched on' : 'Escalation was switched off';
    case 'conversation.ended':
      return ENDED[event.by];
    default:
      return assertNever(event);
  }
}

const BECAUSE: Readonly<Record<OfferReason, string>> = {
  asked: 'the visitor asked for one',
  frustrated: 'the visitor was losing patience',
  unanswered: 'it had no answer',
  button: 'the visitor pressed the button',
};

const ENDED = {
  visitor: 'The visitor ended the conversation',
  agent: 'The team ended the conversation',
  idle: 'The conversation ended after a long silence',
} as const;

/** What the detector made of a message, in a word or two. */
export const LABELS: Readonly<Record<Label, string>> = {
  ask_human: 'Wants a person',
  frustrated: 'Losing patience',
  confirm: 'A yes',
  decline: 'A no',
  other: 'Nothing to act on',
};

const TIERS = {
  rules: 'the rules',
  embedded: 'the embedded detector',
  model: 'the language model',
} as const satisfies Record<Decision['tier'], string>;

/** How sure the detector is of its label, and how it came to it. */
export function decisionWords({ score, tier, evidence, ms }: Decision): string {
  const why = evidence === '' ? 'No words stood out' : `Because of “${evidence}”`;
  return `${Math.round(score * 100)}% sure. ${why}. Decided by ${TIERS[tier]} in ${milliseconds(ms)}.`;
}

function milliseconds(ms: number): string {
  return ms < 1 ? 'under 1 ms' : `${Math.round(ms)} ms`;
}
