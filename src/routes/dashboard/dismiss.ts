import type { Env } from '../../env.ts';
import { logEvent } from '../../log.ts';
import { monitorOf } from '../../monitor/monitor-of.ts';
import type { Dismissal } from '../../monitor/report.ts';

/** Rests between attempts, in ms: an object that is moved is back in no time. Somebody waits for it. */
const RESTS_MS = [100, 500] as const;

/**
 * Closes a member's open sockets on these websites. Their right to open another has gone before; a
 * website whose sockets cannot be reached is no reason to keep them signed in. Dismissing somebody again
 * changes nothing.
 *
 * @returns whether all were reached; what was not closes when the monitor next looks who is signed in
 */
export async function dismissFrom(
  env: Env,
  sites: readonly string[],
  who: Dismissal,
): Promise<boolean> {
  const reached = await Promise.all(sites.map((site) => dismissFromOne(env, site, who)));
  return reached.every(Boolean);
}

async function dismissFromOne(env: Env, site: string, who: Dismissal): Promise<boolean> {
  for (const restMs of [...RESTS_MS, null]) {
    try {
      // A stub that has failed once stays broken: each attempt has its own.
      await monitorOf(env, site).dismiss(who);
      return true;
    } catch (error) {
      if (restMs === null) {
        logEvent('dismiss.failed', { site, member: who.member, error: String(error) });
        return false;
      }
      await scheduler.wait(restMs);
    }
  }
  return false;
}
