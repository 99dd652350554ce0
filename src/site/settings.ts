import { parseColor } from '../../widget/shared/color.ts';
import { accentTokens } from '../../widget/shared/tokens.ts';
import { chooseTongue } from '../language/codes.ts';
import { readHours, type Hours } from './hours.ts';
import type { PublicSettings } from '../protocol/public-settings.ts';
import type { WebhookChoice } from '../webhook/events.ts';

/** How the assistant sounds. */
export const TONES = ['friendly', 'plain', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** Light or dark, or as the visitor's device has it. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What becomes of a wait for a person, and when: in whole minutes after it began. */
export interface Ladder {
  /** The team is mailed once more. */
  remind: number;
  /** The visitor is told how things stand, and asked for an email address. */
  ask: number;
  /** The wait is over. */
  close: number;
}

/** What holds until an owner decides otherwise. */
export const LADDER: Ladder = { remind: 2, ask: 5, close: 30 };

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
  /** The language of its chat and of the mails to its team, a code of `src/language`; empty for the page's or the visitor's. */
  language: string;
  theme: Theme;
  /** What stands on the launcher; empty for a round one with a picture. */
  launcherText: string;
  /** Whether the greeting shows beside the launcher, once a day. */
  bubble: boolean;
  /** Language codes the assistant may answer in; none means whichever the visitor writes in. */
  languages: readonly string[];
  /** How to reach the team when no person can be called into the chat; empty if there is no way. */
  contact: string;
  escalation: {
    enabled: boolean;
    /** Where takeover links are mailed: one address, or several separated by commas. */
    address: string;
    ladder: Ladder;
    /** When the team is there; null for always. */
    hours: Hours | null;
  };
  /** A conversation erases itself this long after its last entry. */
  retentionDays: number;
  /** Which webhooks want to know of what. Where they are, and their secrets, D1 alone knows. */
  webhooks: readonly WebhookChoice[];
}

/** What a page asks for in place of what its website has: a colour, a theme, words for the launcher. */
export interface Wish {
  color?: string | undefined;
  theme?: string | undefined;
  text?: string | undefined;
}

/** The longest words of a page’s own on the launcher. */
const MAX_LAUNCHER_CHARS = 40;

/**
 * The part of the settings that is no secret. `tags`: languages the page or its visitor asks for, best first.
 * A wish that is none is left out.
 */
export function publicSettings(
  settings: SiteSettings,
  tags: readonly string[] = [],
  wish: Wish = {},
): PublicSettings {
  const { site, name, assistantName, greeting, language, escalation } = settings;
  const color = wish.color && parseColor(wish.color) ? wish.color : settings.color;
  const theme = THEMES.find((each) => each === wish.theme) ?? settings.theme;
  const launcherText = wish.text?.slice(0, MAX_LAUNCHER_CHARS) || settings.launcherText;
  return {
    site,
    name,
    assistantName,
    greeting,
    color,
    look: {
      // A page's own colour is on the launcher before we are asked, and does not change then.
      ...accentTokens(color, color === wish.color ? 1 : undefined),
      '--b-theme': theme === 'auto' ? 'light dark' : theme,
      '--b-text': launcherText ? 'block' : 'none',
    },
    // A page knows its language better than its website does.
    language: chooseTongue([tags[0], language, ...tags.slice(1)]),
    theme,
    launcherText,
    bubble: settings.bubble,
    escalation: { enabled: escalation.enabled },
  };
}

/** Reads a snapshot that an object keeps. What one of an older version does not know yet is as it was then. */
export function readSnapshot(text: string): SiteSettings {
  const kept: SiteSettings = JSON.parse(text);
  const { escalation } = kept;
  return {
    ...kept,
    tone: kept.tone ?? 'friendly',
    language: kept.language ?? '',
    theme: kept.theme ?? 'auto',
    launcherText: kept.launcherText ?? '',
    bubble: kept.bubble ?? false,
    languages: kept.languages ?? [],
    webhooks: kept.webhooks ?? [],
    escalation: {
      ...escalation,
      ladder: escalation.ladder ?? LADDER,
      hours: readHours(escalation.hours ?? null),
    },
  };
}
