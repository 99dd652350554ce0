import type { Env } from '../../env.ts';
import { logEvent } from '../../log.ts';
import { monitorOf } from '../../monitor/monitor-of.ts';
import type { Dismissal } from '../../monitor/report.ts';

/**
 * Closes a member's open sockets on these websites. Their right to open another has gone before; a
 * website whose sockets cannot be reached is no reason to keep them signed in.
 */
export async function dismissFrom(
  env: Env,
  sites: readonly string[],
  who: Dismissal,
): Promise<void> {
  await Promise.all(
    sites.map(async (site) => {
      try {
        await monitorOf(env, site).dismiss(who);
      } catch (error) {
        logEvent('dismiss.failed', { site, member: who.member, error: String(error) });
      }
    }),
  );
}
