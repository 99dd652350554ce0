/** Who is signed in. D1 holds a hash of what the cookie holds, and with the row the session is gone. */
import type { Millis } from '../protocol/entry.ts';
import { secretsOf, type SignEnv } from '../takeover/secrets.ts';
import { toBase64Url } from '../takeover/base64url.ts';
import type { Membership, Visit } from './member.ts';
import { hashOf, newSecret } from './secret-hash.ts';

interface SessionEnv extends SignEnv {
  DB: D1Database;
  OWNER_EMAIL: string;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A session that was not used for this long has ended. */
export const SESSION_IDLE_MS = 14 * DAY_MS;

/** However much it is used, a session ends after this long. */
export const SESSION_LIFE_MS = 90 * DAY_MS;

/** A use is noted this often: not every page is worth a write. */
const NOTED_EVERY_MS = HOUR_MS;

/** The cookie of a session. `__Host-` binds it to this host and to https; a laptop's plain http has neither. */
export function sessionCookie(isSecure: boolean): string {
  return isSecure ? '__Host-baton' : 'baton_session';
}

/** Starts a session. The answer goes into the cookie and is kept nowhere. */
export async function startSession(db: D1Database, member: string, now: Millis): Promise<string> {
  const secret = newSecret();
  await db.batch([
    db.prepare('DELETE FROM session WHERE expires_at <= ?').bind(now),
    db
      .prepare(
        'INSERT INTO session (hash, member, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      )
      .bind(await hashOf(secret), member, now, now, now + SESSION_IDLE_MS),
    noteMember(db, member, now),
  ]);
  return secret;
}

/** Ends one session, by its hash. */
export async function endSession(db: D1Database, session: string): Promise<void> {
  await db.prepare('DELETE FROM session WHERE hash = ?').bind(session).run();
}

/** Ends every session of a member, and voids the links that would start another. */
export async function endSessions(db: D1Database, member: string): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM sign_in WHERE member = ?').bind(member),
    db.prepare('DELETE FROM session WHERE member = ?').bind(member),
  ]);
}

/** A session of a member's, as their account page lists it. */
export interface OpenSession {
  /** Its key in D1: useless as a cookie. */
  session: string;
  /** When it was started, in ms since 1970. */
  startedAt: Millis;
  /** When it was last used, to the hour. */
  seenAt: Millis;
}

/** A member's sessions, the last used first. */
export async function sessionsOf(
  db: D1Database,
  member: string,
  now: Millis,
): Promise<OpenSession[]> {
  const { results } = await db
    .prepare(
      `SELECT hash AS session, created_at AS startedAt, seen_at AS seenAt
       FROM session WHERE member = ? AND expires_at > ? ORDER BY seen_at DESC, hash`,
    )
    .bind(member, now)
    .all<OpenSession>();
  return results;
}

type SessionRow = {
  member: string;
  email: string;
  name: string;
  created_at: number;
  seen_at: number;
};

/** Who sends this request: the member whose session its cookie holds; null for anybody else. */
export async function visitOf(
  env: SessionEnv,
  request: Request,
  now: Millis,
): Promise<Visit | null> {
  const secret = cookieOf(request);
  if (secret === undefined) return null;
  const session = await hashOf(secret);
  const [sessions, memberships] = await env.DB.batch<SessionRow | Membership>([
    env.DB.prepare(
      `SELECT member.id AS member, email, name, session.created_at, session.seen_at
       FROM session JOIN member ON member.id = session.member
       WHERE hash = ? AND expires_at > ?`,
    ).bind(session, now),
    env.DB.prepare(
      `SELECT site.id AS site, site.name AS siteName, role
       FROM session
       JOIN membership ON membership.member = session.member
       JOIN site ON site.id = membership.site
       WHERE hash = ? ORDER BY site.name COLLATE NOCASE, site.id`,
    ).bind(session),
  ]);
  const row = sessions?.results.find((result): result is SessionRow => 'email' in result);
  if (!row) return null;
  if (now - row.seen_at > NOTED_EVERY_MS) await noteUse(env.DB, session, row, now);
  const own = (memberships?.results ?? []).filter(
    (result): result is Membership => 'siteName' in result,
  );
  return {
    member: { id: row.member, email: row.email, name: row.name },
    memberships: own,
    session,
    formToken: await formToken(env, session),
    mayCreate: row.email === env.OWNER_EMAIL.trim().toLowerCase() || own.some(isOwner),
  };
}

function isOwner({ role }: Membership): boolean {
  return role === 'owner';
}

async function noteUse(
  db: D1Database,
  session: string,
  { created_at, member }: SessionRow,
  now: Millis,
): Promise<void> {
  const expiresAt = Math.min(now + SESSION_IDLE_MS, created_at + SESSION_LIFE_MS);
  await db.batch([
    db
      .prepare('UPDATE session SET seen_at = ?, expires_at = ? WHERE hash = ?')
      .bind(now, expiresAt, session),
    noteMember(db, member, now),
  ]);
}

function noteMember(db: D1Database, member: string, now: Millis): D1PreparedStatement {
  return db.prepare('UPDATE member SET seen_at = ? WHERE id = ?').bind(now, member);
}

/** Reads the one cookie that this scheme allows. */
function cookieOf(request: Request): string | undefined {
  const name = sessionCookie(new URL(request.url).protocol === 'https:');
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value) return value;
  }
  return undefined;
}

/** What the forms of a session carry: nobody who does not know our secret can make it. */
async function formToken(env: SignEnv, session: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = encoder.encode(secretsOf(env)[0]);
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`baton.form.${session}`));
  return toBase64Url(mac);
}
