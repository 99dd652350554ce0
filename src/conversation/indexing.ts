/** A conversation as D1's index holds it. Pure: a log in, a row out. */
import type { EventEntry, EventName, MessageEntry, Millis } from '../protocol/entry.ts';
import type { IndexEntry } from '../site/conversation-index.ts';
import { LAST_LINE_CHARS, shortened } from './card.ts';
import type { ConversationRecord } from './record.ts';
import type { Summary } from './transcript.ts';

interface Logged {
  conversation: string;
  record: ConversationRecord;
  summary: Summary;
  /** What happened, oldest first. */
  events: readonly EventEntry[];
  /** How often the visitor spoke, and their first message. */
  visitor: { messages: number; first?: MessageEntry };
}

/** The row. */
export function indexEntryOf({
  conversation,
  record,
  summary,
  events,
  visitor,
}: Logged): IndexEntry {
  const { about, settings, state } = record;
  const requestedAt = firstAt(events, 'escalation.requested');
  const takenAt = firstAt(events, 'takeover.started');
  const { last } = summary;
  return {
    conversation,
    site: settings.site,
    phase: state.phase,
    startedAt: summary.startedAt,
    lastAt: summary.lastAt,
    endedAt: firstAt(events, 'conversation.ended'),
    messages: summary.messages,
    asked: visitor.messages,
    firstLine: visitor.first ? shortened(visitor.first.text, LAST_LINE_CHARS) : '',
    lastLine: last ? shortened(last.text, LAST_LINE_CHARS) : '',
    country: about.country ?? null,
    device: about.device ?? null,
    pageUrl: about.page?.url ?? null,
    pageTitle: about.page?.title ?? null,
    contact: about.contact ?? null,
    offeredAt: firstAt(events, 'escalation.offered'),
    requestedAt,
    notifiedAt: firstAt(events, 'notification.sent'),
    takenAt,
    givenUpAt: givenUp(events),
    takeoverMs: takeoverTime(events),
    agent: lastAgent(events),
  };
}

function firstAt(events: readonly EventEntry[], name: EventName): Millis | null {
  return events.find(({ event }) => event === name)?.at ?? null;
}

/** How long the first visitor's wait took that a person ended. */
function takeoverTime(events: readonly EventEntry[]): Millis | null {
  let since: Millis | null = null;
  for (const { event, at } of events) {
    if (event === 'escalation.requested') since = at;
    else if (event === 'escalation.cancelled' || event === 'escalation.expired') since = null;
    else if (event === 'takeover.started' && since !== null) return at - since;
  }
  return null;
}

/**
 * When the last wait was given up, by the visitor or by switching escalation off, and nobody came after all.
 * Whoever waited to the end gave nothing up: nobody came.
 */
function givenUp(events: readonly EventEntry[]): Millis | null {
  let when: Millis | null = null;
  for (const { event, at } of events) {
    if (event === 'escalation.cancelled') when = at;
    else if (isNoGivingUp(event)) when = null;
  }
  return when;
}

function isNoGivingUp(event: EventName): boolean {
  return (
    event === 'escalation.requested' ||
    event === 'escalation.expired' ||
    event === 'takeover.started'
  );
}

function lastAgent(events: readonly EventEntry[]): string | null {
  const started = events.findLast((entry) => entry.event === 'takeover.started');
  return started?.event === 'takeover.started' ? started.name : null;
}

/** A question that the assistant had no answer to. `seq` is that of the assistant's admission. */
interface OpenQuestion {
  seq: number;
  question: string;
  at: Millis;
}

/** What the assistant could not answer, oldest first: what the visitor had said just before. */
export function unansweredIn(messages: readonly MessageEntry[]): OpenQuestion[] {
  const found: OpenQuestion[] = [];
  let asked: string[] = [];
  for (const { seq, at, author, text, unanswered, fallback } of messages) {
    if (author.role === 'visitor') {
      asked.push(text);
      continue;
    }
    // What a failure kept from being answered is no gap in what the website says.
    if (unanswered && !fallback && asked.length > 0)
      found.push({ seq, question: asked.join(' '), at });
    asked = [];
  }
  return found;
}
