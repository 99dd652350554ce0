/** Erases what D1 knows of a deleted website's conversations, and the conversations themselves. */
import { logEvent } from '../log.ts';
import { askAll } from './ask-all.ts';

/** Conversations erased in one go. */
export const PURGE_SIZE = 100;

/** Conversations erased at the same time. */
const AT_ONCE = 20;

/** What a conversation's clock may be behind that of whoever created its website. */
export const CREATED_SLACK_MS = 5_000;

/** Nothing is left; there may be more; or not one conversation could be erased. */
type Outcome = 'done' | 'more' | 'stuck';

/**
 * Erases the next conversations of a website, `atMost` so many. Where there is a website under the same
 * id again, what began since it was created is left alone. A conversation is forgotten in D1 once it has
 * been erased.
 */
export async function purgeSome(
  db: D1Database,
  site: string,
  atMost: number,
  erase: (conversation: string) => Promise<unknown>,
): Promise<Outcome> {
  if (atMost === 0) return 'more';
  try {
    const next = await nextToErase(db, site, atMost);
    if (next.length === 0) {
      await forgetRest(db, site);
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

/** Whether there is a website of that id. */
export async function siteExists(db: D1Database, site: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM site WHERE id = ?').bind(site).first()) !== null;
}

/** Everything before this is of the deleted website: all there is, unless there is one of its id (?1) again. */
const BEFORE = `coalesce((SELECT created_at - ${CREATED_SLACK_MS} FROM site WHERE id = ?1), 9e15)`;

async function nextToErase(db: D1Database, site: string, atMost: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT conversation FROM conversation_index
       WHERE site = ?1 AND started_at < ${BEFORE} LIMIT ?2`,
    )
    .bind(site, atMost)
    .all<{ conversation: string }>();
  return results.map(({ conversation }) => conversation);
}

async function forget(db: D1Database, conversations: readonly string[]): Promise<void> {
  const list = JSON.stringify(conversations);
  await db.batch(
    ['team_mail', 'unanswered', 'webhook_delivery', 'conversation_index'].map((table) =>
      db
        .prepare(`DELETE FROM ${table} WHERE conversation IN (SELECT value FROM json_each(?))`)
        .bind(list),
    ),
  );
}

/** Removes what is there of conversations that are not in the index. */
async function forgetRest(db: D1Database, site: string): Promise<void> {
  await db.batch(
    ['team_mail', 'unanswered', 'webhook_delivery'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE site = ?1 AND at < ${BEFORE}`).bind(site),
    ),
  );
}
