/** A website's conversations as D1 lists them, newest activity first. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { IndexEntry } from './conversation-index.ts';
import { addressQuery, conversationQuery } from './conversation-query.ts';

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

/** Of the conversations that hold what is searched for, those that began last are listed. */
export const MAX_FOUND = 1_000;

/** An open conversation ends a day after its last entry, and its row hears of it soon after. */
const OPEN_FOR_MS = 3 * 24 * 60 * 60 * 1000;

export interface HistoryQuery {
  filter: Filter;
  /** Words said, or three characters or more of an email address left; empty for anything. */
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
  /** Whether more than {@link MAX_FOUND} hold what is searched for: the oldest are not listed. */
  isCutShort: boolean;
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

/** One page of a website's conversations. What it costs is bounded by the page and what it finds. */
export async function listConversations(
  db: D1Database,
  site: string,
  query: HistoryQuery,
  now: Millis,
): Promise<HistoryPage> {
  const where = conditionsOf(site, query, now);
  const narrowed = `WHERE ${where.map(({ sql }) => sql).join(' AND ')}
    ORDER BY last_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`;
  const values = where.flatMap((condition) => condition.values);
  if (query.search === '') {
    const { results } = await db
      .prepare(`SELECT ${COLUMNS} FROM conversation_index ${narrowed}`)
      .bind(...values)
      .all<Listed>();
    return pageOf(results, false);
  }
  const found = foundBy(site, query.search);
  if (found === null) return pageOf([], false);
  const [listed, counted] = await db.batch<Listed | { found: number }>([
    db
      .prepare(
        `WITH ${found.sql}
         SELECT ${COLUMNS} FROM found CROSS JOIN conversation_index USING (id) ${narrowed}`,
      )
      .bind(...found.values, ...values),
    db.prepare(`WITH ${found.sql} SELECT count(*) AS found FROM found`).bind(...found.values),
  ]);
  const rows = listed?.results.filter((row): row is Listed => 'conversation' in row) ?? [];
  const isCutShort = counted?.results.some((row) => 'found' in row && row.found > MAX_FOUND);
  return pageOf(rows, isCutShort ?? false);
}

function pageOf(results: readonly Listed[], isCutShort: boolean): HistoryPage {
  const shown = results.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const hasOlder = results.length > PAGE_SIZE;
  return {
    conversations: shown,
    older: hasOlder && last ? { lastAt: last.lastAt, id: last.id } : null,
    isCutShort,
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

function conditionsOf(site: string, query: HistoryQuery, now: Millis): Condition[] {
  const { filter, from, until, before } = query;
  const all: Condition[] = [
    { sql: 'site = ?', values: [site] },
    { sql: IS_CONVERSATION, values: [] },
    filterOf(filter, now),
  ];
  if (from !== null) all.push({ sql: 'last_at >= ?', values: [from] });
  if (until !== null) all.push({ sql: 'last_at < ?', values: [until] });
  if (before !== null) {
    all.push({ sql: '(last_at, id) < (?, ?)', values: [before.lastAt, before.id] });
  }
  return all;
}

function filterOf(filter: Filter, now: Millis): Condition {
  switch (filter) {
    case 'all':
      return { sql: 'true', values: [] };
    case 'ai':
      // Most are: the list is soon full.
      return { sql: `${OUTCOME_SQL} = 'ai'`, values: [] };
    case 'taken_over':
    case 'nobody_came':
      return { sql: `${FOR_PERSON} AND ${OUTCOME_SQL} = '${filter}'`, values: [] };
    case 'escalated':
      return { sql: `${FOR_PERSON} AND requested_at IS NOT NULL`, values: [] };
    case 'open':
      return { sql: `phase <> 'ended' AND last_at > ?`, values: [now - OPEN_FOR_MS] };
    default:
      return assertNever(filter);
  }
}

/** As the index `conversation_index_for_person` has it. */
const FOR_PERSON = '(requested_at IS NOT NULL OR taken_at IS NOT NULL)';

/**
 * The conversations that hold what is searched for, as a table `found` of their ids, with one more than
 * {@link MAX_FOUND} where there are more. Null if it is too short to be searched for.
 */
function foundBy(site: string, search: string): Condition | null {
  const asked = [
    { index: 'conversation_search', match: conversationQuery(site, search) },
    { index: 'contact_search', match: addressQuery(site, search) },
  ].filter(({ match }) => match !== null);
  if (asked.length === 0) return null;
  const parts = asked.map(
    ({ index }) =>
      `SELECT id FROM (SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ?
       ORDER BY rowid DESC LIMIT ${MAX_FOUND + 1})`,
  );
  return {
    sql: `found (id) AS MATERIALIZED (${parts.join(' UNION ')} ORDER BY id DESC LIMIT ${MAX_FOUND + 1})`,
    values: asked.flatMap(({ match }) => match ?? []),
  };
}
