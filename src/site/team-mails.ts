/** What became of the mails to a website's team. One row for each, however often it was tried. */
import type { Millis } from '../protocol/entry.ts';

/** A call to take over, a reminder of one, or an address that a visitor left. */
export const MAIL_KINDS = ['call', 'reminder', 'contact'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Which mail. `number` counts those of a kind; of a call and its reminder it is the escalation's. */
export interface MailKey {
  conversation: string;
  kind: MailKind;
  number: number;
}

export interface TeamMail extends MailKey {
  site: string;
  at: Millis;
  status: 'sent' | 'failed';
  /** Where it went, or should have gone. */
  address: string;
  /** Why it failed, in the provider's words; for the team only. */
  reason?: string;
}

type Row = Omit<TeamMail, 'reason'> & { reason: string | null };

const COLUMNS = 'conversation, kind, number, site, at, status, address, reason';

/**
 * Notes how a mail ended; what was noted of it before is replaced. Nothing is noted of a website that is
 * no more. Rejects if D1 does.
 */
export async function recordTeamMail(db: D1Database, row: TeamMail): Promise<void> {
  const { conversation, kind, number, site, at, status, address, reason } = row;
  await db
    .prepare(
      `INSERT INTO team_mail (${COLUMNS})
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE EXISTS (SELECT 1 FROM site WHERE id = ?4)
       ON CONFLICT (conversation, kind, number) DO UPDATE SET
         at = excluded.at, status = excluded.status,
         address = excluded.address, reason = excluded.reason`,
    )
    .bind(conversation, kind, number, site, at, status, address, reason ?? null)
    .run();
}

/** The website's last mails, newest first. */
export async function lastTeamMails(
  db: D1Database,
  site: string,
  limit: number,
): Promise<TeamMail[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM team_mail WHERE site = ?
       ORDER BY at DESC, conversation, kind, number LIMIT ?`,
    )
    .bind(site, limit)
    .all<Row>();
  return results.map(toTeamMail);
}

/** One mail, if it is one of that website's. */
export async function findTeamMail(
  db: D1Database,
  site: string,
  { conversation, kind, number }: MailKey,
): Promise<TeamMail | null> {
  const row = await db
    .prepare(
      `SELECT ${COLUMNS} FROM team_mail
       WHERE site = ? AND conversation = ? AND kind = ? AND number = ?`,
    )
    .bind(site, conversation, kind, number)
    .first<Row>();
  return row && toTeamMail(row);
}

function toTeamMail({ reason, ...row }: Row): TeamMail {
  return { ...row, ...(reason !== null && { reason }) };
}
