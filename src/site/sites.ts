/** Websites in D1. */
import type { SiteSettings } from './settings.ts';

type SiteRow = {
  id: string;
  version: number;
  name: string;
  domains: string;
  assistant_name: string;
  greeting: string;
  color: string;
  instructions: string;
  contact: string;
  escalation_enabled: number;
  escalation_address: string;
  retention_days: number;
};

const SITE_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** A website's settings; null when there is no such website. */
export async function findSite(db: D1Database, site: string): Promise<SiteSettings | null> {
  if (!SITE_ID.test(site)) return null;
  const row = await db.prepare('SELECT * FROM site WHERE id = ?').bind(site).first<SiteRow>();
  return row && toSettings(row);
}

function toSettings(row: SiteRow): SiteSettings {
  return {
    site: row.id,
    version: row.version,
    name: row.name,
    domains: row.domains.split(' ').filter(Boolean),
    assistantName: row.assistant_name,
    greeting: row.greeting,
    color: row.color,
    instructions: row.instructions,
    contact: row.contact,
    escalation: { enabled: row.escalation_enabled === 1, address: row.escalation_address },
    retentionDays: row.retention_days,
  };
}
