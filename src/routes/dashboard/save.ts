import { logEvent } from '../../log.ts';
import { pushSettings } from '../../monitor/monitor-of.ts';
import type { SiteSettings } from '../../site/settings.ts';
import { saveSite, type SiteChange } from '../../site/sites.ts';
import type { DashboardContext } from './context.ts';

export interface Saved {
  settings: SiteSettings;
  /** How many open conversations took the settings up; null if they could not be told just now. */
  applied: number | null;
}

/** Saves what changed of the website in the path, and hands it to its open conversations. Null if it is no more. */
export async function saveAndPush(c: DashboardContext, change: SiteChange): Promise<Saved | null> {
  const { site } = c.get('site');
  const settings = await saveSite(c.env.DB, site, change);
  if (!settings) return null;
  try {
    return { settings, applied: await pushSettings(c.env, settings) };
  } catch (error) {
    // Saved it is: whoever connects next goes by it.
    logEvent('settings.push_failed', {
      site,
      reason: error instanceof Error ? error.message : String(error),
    });
    return { settings, applied: null };
  }
}
