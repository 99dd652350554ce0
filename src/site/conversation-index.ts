/**
 * What D1 knows of a conversation: a row to list it by and an index of the words said in it. The
 * conversation itself, and with it every word, is in its object.
 */
import type { Millis } from '../protocol/entry.ts';
import type { Phase } from '../protocol/state.ts';
import { searchable } from './conversation-query.ts';

/** A conversation as History and Overview see it; see migrations/0004_history.sql. */
export interface IndexEntry {
  conversation: string;
  site: string;
  phase: Phase;
  startedAt: Millis;
  /** When the last entry was made. Of two writes of one conversation the later one is right. */
  lastAt: Millis;
  endedAt: Millis | null;
  /** Messages of anybody. */
  messages: number;
  /** Messages of the visitor. */
  asked: number;
  /** The visitor's first words, shortened; empty while there are none. */
  firstLine: string;
  /** The last words of anybody, shortened. */
  lastLine: string;
  country: string | null;
  device: 'desktop' | 'phone' | 'tablet' | null;
  pageUrl: string | null;
  pageTitle: string | null;
  /** The email address the visitor left. */
  contact: string | null;
  /** When it first came to that: an offer, a yes, a mail the provider accepted, a person. */
  offeredAt: Millis | null;
  requestedAt: Millis | null;
  notifiedAt: Millis | null;
  takenAt: Millis | null;
  /** When the last wait was called off, by the visitor or by switching escalation off, if nobody came after. */
  givenUpAt: Millis | null;
  /** From the visitor's yes to the first person, in ms; only where a yes came before. */
  takeoverMs: number | null;
  /** Who took over last. */
  agent: string | null;
}

/** So much of the words’ index is written anew with every deletion, in pages of 4 kB. */
const MERGED_PAGES = 200;

/** As much of a very long conversation as is found again: D1 takes no text over two million bytes. */
const SEARCHED_CHARACTERS = 300_000;

/**
 * Writes a conversation's row and makes its words findable, to be run as one batch. The row keeps its
 * number. A write that comes late, after a newer one, changes nothing.
 *
 * @param text the words said, by anybody; none of them is kept as such
 */
export function indexStatements(
  db: D1Database,
  entry: IndexEntry,
  text: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO conversation_index
           (conversation, site, phase, started_at, last_at, ended_at, messages, asked,
            first_line, last_line, country, device, page_url, page_title, contact,
            offered_at, requested_at, notified_at, taken_at, given_up_at, takeover_ms, agent)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (conversation) DO UPDATE SET
           site = excluded.site, phase = excluded.phase, started_at = excluded.started_at,
           last_at = excluded.last_at, ended_at = excluded.ended_at,
           messages = excluded.messages, asked = excluded.asked,
           first_line = excluded.first_line, last_line = excluded.last_line,
           country = excluded.country, device = excluded.device,
           page_url = excluded.page_url, page_title = excluded.page_title,
           contact = excluded.contact, offered_at = excluded.offered_at,
           requested_at = excluded.requested_at, notified_at = excluded.notified_at,
           taken_at = excluded.taken_at,
           given_up_at = excluded.given_up_at, takeover_ms = excluded.takeover_ms,
           agent = excluded.agent
         WHERE excluded.last_at >= conversation_index.last_at`,
      )
      .bind(...valuesOf(entry)),
    // The row carries this write's time only if the statement above was not too late.
    db
      .prepare(
        `INSERT OR REPLACE INTO conversation_search (rowid, site, text)
         SELECT id, site, ? FROM conversation_index WHERE conversation = ? AND last_at = ?`,
      )
      .bind(
        searchable(text.slice(-SEARCHED_CHARACTERS).toWellFormed()),
        entry.conversation,
        entry.lastAt,
      ),
  ];
}

function valuesOf(entry: IndexEntry): (string | number | null)[] {
  return [
    entry.conversation,
    entry.site,
    entry.phase,
    entry.startedAt,
    entry.lastAt,
    entry.endedAt,
    entry.messages,
    entry.asked,
    entry.firstLine,
    entry.lastLine,
    entry.country,
    entry.device,
    entry.pageUrl,
    entry.pageTitle,
    entry.contact,
    entry.offeredAt,
    entry.requestedAt,
    entry.notifiedAt,
    entry.takenAt,
    entry.givenUpAt,
    entry.takeoverMs,
    entry.agent,
  ];
}

/**
 * Removes all that D1 knows of a conversation, to be run as one batch: its row and, by a trigger, its
 * words, what became of its mails and of what webhooks were told, the questions that were left open, and what a development server
 * keeps of the mails themselves.
 */
export function forgetStatements(db: D1Database, conversation: string): D1PreparedStatement[] {
  return [
    ...['conversation_index', 'team_mail', 'unanswered', 'webhook_delivery'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE conversation = ?`).bind(conversation),
    ),
    db.prepare('DELETE FROM dev_mail WHERE instr(text, ?) > 0').bind(conversation),
    // A deletion only marks the words in the index: they are gone once its pages are written anew.
    db
      .prepare(`INSERT INTO conversation_search (conversation_search, rank) VALUES ('merge', ?)`)
      .bind(-MERGED_PAGES),
  ];
}
