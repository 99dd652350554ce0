/** What a conversation and its website's monitor tell each other. */
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { SiteSettings } from '../site/settings.ts';

/** How a conversation stands. */
export interface Report {
  card: Card;
  /** When it was made: of two reports of one conversation the later one is right. */
  at: Millis;
  /** Whether the card is to be shown: an ended conversation's is not, nor one whose visitor left. */
  isListed: boolean;
  /** Whether the monitor must be able to reach it, shown or not: a takeover link or a team member is still out. */
  isReachable: boolean;
  /** The settings it goes by. */
  settingsVersion: number;
}

/** What the monitor answers. */
export interface ReportAnswer {
  /** Whether anybody watches: only then is a message worth a report. */
  watched: boolean;
  /** When the monitor said so: of two answers the later one is right. */
  asOf: Millis;
  /** Who was let go lately. A socket of theirs may have been on its way in at that moment. */
  dismissed?: Dismissed[];
  /** Newer settings than the reported ones. */
  settings?: SiteSettings;
  /** The website is no more: erase yourself. */
  isRetired?: true;
}

/** What the monitor answers to a mail that is about to leave. */
export interface MailAnswer {
  /** The monitor tells it later, together with others. */
  isHeld: boolean;
  /** Newer settings than those it goes by. */
  settings?: SiteSettings;
}

/** Who must be let go: everything of a member's, or of one of their sessions. */
export interface Dismissal {
  member: string;
  /** The session that ended; absent for all of the member's. */
  session?: string;
  /** The member is no longer of the team: a conversation they have goes back to the assistant. */
  isRemoved: boolean;
}

/** A dismissal as the monitor passes it on. `at`: a session that was looked at later is another one. */
export interface Dismissed extends Dismissal {
  at: Millis;
}
