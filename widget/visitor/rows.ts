/** What the conversation looks like, line by line. Pure: from the log to what is drawn. */
import type { Entry, EventEntry, MessageEntry, Millis } from '../../src/protocol/entry.ts';
import { offerText, visitorLine } from '../shared/lines.ts';
import { openOffer } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';

export interface MessageRow {
  kind: 'message';
  /** The visitor's own keep the `ref` they were said with, and so their place on the page. */
  key: number | string;
  role: MessageEntry['author']['role'];
  /** Who said it, at the start of a run of theirs; null for the visitor's own. */
  name: string | null;
  text: string;
  /** When it was said. */
  at: Millis;
  /** Whether it is the end of a run. */
  isLast: boolean;
  /** Whether it is the question of the offer that can still be answered. */
  isOffer: boolean;
  message?: MessageEntry;
}

export type Row = MessageRow | { kind: 'line'; key: number; text: string; at: Millis };

/** An offer is an event, and is put as a question of the assistant's. */
type Said = MessageEntry | Extract<EventEntry, { event: 'escalation.offered' }>;

/** The rows of a visitor's log. */
export function rowsOf(log: Log, assistant: string): Row[] {
  const offer = openOffer(log);
  const { entries } = log;
  let isOffered = false;
  return entries.flatMap((entry, index): Row[] => {
    if (!isSaid(entry)) {
      const text = visitorLine(entry, assistant, isOffered);
      isOffered = false;
      return text === null ? [] : [{ kind: 'line', key: entry.seq, text, at: entry.at }];
    }
    isOffered ||= entry.kind === 'event';
    const role = roleOf(entry);
    const row = {
      kind: 'message',
      key: (role === 'visitor' && entry.ref) || entry.seq,
      role,
      name: role !== roleOf(entries[index - 1]) ? nameOf(entry, assistant) : null,
      at: entry.at,
      isLast: role !== roleOf(entries[index + 1]),
      isOffer: entry.seq === offer,
    } as const;
    return entry.kind === 'message'
      ? [{ ...row, text: entry.text, message: entry }]
      : [{ ...row, text: offerText(entry) }];
  });
}

function isSaid(entry: Entry | undefined): entry is Said {
  return entry?.kind === 'message' || entry?.event === 'escalation.offered';
}

function roleOf(entry: Said): MessageRow['role'];
function roleOf(entry: Entry | undefined): MessageRow['role'] | undefined;
function roleOf(entry: Entry | undefined): MessageRow['role'] | undefined {
  if (!isSaid(entry)) return undefined;
  return entry.kind === 'message' ? entry.author.role : 'assistant';
}

function nameOf(entry: Said, assistant: string): string | null {
  if (entry.kind === 'event') return assistant;
  const { author } = entry;
  return author.role === 'visitor' ? null : (author.name ?? assistant);
}
