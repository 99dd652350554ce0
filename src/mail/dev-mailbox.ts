/** The mails that left a development server, kept where a newcomer can read them. */
import type { Mail } from './mime.ts';

/** A mail as the mailbox shows it, decoded from exactly what the provider was given. */
export interface ReceivedMail {
  id: number;
  /** When it was sent, in ms since 1970. */
  at: number;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  raw: string;
}

const SHOWN = 100;

type MailRow = { id: number; at: number; sender: string; recipient: string; raw: string };

/** Keeps a mail that the provider accepted. */
export async function recordMail(db: D1Database, mail: Mail, raw: string): Promise<void> {
  await db
    .prepare('INSERT INTO dev_mail (at, sender, recipient, raw) VALUES (?, ?, ?, ?)')
    .bind(Date.now(), mail.from.address, mail.to, raw)
    .run();
}

/** The last mails, newest first. */
export async function readMailbox(db: D1Database): Promise<ReceivedMail[]> {
  const { default: PostalMime } = await import('postal-mime');
  const { results } = await db
    .prepare('SELECT id, at, sender, recipient, raw FROM dev_mail ORDER BY id DESC LIMIT ?')
    .bind(SHOWN)
    .all<MailRow>();
  return Promise.all(
    results.map(async ({ id, at, sender, recipient, raw }) => {
      const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
      return { id, at, from: sender, to: recipient, subject, text, html, raw };
    }),
  );
}
