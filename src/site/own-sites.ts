/** Websites as their members have them: listed, created, deleted. */
import type { Millis } from '../protocol/entry.ts';
import type { Member, TeamRole } from '../team/member.ts';

/** One website in a member's list. */
export interface OwnSite {
  site: string;
  name: string;
  domains: string[];
  role: TeamRole;
  escalationEnabled: boolean;
}

type OwnSiteRow = Pick<OwnSite, 'site' | 'name' | 'role'> & { domains: string; enabled: number };

/** A member's websites, by name. */
export async function sitesOf(db: D1Database, member: string): Promise<OwnSite[]> {
  const { results } = await db
    .prepare(
      `SELECT site.id AS site, name, domains, role, escalation_enabled AS enabled
       FROM membership JOIN site ON site.id = membership.site
       WHERE member = ? ORDER BY name COLLATE NOCASE, site.id`,
    )
    .bind(member)
    .all<OwnSiteRow>();
  return results.map(({ site, name, role, domains, enabled }) => ({
    site,
    name,
    role,
    domains: domains.split(' ').filter(Boolean),
    escalationEnabled: enabled === 1,
  }));
}

export interface NewSite {
  name: string;
  domains: readonly string[];
  owner: Member;
}

/**
 * Creates a website with everything else as it is by default. Resolves to its id. The id is looked for
 * and taken in one statement: whoever wants the same in the same moment finds it taken.
 */
export async function createSite(db: D1Database, wanted: NewSite, now: Millis): Promise<string> {
  const { name, domains, owner } = wanted;
  const base = slugOf(name) || slugOf(domains[0] ?? '') || 'website';
  const [made] = await db.batch<{ id: string }>([
    db
      .prepare(
        `INSERT INTO site (id, name, domains, owner, created_at)
         SELECT id, ?2, ?3, ?4, ?5 FROM (${FREE_ID}) RETURNING id`,
      )
      .bind(base, name, domains.join(' '), owner.email, now),
    db
      .prepare(
        `INSERT INTO membership (site, member, role, since)
         SELECT id, ?, 'owner', ? FROM site WHERE rowid = last_insert_rowid()`,
      )
      .bind(owner.id, now),
  ]);
  const id = made?.results[0]?.id;
  if (id === undefined) throw new Error('A website was created without an id.');
  return id;
}

/** Deletes a website and all D1 has about it but what its conversations take along as they are erased. */
export async function deleteSite(db: D1Database, site: string): Promise<void> {
  const tables = [
    'knowledge',
    'membership',
    'team_mail',
    'unanswered',
    'webhook',
    'webhook_delivery',
    'widget_seen',
  ];
  await db.batch([
    ...tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE site = ?`).bind(site)),
    db.prepare('DELETE FROM site WHERE id = ?').bind(site),
  ]);
}

/** Letters that do not come apart into one of ours and a mark. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** Leaves room for a number behind it. */
const MAX_SLUG_CHARS = 48;

/** A name as an id: lower-case letters, digits and hyphens; empty if nothing is left of it. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[ßæœøłđ]/g, (letter) => SPELT_OUT[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_CHARS)
    .replaceAll(/^-+|-+$/g, '');
}

/** Ids that would stand in the way of pages of ours. */
const RESERVED = ['new'] as const;

/** What a deleted website leaves in D1 until the last of its conversations is erased. */
const LEFT_BEHIND = ['conversation_index', 'team_mail', 'unanswered', 'webhook_delivery'] as const;

/** As many websites of one name are numbered; those to come get something by chance in place of a number. */
const NUMBERED = 20;

/** Of these, one is free: `name-3fa9c1d2`. */
const BY_CHANCE = `?1 || '-' || lower(hex(randomblob(4)))`;

const IS_TAKEN = [
  `tried.id IN (${RESERVED.map((id) => `'${id}'`).join(', ')})`,
  'EXISTS (SELECT 1 FROM site WHERE site.id = tried.id)',
  ...LEFT_BEHIND.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.site = tried.id)`),
].join(' OR ');

/**
 * An id, made of `?1`, that no website has, nor the conversations of a deleted one that are yet to be
 * erased: the name, `name-2`, `name-3` and so on, one after the other until one is free.
 */
const FREE_ID = `
  WITH RECURSIVE tried (number, id) AS (
    SELECT 1, ?1
    UNION ALL
    SELECT number + 1, iif(number < ${NUMBERED}, ?1 || '-' || (number + 1), ${BY_CHANCE})
    FROM tried WHERE number <= ${NUMBERED} AND (${IS_TAKEN})
  )
  SELECT id FROM tried ORDER BY number DESC LIMIT 1`;
