/** What the conversation itself says in the assistant's name. No model ever says these things. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Notified } from '../protocol/state.ts';
import type { FixedLine } from './escalation-state.ts';

/** Puts a fixed line into words. `contact`: how else to reach the team; may be empty. */
export function wordsFor(line: FixedLine, contact: string): string {
  switch (line.line) {
    case 'no_person_here':
      return contact
        ? `I can’t bring a person into this chat, but you can reach the team here: ${contact}`
        : 'I can’t bring a person into this chat. I’ll do my best to help you myself.';
    case 'still_waiting':
      return whileWaiting(line.notified, Math.floor(line.waitedMs / 60_000));
    default:
      return assertNever(line);
  }
}

/** Said when no answer could be produced, after every attempt. */
export const NO_ANSWER =
  'Sorry, I couldn’t come up with an answer just now. Please try asking again.';

function whileWaiting(notified: Notified, minutes: number): string {
  switch (notified) {
    case 'pending':
      return 'I’m passing your request to the team right now. I’ll tell you as soon as they have it.';
    case 'sent':
      return `The team was told ${ago(minutes)}. Nobody has joined yet; until someone does, I’m here to help.`;
    case 'failed':
      return 'I couldn’t reach the team. Leave your email address below, and I’ll keep it for them.';
    default:
      return assertNever(notified);
  }
}

function ago(minutes: number): string {
  if (minutes < 1) return 'a moment ago';
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
}
