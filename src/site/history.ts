/** A website's conversations as D1 lists them, newest activity first. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { IndexEntry } from './conversation-index.ts';
import { conversationQuery } from './conversation-query.ts';

/** What a list may be narrowed to. */
export const FILTERS = ['all', 'ai', 'escalated', 'taken_over', 'nobody_came', 'open'] as const;
export type Filter = (typeof FILTERS)[number];

/** What became of a conversation. Exactly one holds. */
export type Outcome = 'ai' | 'waiting' | 'taken_over' | 'nobody_came' | 'given_up';

/** As many conversations stand on one page. */
export const PAGE_SIZE = 50;

/** Where a page ends, and the next one begins. */
export interface Cursor {
  lastAt: Millis;
  id: number;
}

export interface HistoryQuery {
  filter: Filter;
  /** Words said, or part of an email address left; empty for anything. */
  search: string;
  /** Last active at this moment or later. */
  from: Millis | null;
  /** Last active before this moment. */
  until: Millis | null;
  /** Older than this one. */
  before: Cursor | null;
}

export interface HistoryPage {
  conversations: IndexEntry[];
  /** Where older ones begin; null when there are none. */
  older: Cursor | null;
}

/** What became of a conversation, as its row tells. */
export function outcomeOf(
  entry: Pick<IndexEntry, 'phase' | 'requestedAt' | 'takenAt' | 'givenUpAt'>,
): Outcome {
  if (entry.takenAt !== null) return 'taken_over';
  if (entry.requestedAt === null) return 'ai';
  if (entry.phase === 'waiting') return 'waiting';
  return entry.givenUpAt === null ? 'nobody_came' : 'given_up';
}

/** The same in SQL, over the columns of `conversation_index`. */
export const OUTCOME_SQL = `CASE
  WHEN taken_at IS NOT NULL THEN 'taken_over'
  WHEN requested_at IS NULL THEN 'ai'
  WHEN phase = 'waiting' THEN 'waiting'
  WHEN given_up_at IS NOT NULL THEN 'given_up'
  ELSE 'nobody_came' END`;

/** Conversations in which nobody said anything are none. */
const IS_CONVERSATION = 'messages > 0';

/** One page of a website's conversations. */
export async function listConversations(
  db: D1Database,
  site: string,
  query: HistoryQuery,
): Promise<HistoryPage> {
  const where = conditionsOf(site, query);
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM conversation_index
       WHERE ${where.map(({ sql }) => sql).join(' AND ')}
       ORDER BY last_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`,
    )
    .bind(...where.flatMap(({ values }) => values))
    .all<Listed>();
  const shown = results.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const hasOlder = results.length > PAGE_SIZE;
  return {
    conversations: shown,
    older: hasOlder && last ? { lastAt: last.lastAt, id: last.id } : null,
  };
}

/** A conversation's row; null when the website has none of that id. */
export function findConversation(
  db: D1Database,
  site: string,
  conversation: string,
): Promise<IndexEntry | null> {
  return db
    .prepare(`SELECT ${COLUMNS} FROM conversation_index WHERE conversation = ? AND site = ?`)
    .bind(conversation, site)
    .first<Listed>();
}

/** Whether anybody has ever said anything on this website. */
export async function hasConversations(db: D1Database, site: string): Promise<boolean> {
  const row = await db
    .prepare(`SELECT 1 FROM conversation_index WHERE site = ? AND ${IS_CONVERSATION} LIMIT 1`)
    .bind(site)
    .first();
  return row !== null;
}

type Listed = IndexEntry & { id: number };

const COLUMNS = `id, conversation, site, phase, started_at AS startedAt, last_at AS lastAt,
  ended_at AS endedAt, messages, asked, first_line AS firstLine, last_line AS lastLine, country,
  device, page_url AS pageUrl, page_title AS pageTitle, contact, offered_at AS offeredAt,
  requested_at AS requestedAt, notified_at AS notifiedAt, taken_at AS takenAt, given_up_at AS givenUpAt,
  takeover_ms AS takeoverMs, agent`;

interface Condition {
  sql: string;
  values: (string | number)[];
}

function conditionsOf(site: string, query: HistoryQuery): Condition[] {
  const { filter, search, from, until, before } = query;
  const all: Condition[] = [
    { sql: 'site = ?', values: [site] },
    { sql: IS_CONVERSATION, values: [] },
    { sql: filterSql(filter), values: [] },
  ];
  if (search !== '') all.push(matching(site, search));
  if (from !== null) all.push({ sql: 'last_at >= ?', values: [from] });
  if (until !== null) all.push({ sql: 'last_at < ?', values: [until] });
  if (before !== null) {
    all.push({ sql: '(last_at, id) < (?, ?)', values: [before.lastAt, before.id] });
  }
  return all;
}

function filterSql(filter: Filter): string {
  switch (filter) {
    case 'all':
      return 'true';
    case 'ai':
    case 'taken_over':
    case 'nobody_came':
      return `${OUTCOME_SQL} = '${filter}'`;
    case 'escalated':
      return 'requested_at IS NOT NULL';
    case 'open':
      return `phase <> 'ended'`;
    default:
      return assertNever(filter);
  }
}

function matching(site: string, search: string): Condition {
  // LIKE takes no long pattern here, and would give `%` and `_` a meaning.
  const byContact = `instr(lower(contact), lower(?)) > 0`;
  const words = conversationQuery(site, search);
  if (words === null) return { sql: byContact, values: [search] };
  return {
    sql: `(id IN (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?)
           OR ${byContact})`,
    values: [words, search],
  };
}
