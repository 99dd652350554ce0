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

/** Creates a website with everything else as it is by default. Resolves to its id. */
export async function createSite(db: D1Database, wanted: NewSite, now: Millis): Promise<string> {
  const { name, domains, owner } = wanted;
  const base = slugOf(name) || slugOf(domains[0] ?? '') || 'website';
  // Somebody else may take the same id in the same moment; then the next one is tried.
  for (;;) {
    const site = await freeId(db, base);
    const [made] = await db.batch<{ id: string }>([
      db
        .prepare(
          `INSERT INTO site (id, name, domains, owner, created_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO NOTHING RETURNING id`,
        )
        .bind(site, name, domains.join(' '), owner.email, now),
      db
        .prepare(
          `INSERT INTO membership (site, member, role, since)
           SELECT ?, ?, 'owner', ? WHERE changes() = 1`,
        )
        .bind(site, owner.id, now),
    ]);
    if (made?.results.length === 1) return site;
  }
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
const RESERVED: ReadonlySet<string> = new Set(['new']);

/** What a deleted website leaves in D1 until the last of its conversations is erased. */
const LEFT_BEHIND = ['conversation_index', 'team_mail', 'unanswered', 'webhook_delivery'] as const;

/** An id that no website has, nor the conversations of a deleted one that are yet to be erased. */
async function freeId(db: D1Database, base: string): Promise<string> {
  // Of what an id is made of, the hyphen comes first and the full stop would come next: a range of an index.
  const { results } = await db
    .prepare(
      [
        'SELECT id FROM site WHERE id >= ?1 AND id < ?2',
        ...LEFT_BEHIND.map((table) => `SELECT site FROM ${table} WHERE site >= ?1 AND site < ?2`),
      ].join(' UNION '),
    )
    .bind(base, `${base}.`)
    .all<{ id: string }>();
  const taken = new Set([...RESERVED, ...results.map(({ id }) => id)]);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
