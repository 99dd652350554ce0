/** What the conversation itself says in the assistant's name. No model ever says these things. */
import type { Millis } from '../protocol/entry.ts';
import type { Hours } from '../site/hours.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Notified } from '../protocol/state.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { FixedLine } from './escalation-state.ts';

/** Puts a fixed line into words. */
export function wordsFor(line: FixedLine, { contact, escalation }: SiteSettings): string {
  switch (line.line) {
    case 'no_person_here':
      return contact
        ? `I can’t bring a person into this chat, but you can reach the team here: ${contact}`
        : 'I can’t bring a person into this chat. I’ll do my best to help you myself.';
    case 'still_waiting':
      return `${whileWaiting(line.notified, line.waitedMs)}${backWords(line.backAt, escalation.hours)}`;
    case 'nobody_yet':
      return `${soFar(line.notified, line.waitedMs)} ${line.hasContact ? KEPT : LEAVE}`;
    default:
      return assertNever(line);
  }
}

/** Said when no answer could be produced, after every attempt. */
export const NO_ANSWER =
  'Sorry, I couldn’t come up with an answer just now. Please try asking again.';

function whileWaiting(notified: Notified, waitedMs: Millis): string {
  switch (notified) {
    case 'pending':
      return 'I’m passing your request to the team right now. I’ll tell you as soon as they have it.';
    case 'sent':
      return `The team was told ${ago(waitedMs)}. Nobody has joined yet; until someone does, I’m here to help.`;
    case 'failed':
      return 'I couldn’t reach the team. Leave your email address below, and I’ll keep it for them.';
    default:
      return assertNever(notified);
  }
}

function soFar(notified: Notified, waitedMs: Millis): string {
  switch (notified) {
    case 'pending':
      return 'I’m still trying to reach the team.';
    case 'sent':
      return `The team was told ${ago(waitedMs)}, and nobody has been able to join yet.`;
    case 'failed':
      return 'I couldn’t reach the team.';
    default:
      return assertNever(notified);
  }
}

const LEAVE =
  'If you leave your email address below, I’ll pass it on to them. You can go on waiting, too.';
const KEPT = 'They can write to the address you left. You can go on waiting, too.';

/** By the team's own clock, which is named: the visitor's may show another time. */
function backWords(at: Millis | null, hours: Hours | null): string {
  if (at === null || hours === null) return '';
  const day = { weekday: 'long', hour: 'numeric', minute: '2-digit' } as const;
  const { timeZone } = hours;
  const when = new Intl.DateTimeFormat('en', { ...day, timeZone, timeZoneName: 'short' });
  return ` They are back on ${when.format(at)}.`;
}

function ago(waitedMs: Millis): string {
  const minutes = Math.floor(waitedMs / 60_000);
  if (minutes < 1) return 'a moment ago';
  if (minutes < 120) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}
