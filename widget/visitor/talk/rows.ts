/** What the conversation looks like, line by line. Pure: from the log to what is drawn. */
import type { Entry, MessageEntry, Millis } from '../../../src/protocol/entry.ts';
import { openOffer } from '../../shared/log.ts';
import type { Log } from '../../shared/log.ts';
import { dayName, dayOf } from './day.ts';
import type { Offer, Voice } from '../voice.ts';

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

/** Tells where a day begins, or what the visitor has missed. */
export interface Mark {
  kind: 'mark';
  key: string;
  text: string;
}

/** An offer is an event, and is put as a question of the assistant's. */
type Said = MessageEntry | Offer;

/** The rows of a visitor's log. What happened is told as soon as there is a `voice` to tell it. */
export function rowsOf(log: Log, assistant: string, voice: Voice | undefined): Row[] {
  const offer = openOffer(log);
  const { entries } = log;
  let isOffered = false;
  return entries.flatMap((entry, index): Row[] => {
    if (!isSaid(entry)) {
      const text = voice?.line(entry, isOffered) ?? null;
      isOffered = false;
      return text === null ? [] : [{ kind: 'line', key: entry.seq, text, at: entry.at }];
    }
    isOffered ||= entry.kind === 'event';
    if (entry.kind === 'event' && !voice) return [];
    const role = roleOf(entry);
    const row = {
      kind: 'message',
      key: (role === 'visitor' && entry.ref) || entry.seq,
      role,
      name: isRun(entries[index - 1], entry) ? null : nameOf(entry, assistant),
      at: entry.at,
      isLast: !isRun(entry, entries[index + 1]),
      isOffer: entry.seq === offer,
    } as const;
    return entry.kind === 'message'
      ? [{ ...row, text: entry.text, message: entry }]
      : [{ ...row, text: voice?.offer(entry) ?? '' }];
  });
}

/** What stands between them where days change, and above the first that came while the visitor was away. */
export function withMarks(
  rows: readonly Row[],
  { language, now, missed, news }: { language: string; now: Millis; missed: number; news: string },
): (Row | Mark)[] {
  let day = dayOf(now);
  let isMissed = missed === 0;
  return rows.flatMap((row) => {
    const marks: Mark[] = [];
    const before = day;
    day = dayOf(row.at);
    if (day !== before) {
      marks.push({ kind: 'mark', key: `day ${day}`, text: dayName(row.at, language, now) });
    }
    // The visitor's own go by another key, and are no news.
    if (!isMissed && Number(row.key) >= missed) {
      isMissed = true;
      marks.push({ kind: 'mark', key: 'news', text: news });
    }
    return [...marks, row];
  });
}

/** Whether two entries are of one person, and of one day. */
function isRun(one: Entry | undefined, next: Entry | undefined): boolean {
  return (
    isSaid(one) && isSaid(next) && roleOf(one) === roleOf(next) && dayOf(one.at) === dayOf(next.at)
  );
}

function isSaid(entry: Entry | undefined): entry is Said {
  return entry?.kind === 'message' || entry?.event === 'escalation.offered';
}

function roleOf(entry: Said): MessageRow['role'] {
  return entry.kind === 'message' ? entry.author.role : 'assistant';
}

function nameOf(entry: Said, assistant: string): string | null {
  if (entry.kind === 'event') return assistant;
  const { author } = entry;
  return author.role === 'visitor' ? null : (author.name ?? assistant);
}
