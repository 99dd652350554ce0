/** The mails that left a development server, kept where a newcomer can read them. */
import type { Mail } from './mime.ts';

/** A mail as the mailbox shows it. */
export interface ReceivedMail {
  id: number;
  /** When it was sent, in ms since 1970. */
  at: number;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The MIME source, as the mail binding was given it. */
  raw: string;
}

const SHOWN = 100;

/** Keeps a mail that the provider accepted. */
export async function recordMail(db: D1Database, mail: Mail, raw: string): Promise<void> {
  const { from, to, subject, text, html } = mail;
  await db
    .prepare(
      'INSERT INTO dev_mail (at, sender, recipient, subject, text, html, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(Date.now(), from.address, to, subject, text, html, raw)
    .run();
}

/** The last mails, newest first. */
export async function readMailbox(db: D1Database): Promise<ReceivedMail[]> {
  const { results } = await db
    .prepare(
      `SELECT id, at, sender AS "from", recipient AS "to", subject, text, html, raw
       FROM dev_mail ORDER BY id DESC LIMIT ?`,
    )
    .bind(SHOWN)
    .all<ReceivedMail>();
  return results;
}
