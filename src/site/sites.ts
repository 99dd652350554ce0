/** Websites in D1. */
import { readHours, writeHours } from './hours.ts';
import { readEvents, type WebhookChoice } from '../webhook/events.ts';
import { type SiteSettings, THEMES, TONES } from './settings.ts';

type SiteRow = {
  id: string;
  version: number;
  name: string;
  domains: string;
  assistant_name: string;
  greeting: string;
  color: string;
  instructions: string;
  tone: string;
  language: string;
  theme: string;
  launcher_text: string;
  bubble: number;
  languages: string;
  contact: string;
  escalation_enabled: number;
  escalation_address: string;
  retention_days: number;
  remind_minutes: number;
  ask_minutes: number;
  close_minutes: number;
  hours: string;
  /** JSON: a list of `{id, events}`. */
  webhooks: string;
};

/** A website's row, together with which webhooks want to know of what. */
const COLUMNS = `*, (
  SELECT json_group_array(json_object('id', webhook.id, 'events', webhook.events))
  FROM webhook WHERE webhook.site = site.id) AS webhooks`;

type Columns = Partial<Record<keyof SiteRow, string | number | undefined>>;

const SITE_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** A website's settings; null when there is no such website. */
export async function findSite(db: D1Database, site: string): Promise<SiteSettings | null> {
  if (!SITE_ID.test(site)) return null;
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM site WHERE id = ?`)
    .bind(site)
    .first<SiteRow>();
  return row && toSettings(row);
}

/**
 * What a save may change: any of the settings but the website's id and its version, and its webhooks,
 * which are rows of their own: after those a save of nothing else makes the change known. What is left out
 * stays as it is then, whatever others save at the same time.
 */
export type SiteChange = Partial<
  Omit<SiteSettings, 'site' | 'version' | 'escalation' | 'webhooks'>
> & {
  escalation?: Partial<SiteSettings['escalation']>;
};

/** Saves what changed and raises the version; null when there is no such website any more. */
export async function saveSite(
  db: D1Database,
  site: string,
  change: SiteChange,
): Promise<SiteSettings | null> {
  const columns = Object.entries(toColumns(change)).filter(([, value]) => value !== undefined);
  const set = columns.map(([name]) => `${name} = ?, `).join('');
  const row = await db
    .prepare(`UPDATE site SET ${set}version = version + 1 WHERE id = ? RETURNING ${COLUMNS}`)
    .bind(...columns.map(([, value]) => value), site)
    .first<SiteRow>();
  return row && toSettings(row);
}

function toColumns(change: SiteChange): Columns {
  const { escalation, domains, languages } = change;
  return {
    name: change.name,
    domains: domains?.join(' '),
    assistant_name: change.assistantName,
    greeting: change.greeting,
    color: change.color,
    instructions: change.instructions,
    tone: change.tone,
    language: change.language,
    theme: change.theme,
    launcher_text: change.launcherText,
    bubble: change.bubble === undefined ? undefined : Number(change.bubble),
    languages: languages?.join(' '),
    contact: change.contact,
    escalation_enabled: escalation?.enabled === undefined ? undefined : Number(escalation.enabled),
    escalation_address: escalation?.address,
    retention_days: change.retentionDays,
    remind_minutes: escalation?.ladder?.remind,
    ask_minutes: escalation?.ladder?.ask,
    close_minutes: escalation?.ladder?.close,
    hours: escalation?.hours === undefined ? undefined : writeHours(escalation.hours),
  };
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
    tone: oneOf(TONES, row.tone) ?? 'friendly',
    language: row.language,
    theme: oneOf(THEMES, row.theme) ?? 'auto',
    launcherText: row.launcher_text,
    bubble: row.bubble === 1,
    languages: row.languages.split(' ').filter(Boolean),
    contact: row.contact,
    escalation: {
      enabled: row.escalation_enabled === 1,
      address: row.escalation_address,
      ladder: { remind: row.remind_minutes, ask: row.ask_minutes, close: row.close_minutes },
      hours: row.hours === '' ? null : readHours(JSON.parse(row.hours)),
    },
    retentionDays: row.retention_days,
    webhooks: webhooksIn(row.webhooks),
  };
}

function webhooksIn(text: string): WebhookChoice[] {
  const rows: { id: string; events: string }[] = JSON.parse(text);
  return rows.map(({ id, events }) => ({ id, events: readEvents(events.split(' ')) }));
}

function oneOf<T extends string>(all: readonly T[], text: string): T | undefined {
  return all.find((each) => each === text);
}
