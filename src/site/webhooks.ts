/** A website's webhooks in D1. */
import type { Millis } from '../protocol/entry.ts';
import { type HookEvent, readEvents } from '../webhook/events.ts';
import { FORMATS, type HookFormat } from '../webhook/message.ts';
import { newHookSecret } from '../webhook/sign.ts';

/** So many a website may have. */
export const MAX_WEBHOOKS = 5;

/** What an owner decides about one. */
export interface WebhookDraft {
  url: string;
  format: HookFormat;
  events: readonly HookEvent[];
}

export interface Webhook extends WebhookDraft {
  id: string;
  /** What signs its messages: for owners, and for the receiver. */
  secret: string;
}

type Row = { id: string; url: string; secret: string; format: string; events: string };

const COLUMNS = 'id, url, secret, format, events';

/** All of a website's, in the order in which they were added. */
export async function webhooksOf(db: D1Database, site: string): Promise<Webhook[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM webhook WHERE site = ? ORDER BY position, id`)
    .bind(site)
    .all<Row>();
  return results.map(toWebhook);
}

/** One of them; null if it is none of that website's. */
export async function findWebhook(
  db: D1Database,
  site: string,
  id: string,
): Promise<Webhook | null> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM webhook WHERE site = ? AND id = ?`)
    .bind(site, id)
    .first<Row>();
  return row && toWebhook(row);
}

const ID_BYTES = 12;

/** Adds one, with a secret of its own. Null if the website has as many as it may. */
export async function addWebhook(
  db: D1Database,
  site: string,
  { url, format, events }: WebhookDraft,
  now: Millis,
): Promise<Webhook | null> {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const row = await db
    .prepare(
      `INSERT INTO webhook (id, site, url, secret, format, events, created_at, position)
       SELECT ?2, ?1, ?3, ?4, ?5, ?6, ?7,
         (SELECT coalesce(max(position), 0) + 1 FROM webhook WHERE site = ?1)
       WHERE (SELECT count(*) FROM webhook WHERE site = ?1) < ${MAX_WEBHOOKS}
       RETURNING ${COLUMNS}`,
    )
    .bind(site, id, url, newHookSecret(), format, events.join(' '), now)
    .first<Row>();
  return row && toWebhook(row);
}

/** Changes one; false if there is no such one any more. */
export async function changeWebhook(
  db: D1Database,
  site: string,
  id: string,
  { url, format, events }: WebhookDraft,
): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE webhook SET url = ?, format = ?, events = ? WHERE site = ? AND id = ?')
    .bind(url, format, events.join(' '), site, id)
    .run();
  return meta.changes > 0;
}

/** Gives one a new secret: whatever is sent from now on is signed with it, what is tried again too. */
export async function rotateSecret(db: D1Database, site: string, id: string): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE webhook SET secret = ? WHERE site = ? AND id = ?')
    .bind(newHookSecret(), site, id)
    .run();
  return meta.changes > 0;
}

/** Removes one, and what became of its messages. */
export async function removeWebhook(db: D1Database, site: string, id: string): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM webhook WHERE site = ? AND id = ?').bind(site, id),
    db.prepare('DELETE FROM webhook_delivery WHERE site = ? AND webhook = ?').bind(site, id),
  ]);
}

function toWebhook({ format, events, ...row }: Row): Webhook {
  return {
    ...row,
    format: FORMATS.find((known) => known === format) ?? 'json',
    events: readEvents(events.split(' ')),
  };
}
