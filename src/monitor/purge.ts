/** Erases what D1 knows of a deleted website's conversations, and the conversations themselves. */
import { logEvent } from '../log.ts';
import type { Millis } from '../protocol/entry.ts';
import { askAll } from './ask-all.ts';

/** Conversations erased in one go. */
export const PURGE_SIZE = 100;

/** Conversations erased at the same time. */
const AT_ONCE = 20;

/** Nothing is left; there may be more; or not one conversation could be erased. */
export type Outcome = 'done' | 'more' | 'stuck';

/**
 * Erases the next conversations of a website. None that began after `before`: those belong to a website
 * that was created under the same id since. A conversation is forgotten in D1 once it has been erased.
 */
export async function purgeSome(
  db: D1Database,
  site: string,
  before: Millis,
  erase: (conversation: string) => Promise<void>,
): Promise<Outcome> {
  try {
    const next = await nextToErase(db, site, before);
    if (next.length === 0) {
      await forgetRest(db, site, before);
      return 'done';
    }
    const { answers } = await askAll(next, AT_ONCE, erase);
    const erased = answers.map(({ of }) => of);
    await forget(db, erased);
    return erased.length > 0 ? 'more' : 'stuck';
  } catch (error) {
    logEvent('purge.failed', { reason: error instanceof Error ? error.message : 'unknown' });
    return 'stuck';
  }
}

/** Whether there is a website of that id that was created after `since`. */
export async function isCreatedSince(
  db: D1Database,
  site: string,
  since: Millis,
): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM site WHERE id = ? AND created_at > ?')
    .bind(site, since)
    .first();
  return row !== null;
}

async function nextToErase(db: D1Database, site: string, before: Millis): Promise<string[]> {
  const { results } = await db
    .prepare(
      'SELECT conversation FROM conversation_index WHERE site = ? AND started_at <= ? LIMIT ?',
    )
    .bind(site, before, PURGE_SIZE)
    .all<{ conversation: string }>();
  return results.map(({ conversation }) => conversation);
}

async function forget(db: D1Database, conversations: readonly string[]): Promise<void> {
  const list = JSON.stringify(conversations);
  await db.batch(
    ['notification', 'unanswered', 'conversation_index'].map((table) =>
      db
        .prepare(`DELETE FROM ${table} WHERE conversation IN (SELECT value FROM json_each(?))`)
        .bind(list),
    ),
  );
}

/** Removes what is there of conversations that are not in the index. */
async function forgetRest(db: D1Database, site: string, before: Millis): Promise<void> {
  await db.batch(
    ['notification', 'unanswered'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE site = ? AND at <= ?`).bind(site, before),
    ),
  );
}
