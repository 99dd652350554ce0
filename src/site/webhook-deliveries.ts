/** What became of the messages to a website's webhooks. One row for each, however often it was tried. */
import type { Millis } from '../protocol/entry.ts';
import type { HookMessageType } from '../webhook/events.ts';
import type { Posted } from '../webhook/post.ts';

export type DeliveryStatus = 'delivered' | 'failed' | 'retrying';

/** One message. */
export interface DeliveryKey {
  /** The same with every attempt. */
  id: string;
  webhook: string;
  site: string;
  /** Whose event it is, and its number; null for a test. */
  conversation: string | null;
  seq: number | null;
  event: HookMessageType;
}

export interface WebhookDelivery extends DeliveryKey {
  /** The last attempt. */
  at: Millis;
  status: DeliveryStatus;
  attempts: number;
  /** What the receiver answered with; null if nothing came. */
  code: number | null;
  /** With a code: what the receiver said. Without one: why it was not reached. */
  reason: string | null;
}

const COLUMNS = 'id, webhook, site, conversation, seq, event, at, status, attempts, code, reason';

/**
 * Notes how an attempt went, in one write; of two the later one counts, whichever is told first. Nothing is
 * noted of a webhook that is no more. Rejects if D1 does.
 */
export async function recordDelivery(
  db: D1Database,
  { id, webhook, site, conversation, seq, event }: DeliveryKey,
  posted: Posted,
  status: DeliveryStatus,
  now: Millis,
): Promise<void> {
  const code = posted.is === 'unreached' ? null : posted.code;
  await db
    .prepare(
      `INSERT INTO webhook_delivery (${COLUMNS})
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10
       WHERE EXISTS (SELECT 1 FROM webhook WHERE id = ?2 AND site = ?3)
       ON CONFLICT (id) DO UPDATE SET
         at = excluded.at, status = excluded.status, attempts = attempts + 1,
         code = excluded.code, reason = excluded.reason
       WHERE excluded.at >= webhook_delivery.at`,
    )
    .bind(id, webhook, site, conversation, seq, event, now, status, code, reasonIn(posted))
    .run();
}

function reasonIn(posted: Posted): string | null {
  if (posted.is === 'delivered') return null;
  return posted.is === 'refused' ? posted.said || null : posted.reason;
}

/** A website's last ones, newest first; those of one webhook if it is named. */
export async function lastDeliveries(
  db: D1Database,
  site: string,
  limit: number,
  webhook?: string,
): Promise<WebhookDelivery[]> {
  const ofOne = webhook === undefined ? '' : 'AND webhook = ?3';
  const statement = db.prepare(
    `SELECT ${COLUMNS} FROM webhook_delivery WHERE site = ?1 ${ofOne}
     ORDER BY at DESC, id DESC LIMIT ?2`,
  );
  const { results } = await statement
    .bind(...(webhook === undefined ? [site, limit] : [site, limit, webhook]))
    .all<WebhookDelivery>();
  return results;
}

/** One of them; null if it is none of that website's. */
export function findDelivery(
  db: D1Database,
  site: string,
  id: string,
): Promise<WebhookDelivery | null> {
  return db
    .prepare(`SELECT ${COLUMNS} FROM webhook_delivery WHERE site = ? AND id = ?`)
    .bind(site, id)
    .first<WebhookDelivery>();
}
