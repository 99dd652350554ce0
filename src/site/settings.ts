import type { PublicSettings } from '../protocol/public-settings.ts';

/** How the assistant sounds. */
export const TONES = ['friendly', 'plain', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** What an owner decides about a website. D1 holds the truth; a conversation carries a snapshot. */
export interface SiteSettings {
  /** The website's id: lower-case letters, digits and hyphens. */
  site: string;
  /** Raised by every save; of two snapshots the higher one is right. */
  version: number;
  /** The website's own name, as its visitors know it. */
  name: string;
  /** Hosts the widget may run on; a subdomain of a listed host is listed too. */
  domains: readonly string[];
  assistantName: string;
  greeting: string;
  /** Accent colour, `#rrggbb`. */
  color: string;
  /** How the assistant should answer, in the owner's words. */
  instructions: string;
  tone: Tone;
  /** Language codes the assistant may answer in; none means whichever the visitor writes in. */
  languages: readonly string[];
  /** How to reach the team when no person can be called into the chat; empty if there is no way. */
  contact: string;
  escalation: {
    enabled: boolean;
    /** Where takeover links are mailed: one address, or several separated by commas. */
    address: string;
  };
  /** A conversation erases itself this long after its last entry. */
  retentionDays: number;
}

/** The part of the settings that is no secret. */
export function publicSettings(settings: SiteSettings): PublicSettings {
  const { site, name, assistantName, greeting, color, escalation } = settings;
  return {
    site,
    name,
    assistantName,
    greeting,
    color,
    escalation: { enabled: escalation.enabled },
  };
}
