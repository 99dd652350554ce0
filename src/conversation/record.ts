/** The one row that says whose conversation this is and how things stand. */
import type { Entry } from '../protocol/entry.ts';
import type { About } from '../protocol/frames.ts';
import { readSnapshot, type SiteSettings } from '../site/settings.ts';
import { type Escalation, readEscalation } from './escalation-state.ts';

/** What the visitor's browser said about itself. */
export type Browser = Omit<About, 'site' | 'siteName'>;

export interface ConversationRecord {
  /** Where this deployment is reached: `https://host`. Takeover links begin with it. */
  origin: string;
  /** The site's settings as last heard; the higher version wins. */
  settings: SiteSettings;
  about: Browser;
  state: Escalation;
  /** The visitor's network, hashed: what budgets know them by. */
  network?: string;
}

/** What is known of the visitor after these entries: an address they left stays known. */
export function aboutAfter(about: Browser, entries: readonly Entry[]): Browser {
  const left = entries.findLast(
    (entry) => entry.kind === 'event' && entry.event === 'contact.captured',
  );
  if (left?.kind !== 'event' || left.event !== 'contact.captured') return about;
  return { ...about, contact: left.email };
}

type Row = {
  origin: string;
  settings: string;
  about: string;
  state: string;
  network: string | null;
};

/** Reads the row; undefined when there is no conversation here, or none any more. */
export function loadRecord(sql: SqlStorage): ConversationRecord | undefined {
  const [row] = sql.exec<Row>('SELECT origin, settings, about, state, network FROM conversation');
  if (!row) return undefined;
  const settings = readSnapshot(row.settings);
  const about: Browser = JSON.parse(row.about);
  const state = readEscalation(row.state);
  const { origin, network } = row;
  return { origin, settings, about, state, ...(network !== null && { network }) };
}

/** Writes the row. Once per change of state, never once per message. */
export function saveRecord(sql: SqlStorage, record: ConversationRecord): void {
  sql.exec(
    'INSERT OR REPLACE INTO conversation (id, origin, settings, about, state, network) VALUES (1, ?, ?, ?, ?, ?)',
    record.origin,
    JSON.stringify(record.settings),
    JSON.stringify(record.about),
    JSON.stringify(record.state),
    record.network ?? null,
  );
}
