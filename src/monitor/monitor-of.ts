import type { SiteSettings } from '../site/settings.ts';
import type { Monitor } from './monitor.ts';

export interface MonitorEnv {
  MONITOR: DurableObjectNamespace<Monitor>;
}

/** The object that watches over a website's open conversations. */
export function monitorOf(env: MonitorEnv, site: string): DurableObjectStub<Monitor> {
  return env.MONITOR.get(env.MONITOR.idFromName(site));
}

/** Hands saved settings to every open conversation. Says how many of them took them up. */
export async function pushSettings(env: MonitorEnv, settings: SiteSettings): Promise<number> {
  const { applied } = await monitorOf(env, settings.site).applySettings(settings);
  return applied;
}
