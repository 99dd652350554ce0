/** One-time sign-in links. D1 holds a hash of what is in the link, and with the row the link is void. */
import type { Millis } from '../protocol/entry.ts';
import type { Member } from './member.ts';
import { hashOf, newSecret } from './secret-hash.ts';

/** A sign-in link opens the door for this long. */
export const SIGN_IN_LIFE_MS = 15 * 60_000;

/** How many links of one member may be open: a further one takes the place of the oldest. */
export const OPEN_LINKS = 5;

/** Makes a link's token for a member. It is kept nowhere: the mail is the only place that has it. */
export async function openSignIn(db: D1Database, member: string, now: Millis): Promise<string> {
  const token = newSecret();
  const hash = await hashOf(token);
  await db.batch([
    db.prepare('DELETE FROM sign_in WHERE expires_at <= ?').bind(now),
    db
      .prepare('INSERT INTO sign_in (hash, member, expires_at) VALUES (?, ?, ?)')
      .bind(hash, member, now + SIGN_IN_LIFE_MS),
    db
      .prepare(
        `DELETE FROM sign_in WHERE member = ?1 AND hash <> ?2 AND hash NOT IN
         (SELECT hash FROM sign_in WHERE member = ?1 AND hash <> ?2
          ORDER BY expires_at DESC LIMIT ?3)`,
      )
      .bind(member, hash, OPEN_LINKS - 1),
  ]);
  return token;
}

/** Whom a link would sign in; null if it is used, expired or made up. Changes nothing. */
export async function lookAtSignIn(
  db: D1Database,
  token: string,
  now: Millis,
): Promise<Member | null> {
  return db
    .prepare(
      `SELECT member.id, email, name FROM sign_in JOIN member ON member.id = sign_in.member
       WHERE hash = ? AND expires_at > ?`,
    )
    .bind(await hashOf(token), now)
    .first<Member>();
}

/** Uses a link up and says whose it was; null if it is used, expired or made up. Of two at once one gets it. */
export async function takeSignIn(
  db: D1Database,
  token: string,
  now: Millis,
): Promise<string | null> {
  const row = await db
    .prepare('DELETE FROM sign_in WHERE hash = ? RETURNING member, expires_at')
    .bind(await hashOf(token))
    .first<{ member: string; expires_at: number }>();
  return row && row.expires_at > now ? row.member : null;
}
