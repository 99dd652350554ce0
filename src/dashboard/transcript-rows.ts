/** The log as a transcript's rows. Pure. */
import type { Entry, EventEntry, EventName, MessageEntry, Millis } from '../protocol/entry.ts';
import type { Decision, Happening } from './decision-words.ts';

export type Row =
  /** The first of a day, at midnight UTC. */
  | { is: 'day'; at: Millis }
  | {
      is: 'message';
      entry: MessageEntry;
      /** What the detector made of it. */
      decision: Decision | null;
      /** The first of several in a row by one author: says who it is. */
      isFirst: boolean;
    }
  | { is: 'event'; entry: EventEntry & Happening };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Within this long, messages of one author in a row stand together. */
const TOGETHER_MS = 5 * 60 * 1000;

/** Rows for the entries: days between them, and each decision beside the message it is about. */
export function rowsOf(entries: readonly Entry[]): Row[] {
  const rows: Row[] = [];
  let day: number | null = null;
  for (const entry of entries) {
    if (entry.kind === 'event' && entry.event === 'intent.decided') {
      const { of } = entry;
      const about = rows.findLast((row) => isVisitors(row, of));
      if (about?.is === 'message') about.decision ??= entry;
      continue;
    }
    const entryDay = Math.floor(entry.at / DAY_MS);
    if (entryDay !== day) rows.push({ is: 'day', at: entryDay * DAY_MS });
    day = entryDay;
    if (entry.kind === 'message') {
      const isFirst = !follows(entry, rows.at(-1));
      rows.push({ is: 'message', entry, decision: null, isFirst });
    } else {
      rows.push({ is: 'event', entry });
    }
  }
  return rows;
}

/** Whether a row is a message of the visitor's: that one, if it is known which. */
function isVisitors(row: Row, seq: number | undefined): boolean {
  if (row.is !== 'message' || row.entry.author.role !== 'visitor') return false;
  return seq === undefined || row.entry.seq === seq;
}

function follows(entry: MessageEntry, last: Row | undefined): boolean {
  if (last?.is !== 'message' || entry.at - last.entry.at > TOGETHER_MS) return false;
  return JSON.stringify(entry.author) === JSON.stringify(last.entry.author);
}

/** A wait of the visitor's for a person. */
export interface Wait {
  since: Millis;
  /** How it ended; `open` while it has not. */
  end: 'taken_over' | 'cancelled' | 'expired' | 'ended' | 'open';
  /** How long it was; null while it is open. */
  ms: number | null;
  /** Who came. */
  by: string | null;
}

/** The visitor's waits, in order: each begins with a yes. */
export function waitsOf(entries: readonly Entry[]): Wait[] {
  const waits: Wait[] = [];
  for (const entry of entries) {
    if (entry.kind === 'message') continue;
    if (entry.event === 'escalation.requested') {
      waits.push({ since: entry.at, end: 'open', ms: null, by: null });
      continue;
    }
    const end = ENDS[entry.event];
    const wait = waits.at(-1);
    if (end === undefined || wait?.end !== 'open') continue;
    const by = entry.event === 'takeover.started' ? entry.name : null;
    waits[waits.length - 1] = { ...wait, end, by, ms: entry.at - wait.since };
  }
  return waits;
}

const ENDS: Readonly<Partial<Record<EventName, Wait['end']>>> = {
  'takeover.started': 'taken_over',
  'escalation.cancelled': 'cancelled',
  'escalation.expired': 'expired',
  'conversation.ended': 'ended',
};
