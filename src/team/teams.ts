/** Who belongs to a website's team, in D1. Whatever two owners do at once, one owner is left. */
import type { Millis } from '../protocol/entry.ts';
import type { Member, Teammate, TeamRole } from './member.ts';
import { ensureMember } from './members.ts';

/** A website's team: owners first, then by name. */
export async function teamOf(db: D1Database, site: string): Promise<Teammate[]> {
  const { results } = await db
    .prepare(
      `SELECT member.id, email, name, role, since, seen_at AS seenAt
       FROM membership JOIN member ON member.id = membership.member
       WHERE site = ? ORDER BY role DESC, name COLLATE NOCASE, email`,
    )
    .bind(site)
    .all<Teammate>();
  return results;
}

/** Whoever is to join a team. */
interface Newcomer {
  email: string;
  /** For somebody who is new here; a member of other teams keeps the name they have. */
  name: string;
  role: TeamRole;
}

type Joining = { result: 'joined'; member: Member } | { result: 'already' };

/** Makes somebody a member of a team. Who is one already stays what they are. */
export async function join(
  db: D1Database,
  site: string,
  newcomer: Newcomer,
  now: Millis,
): Promise<Joining> {
  const member = await ensureMember(db, newcomer.email, newcomer.name, now);
  const row = await db
    .prepare(
      'INSERT OR IGNORE INTO membership (site, member, role, since) VALUES (?, ?, ?, ?) RETURNING role',
    )
    .bind(site, member.id, newcomer.role, now)
    .first();
  return row ? { result: 'joined', member } : { result: 'already' };
}

/** A team keeps an owner. */
const NOT_THE_LAST_OWNER = `(role = 'agent' OR EXISTS (
  SELECT 1 FROM membership AS other
  WHERE other.site = ?1 AND other.member <> ?2 AND other.role = 'owner'))`;

/** Changes what a member may do. False if they are not of the team, or would have been its last owner. */
export async function changeRole(
  db: D1Database,
  site: string,
  member: string,
  role: TeamRole,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE membership SET role = ?3
       WHERE site = ?1 AND member = ?2 AND (?3 = 'owner' OR ${NOT_THE_LAST_OWNER})`,
    )
    .bind(site, member, role)
    .run();
  return meta.changes > 0;
}

/** Takes a member off a team. False if they are not of it, or are its last owner. */
export async function removeFromTeam(
  db: D1Database,
  site: string,
  member: string,
): Promise<boolean> {
  const { meta } = await db
    .prepare(`DELETE FROM membership WHERE site = ?1 AND member = ?2 AND ${NOT_THE_LAST_OWNER}`)
    .bind(site, member)
    .run();
  return meta.changes > 0;
}

/** Whether a member belongs to the team of any website. */
export async function isOnAnyTeam(db: D1Database, member: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM membership WHERE member = ? LIMIT 1')
    .bind(member)
    .first();
  return row !== null;
}

/**
 * Forgets a member who belongs to no team any more, but for the first owner.
 *
 * @param owner OWNER_EMAIL, as it was configured
 */
export async function forgetIfAlone(db: D1Database, member: string, owner: string): Promise<void> {
  await db
    .prepare(
      `DELETE FROM member WHERE id = ?1 AND email <> ?2
       AND NOT EXISTS (SELECT 1 FROM membership WHERE member = ?1)`,
    )
    .bind(member, owner.trim().toLowerCase())
    .run();
}
