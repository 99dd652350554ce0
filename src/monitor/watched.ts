/** What the monitor asks of a conversation. The conversation object's own methods fit. */
import type { End } from '../conversation/outbox.ts';
import type { TeamMailJob } from '../conversation/team-mail-job.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Dismissed, Report } from './report.ts';

export interface Watched {
  applySettings(settings: SiteSettings): Promise<{ applied: boolean }>;
  /**
   * Learns whether anybody watches, and reports; null when there is no such conversation. What it
   * learned already as of a later moment stays.
   */
  watch(watched: boolean, asOf: Millis): Promise<Report | null>;
  dismiss(who: Dismissed): Promise<void>;
  /** How it stands, to be named in a mail in place of that one; null if nobody waits for that one any more. */
  concernOf(mail: TeamMailJob): Promise<Card | null>;
  /** Learns how a mail ended that the monitor had taken on. Told twice, it is told once. */
  mailSettled(mail: TeamMailJob, end: End): Promise<void>;
  erase(): Promise<unknown>;
}

/** Reaches a conversation by its id. */
export type Reach = (conversation: string) => Watched;
