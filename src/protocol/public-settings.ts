/** What `GET /v1/sites/:site/config` tells anybody: the part of a website's settings that is no secret. */
export interface PublicSettings {
  site: string;
  name: string;
  assistantName: string;
  greeting: string;
  /** Accent colour, `#rrggbb`. */
  color: string;
  escalation: { enabled: boolean };
}
