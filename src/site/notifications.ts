/** What became of the mails that asked a website's team to take over. One row for each escalation. */
import type { Millis } from '../protocol/entry.ts';

export interface Notification {
  conversation: string;
  escalation: number;
  site: string;
  at: Millis;
  status: 'sent' | 'failed';
  /** Where it went, or should have gone. */
  address: string;
  /** Why it failed, in the provider's words; for the team only. */
  reason?: string;
}

type Row = Omit<Notification, 'reason'> & { reason: string | null };

/**
 * Notes how the mail of one escalation ended; what was noted of it before is replaced. Nothing is noted
 * of a website that is no more. Rejects if D1 does.
 */
export async function recordNotification(db: D1Database, row: Notification): Promise<void> {
  const { conversation, escalation, site, at, status, address, reason } = row;
  await db
    .prepare(
      `INSERT INTO notification (conversation, escalation, site, at, status, address, reason)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM site WHERE id = ?3)
       ON CONFLICT (conversation, escalation) DO UPDATE SET
         at = excluded.at, status = excluded.status,
         address = excluded.address, reason = excluded.reason`,
    )
    .bind(conversation, escalation, site, at, status, address, reason ?? null)
    .run();
}

/** The website's last notifications, newest first. */
export async function lastNotifications(
  db: D1Database,
  site: string,
  limit: number,
): Promise<Notification[]> {
  const { results } = await db
    .prepare(
      `SELECT conversation, escalation, site, at, status, address, reason
       FROM notification WHERE site = ? ORDER BY at DESC, conversation, escalation LIMIT ?`,
    )
    .bind(site, limit)
    .all<Row>();
  return results.map(toNotification);
}

/** The notification of one escalation, if it is one of that website's. */
export async function findNotification(
  db: D1Database,
  site: string,
  conversation: string,
  escalation: number,
): Promise<Notification | null> {
  const row = await db
    .prepare(
      `SELECT conversation, escalation, site, at, status, address, reason
       FROM notification WHERE site = ? AND conversation = ? AND escalation = ?`,
    )
    .bind(site, conversation, escalation)
    .first<Row>();
  return row && toNotification(row);
}

function toNotification({ reason, ...row }: Row): Notification {
  return { ...row, ...(reason !== null && { reason }) };
}
