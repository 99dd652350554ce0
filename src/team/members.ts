/** People who may sign in, in D1. */
import type { Millis } from '../protocol/entry.ts';
import type { Member } from './member.ts';
import { nameFromAddress } from './name.ts';

/** The member with that address, in lower case; null when there is none. */
async function findMember(db: D1Database, email: string): Promise<Member | null> {
  return db
    .prepare('SELECT id, email, name FROM member WHERE email = ?')
    .bind(email)
    .first<Member>();
}

/** The member with that address, made under that name if there is none yet. */
export async function ensureMember(
  db: D1Database,
  email: string,
  name: string,
  now: Millis,
): Promise<Member> {
  await db
    .prepare('INSERT OR IGNORE INTO member (id, email, name, created_at) VALUES (?, ?, ?, ?)')
    .bind(crypto.randomUUID(), email, name, now)
    .run();
  const member = await findMember(db, email);
  if (!member) throw new Error('A member was removed in the moment they were made.');
  return member;
}

/**
 * Whoever may sign in with that address; null for nobody. The first owner is known by their address
 * alone: before they sign in there is nobody who could invite them.
 *
 * @param owner OWNER_EMAIL, as it was configured
 */
export async function whoMaySignIn(
  db: D1Database,
  email: string,
  owner: string,
  now: Millis,
): Promise<Member | null> {
  if (email === owner.trim().toLowerCase()) {
    return ensureMember(db, email, nameFromAddress(email), now);
  }
  return findMember(db, email);
}

/** Gives a member another name. */
export async function renameMember(db: D1Database, member: string, name: string): Promise<void> {
  await db.prepare('UPDATE member SET name = ? WHERE id = ?').bind(name, member).run();
}
