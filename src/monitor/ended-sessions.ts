/** Whether those who watch may still do so, as D1 has it. */
import type { Millis } from '../protocol/entry.ts';
import type { WatcherAdmission } from './admission.ts';
import type { Dismissal } from './report.ts';

export type Watcher = Pick<WatcherAdmission, 'member' | 'session'>;

type Row = { member: string; session: string | null };

/**
 * Whom of these to let go of: sessions that have ended or expired, and whoever is no longer of the team
 * with all they have. One query, however many watch.
 */
export async function endedAmong(
  db: D1Database,
  site: string,
  watchers: readonly Watcher[],
  now: Millis,
): Promise<Dismissal[]> {
  const { results } = await db
    .prepare(
      `WITH watcher AS (
         SELECT value ->> 'member' AS member, value ->> 'session' AS hash FROM json_each(?1)
       ), known AS (
         SELECT member, hash,
           EXISTS (SELECT 1 FROM membership AS m WHERE m.site = ?2 AND m.member = watcher.member)
             AS is_member,
           EXISTS (SELECT 1 FROM session AS s
             WHERE s.hash = watcher.hash AND s.member = watcher.member AND s.expires_at > ?3)
             AS is_signed_in
         FROM watcher
       )
       SELECT DISTINCT member, iif(is_member, hash, NULL) AS session
       FROM known WHERE NOT (is_member AND is_signed_in)`,
    )
    .bind(JSON.stringify(watchers), site, now)
    .all<Row>();
  return results.map(({ member, session }) =>
    session === null ? { member, isRemoved: true } : { member, session, isRemoved: false },
  );
}
