/** What `GET /v1/sites/:site/config` tells anybody: the part of a website's settings that is no secret. */
export interface PublicSettings {
  site: string;
  name: string;
  assistantName: string;
  greeting: string;
  /** Accent colour, `#rrggbb`. */
  color: string;
  /** What follows from it, readable in light and dark, as CSS custom properties: no visitor’s browser works it out. */
  look: Readonly<Record<string, string>>;
  escalation: { enabled: boolean };
}
