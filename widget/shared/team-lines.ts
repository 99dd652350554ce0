/** What an event reads like to the team, as a quiet line. */
import { assertNever } from '../../src/protocol/assert-never.ts';
import type { ConversationEvent } from '../../src/protocol/entry.ts';

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
