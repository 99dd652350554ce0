/** What `GET /v1/sites/:site/config` tells anybody: the part of a website's settings that is no secret. */
export interface PublicSettings {
  site: string;
  name: string;
  assistantName: string;
  greeting: string;
  /** Accent colour, `#rrggbb`. */
  color: string;
  /** What follows from it, from the theme and the launcher, as CSS custom properties: no visitor’s browser works it out. */
  look: Readonly<Record<string, string>>;
  /** The language of the chat: one of `src/language`. */
  language: string;
  theme: 'auto' | 'light' | 'dark';
  /** What stands on the launcher; empty for a round one with a picture. */
  launcherText: string;
  /** Whether the greeting may show beside the launcher, once a day. */
  bubble: boolean;
  escalation: { enabled: boolean };
  /** There where the chat does not run on the page that asks: why, for whoever put it there. */
  refused?: string;
}
