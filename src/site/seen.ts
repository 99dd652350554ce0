/** Where a website's widget was last seen: what tells an owner whether it is installed. */
import type { Millis } from '../protocol/entry.ts';
import { MAX_HOST_CHARS } from './domains.ts';
import { isOriginAllowed } from './origin.ts';

/** A sighting is noted this often per host, and no more. */
export const NOTED_EVERY_MS = 60_000;

/** A host where the widget was not seen for this long is forgotten once another turns up. */
export const FORGOTTEN_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The most hosts kept for a website besides its listed domains: as many allowed ones, such as
 * subdomains, as foreign ones, so that neither can crowd out the other.
 */
const MAX_HOSTS = 10;

export interface Sighting {
  host: string;
  /** Whether the chat works there. */
  isAllowed: boolean;
}

/** How many sightings are remembered here: as many as a busy minute has. */
const MAX_REMEMBERED = 2_000;

/**
 * What was seen when, the oldest first: most page views need not ask D1 whether there is anything to note.
 * Others like this Worker remember for themselves.
 */
const remembered = new Map<string, Millis>();

interface SeenSite {
  site: string;
  domains: readonly string[];
}

/**
 * Where a request for a widget's settings came from, by what the browser says of it: any page names
 * its origin but one of our own. Null where nobody says anything.
 */
export function sightingIn(request: Request, { domains }: SeenSite): Sighting | null {
  const own = new URL(request.url);
  const origin =
    request.headers.get('Origin') ??
    request.headers.get('Referer') ??
    (request.headers.get('Sec-Fetch-Site') === 'same-origin' ? own.origin : null);
  if (origin === null || !URL.canParse(origin)) return null;
  const from = new URL(origin);
  if (from.protocol !== 'https:' && from.protocol !== 'http:') return null;
  // Whoever is no browser may claim anything.
  if (from.hostname === '' || from.hostname.length > MAX_HOST_CHARS) return null;
  return { host: from.hostname, isAllowed: isOriginAllowed(from.origin, domains, own.host) };
}

/** Notes a sighting, unless the same was noted just now. Rejects if D1 does. */
export async function noteSighting(
  db: D1Database,
  site: SeenSite,
  sighting: Sighting,
  now: Millis,
): Promise<void> {
  const key = JSON.stringify([site.site, sighting.host, sighting.isAllowed]);
  if (now < (remembered.get(key) ?? -Infinity) + NOTED_EVERY_MS) return;
  // Deleted first, lest it keep the place of its last time.
  remembered.delete(key);
  remembered.set(key, now);
  for (const [oldest] of remembered) {
    if (remembered.size <= MAX_REMEMBERED) break;
    remembered.delete(oldest);
  }
  try {
    await writeSighting(db, site, sighting, now);
  } catch (error) {
    remembered.delete(key);
    throw error;
  }
}

/** In one statement, that writes nothing if another Worker has noted it just now. */
async function writeSighting(
  db: D1Database,
  { site, domains }: SeenSite,
  { host, isAllowed }: Sighting,
  now: Millis,
): Promise<void> {
  const fresh = now - FORGOTTEN_AFTER_MS;
  const isListed = domains.includes(host);
  const { meta } = await db
    .prepare(
      `INSERT INTO widget_seen (site, host, at, allowed)
       SELECT ?1, ?2, ?3, ?4
       WHERE ?5 OR EXISTS (SELECT 1 FROM widget_seen WHERE site = ?1 AND host = ?2)
         OR (SELECT count(*) FROM widget_seen WHERE site = ?1 AND allowed = ?4 AND at > ?6) < ?7
       ON CONFLICT (site, host) DO UPDATE SET at = excluded.at, allowed = excluded.allowed
       WHERE excluded.at >= widget_seen.at + ?8 OR excluded.allowed <> widget_seen.allowed`,
    )
    .bind(site, host, now, Number(isAllowed), Number(isListed), fresh, MAX_HOSTS, NOTED_EVERY_MS)
    .run();
  if (meta.changes === 0) return;
  await db.prepare('DELETE FROM widget_seen WHERE site = ? AND at <= ?').bind(site, fresh).run();
}

export interface Seen extends Sighting {
  at: Millis;
}

/** Where the website's widget was seen, latest first, judged by the domains it has now. */
export async function lastSeen(
  db: D1Database,
  { site, domains }: SeenSite,
  ownHost: string,
): Promise<Seen[]> {
  const { results } = await db
    .prepare('SELECT host, at FROM widget_seen WHERE site = ? ORDER BY at DESC')
    .bind(site)
    .all<{ host: string; at: number }>();
  return results.map(({ host, at }) => ({
    host,
    at,
    isAllowed: isOriginAllowed(`https://${host}`, domains, ownHost),
  }));
}
