/**
 * What an event reads like, as a quiet line. Every sentence is fixed and says only what the log
 * records: "notified" needs the provider's receipt, `notification.sent`, and nothing less.
 *
 * A language is one object of these; the English ones are the pattern.
 */
import { assertNever } from '../../src/protocol/assert-never.ts';
import type { ConversationEvent, Millis, OfferReason } from '../../src/protocol/entry.ts';

/**
 * An event's line for the visitor; null where the visitor has nothing to learn.
 *
 * @param isOffered whether an offer was open until then: only those it is withdrawn from are told
 *   that escalation was switched off. An open wait ends with an event of its own.
 */
export function visitorLine(
  event: ConversationEvent,
  assistant: string,
  isOffered = false,
): string | null {
  switch (event.event) {
    case 'escalation.declined':
      return `You are staying with ${assistant}`;
    case 'escalation.requested':
      return 'Letting the team know…';
    case 'notification.sent':
      return `The team has been notified. ${assistant} keeps helping until someone joins.`;
    case 'notification.failed':
      return 'Sorry, the team could not be notified.';
    case 'escalation.reminded':
      return 'The team has been reminded';
    case 'escalation.cancelled':
      return event.by === 'visitor' ? 'You are no longer waiting for a team member' : UNAVAILABLE;
    case 'settings.changed':
      return isOffered && !event.escalationEnabled ? UNAVAILABLE : null;
    case 'escalation.expired':
      return `Sorry, nobody from the team has joined. ${assistant} is still here.`;
    case 'contact.captured':
      return `Thank you. Your address is kept: ${event.email}`;
    case 'contact.passed_on':
      return 'The team has your address now';
    case 'contact.failed':
      return 'Your address could not be mailed to the team. It is kept with this chat.';
    case 'takeover.started':
      return event.from === undefined
        ? `${event.name} ${event.isBack ? 'is back' : 'joined the chat'}`
        : `${event.name} joined the chat in place of ${event.from}`;
    case 'takeover.lost':
      return `${event.name} lost the connection. ${assistant} is here meanwhile.`;
    case 'takeover.ended':
      return `${event.name} handed you back to ${assistant}`;
    case 'conversation.ended':
      return ENDED[event.by];
    case 'conversation.started':
    // The offer is a bubble of its own, and its lapse is the silent loss of its buttons.
    case 'escalation.offered':
    case 'escalation.lapsed':
    case 'note.left':
    case 'intent.decided':
      return null;
    default:
      return assertNever(event);
  }
}

const UNAVAILABLE = 'Team members cannot join chats at the moment';

const ENDED = {
  visitor: 'You ended this chat',
  agent: 'The team ended this chat',
  idle: 'This chat ended because it was quiet for a while',
} as const;

/** The question that an offer puts, in the assistant's voice. `backAt`: nobody of the team is there before. */
export function offerText({ reason, backAt }: { reason: OfferReason; backAt?: Millis }): string {
  const why = WHY_OFFERED[reason];
  return backAt === undefined
    ? `${why || 'Of course.'} Would you like me to bring a team member into this chat?`
    : `${why} Nobody is here right now. ${backText(backAt)} Shall I let them know?`.trim();
}

/** Empty for somebody who asked: there is no need to tell them. */
const WHY_OFFERED = {
  asked: '',
  button: '',
  frustrated: 'I’m sorry this isn’t helping.',
  unanswered: 'I don’t seem to have what you need.',
} as const;

/** A weekday says enough for this long. */
const WEEKDAY_MS = 6 * 86_400_000;

/** When the team is back, by the reader's clock; the day in the language of these lines. */
export function backText(at: Millis, now = Date.now()): string {
  const isFar = at - now > WEEKDAY_MS;
  const day = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    ...(isFar && { day: 'numeric', month: 'long' }),
  });
  const clock = new Intl.DateTimeFormat([], { timeStyle: 'short' });
  return `The team is back on ${day.format(at)} at ${clock.format(at)}.`;
}

/** An event's line for the team. */
export function teamLine(event: ConversationEvent, assistant: string): string {
  switch (event.event) {
    case 'conversation.started':
      return 'The chat began';
    case 'escalation.offered':
      return `${assistant} offered a team member (${OFFERED_BECAUSE[event.reason]})`;
    case 'escalation.declined':
      return 'The visitor declined the offer';
    case 'escalation.lapsed':
      return 'The offer lapsed, the visitor went on with something else';
    case 'escalation.requested':
      return 'The visitor wants a team member';
    case 'notification.sent':
      return 'The team was notified by email';
    case 'notification.failed':
      return 'The email to the team could not be sent, and the visitor was told so';
    case 'escalation.reminded':
      return 'The team was reminded';
    case 'escalation.cancelled':
      return event.by === 'visitor'
        ? 'The visitor no longer waits for a team member'
        : 'The wait ended because escalation was switched off';
    case 'escalation.expired':
      return 'Nobody joined in time';
    case 'contact.captured':
      return `The visitor left an email address: ${event.email}`;
    case 'contact.passed_on':
      return 'The address was mailed to the team';
    case 'contact.failed':
      return 'The mail with the address could not be sent';
    case 'takeover.started':
      return event.from === undefined
        ? `${event.name} ${event.isBack ? 'is back' : 'took over'}`
        : `${event.name} took over from ${event.from}`;
    case 'takeover.lost':
      return `${event.name} lost the connection. ${assistant} answers meanwhile.`;
    case 'takeover.ended':
      return `${event.name} handed back to ${assistant}`;
    case 'note.left':
      return `${event.name}’s note for ${assistant}: ${event.note}`;
    case 'settings.changed':
      return `Escalation was switched ${event.escalationEnabled ? 'on' : 'off'}`;
    case 'conversation.ended':
      return ENDED_FOR_TEAM[event.by];
    case 'intent.decided':
      return `Understood as ${MEANT[event.label]}, ${Math.round(event.score * 100)}% sure${
        event.evidence === '' ? '' : ` (“${event.evidence}”)`
      }, by ${event.tier} in ${event.ms} ms`;
    default:
      return assertNever(event);
  }
}

const OFFERED_BECAUSE = {
  asked: 'the visitor asked for one',
  frustrated: 'the visitor seems frustrated',
  unanswered: 'it could not answer',
  button: 'the visitor pressed the button',
} as const;

const MEANT = {
  ask_human: 'asking for a person',
  frustrated: 'frustration',
  confirm: 'a yes',
  decline: 'a no',
  other: 'a message like any other',
} as const;

const ENDED_FOR_TEAM = {
  visitor: 'The visitor ended the chat',
  agent: 'The team ended the chat',
  idle: 'The chat ended because it was quiet for a while',
} as const;
