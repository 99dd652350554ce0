/** What the monitor asks of a conversation. The conversation object's own methods fit. */
import type { SiteSettings } from '../site/settings.ts';
import type { Dismissal, Report } from './report.ts';

export interface Watched {
  applySettings(settings: SiteSettings): Promise<{ applied: boolean }>;
  /** Learns whether anybody watches, and reports; null when there is no such conversation. */
  watch(watched: boolean): Promise<Report | null>;
  dismiss(who: Dismissal): Promise<void>;
  erase(): Promise<void>;
}

/** Reaches a conversation by its id. */
export type Reach = (conversation: string) => Watched;
