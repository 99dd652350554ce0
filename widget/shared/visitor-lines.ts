/**
 * What an event reads like to the visitor, as a quiet line. Every sentence is fixed and says only what the
 * log records: "notified" needs the provider's receipt, `notification.sent`, and nothing less.
 */
import { assertNever } from '../../src/protocol/assert-never.ts';
import type { ConversationEvent, Millis, OfferReason } from '../../src/protocol/entry.ts';
import { fill, inARow } from '../../src/language/fill.ts';
import type { Lines } from '../../src/language/language.ts';

/** Who speaks, and how. */
export interface Speaker {
  readonly lines: Lines;
  /** The language of the lines, a BCP 47 tag. */
  readonly language: string;
  /** The assistant's name. */
  readonly assistant: string;
}

/**
 * An event's line for the visitor; null where the visitor has nothing to learn.
 *
 * @param isOffered whether an offer was open until then: only those it is withdrawn from are told
 *   that escalation was switched off. An open wait ends with an event of its own.
 */
export function visitorLine(
  event: ConversationEvent,
  speaker: Speaker,
  isOffered = false,
): string | null {
  const sentence = sentenceOf(event, speaker.lines, isOffered);
  return sentence && fill(sentence, { assistant: speaker.assistant, ...namesIn(event) });
}

function sentenceOf(event: ConversationEvent, lines: Lines, isOffered: boolean): string | null {
  switch (event.event) {
    case 'escalation.declined':
      return lines.declined;
    case 'escalation.requested':
      return lines.requested;
    case 'notification.sent':
      return lines.notified;
    case 'notification.failed':
      return lines.notNotified;
    case 'escalation.reminded':
      return lines.reminded;
    case 'escalation.cancelled':
      return event.by === 'visitor' ? lines.cancelled : lines.unavailable;
    case 'settings.changed':
      return isOffered && !event.escalationEnabled ? lines.unavailable : null;
    case 'escalation.expired':
      return lines.expired;
    case 'contact.captured':
      return lines.contactKept;
    case 'contact.passed_on':
      return lines.contactPassedOn;
    case 'contact.failed':
      return lines.contactFailed;
    case 'takeover.started':
      if (event.from !== undefined) return lines.replaced;
      return event.isBack ? lines.isBack : lines.joined;
    case 'takeover.lost':
      return lines.lost;
    case 'takeover.ended':
      return lines.handedBack;
    case 'conversation.ended':
      return lines[ENDED[event.by]];
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

const ENDED = { visitor: 'endedByYou', agent: 'endedByTeam', idle: 'endedByItself' } as const;

/** What the sentences above may name. */
function namesIn(event: ConversationEvent): Record<string, string> {
  return {
    ...('name' in event && { name: event.name }),
    ...('from' in event && event.from !== undefined && { from: event.from }),
    ...('email' in event && { email: event.email }),
  };
}

/** The question that an offer puts, in the assistant's voice. `backAt`: nobody of the team is there before. */
export function offerText(
  { reason, backAt }: { reason: OfferReason; backAt?: Millis },
  speaker: Speaker,
): string {
  const { lines, language } = speaker;
  const why = lines[WHY_OFFERED[reason]];
  if (backAt === undefined) return inARow(language, why, lines.offer);
  // There is no need to tell those who asked for it.
  const isUnasked = reason === 'frustrated' || reason === 'unanswered';
  const later = [lines.nobodyHere, backText(backAt, speaker), lines.offerLater];
  return inARow(language, ...(isUnasked ? [why] : []), ...later);
}

const WHY_OFFERED = {
  asked: 'ofCourse',
  button: 'ofCourse',
  frustrated: 'notHelping',
  unanswered: 'notFound',
} as const;

/** A weekday says enough for this long. */
const WEEKDAY_MS = 6 * 86_400_000;

/** When the team is back, by the reader's clock. */
export function backText(at: Millis, { lines, language }: Speaker, now = Date.now()): string {
  const isFar = at - now > WEEKDAY_MS;
  const when = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...(isFar && { day: 'numeric', month: 'long' }),
  });
  return fill(lines.backAt, { when: when.format(at) });
}
