/** The one row that says whose conversation this is and how things stand. */
import { chooseTongue, isSameTongue, type Tongue } from '../language/codes.ts';
import type { Entry } from '../protocol/entry.ts';
import type { About, Attributes, Identity } from '../protocol/frames.ts';
import type { AttributesTold } from '../protocol/introduction.ts';
import { MAX_ATTRIBUTES } from '../protocol/limits.ts';
import { readSnapshot, type SiteSettings } from '../site/settings.ts';
import { type Escalation, readEscalation } from './escalation-state.ts';

/** What the visitor's browser said about itself. */
export type Browser = Omit<About, 'site' | 'siteName' | 'language'> & {
  /** What the visitor writes in, as soon as that is certain. */
  language?: Tongue;
};

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

/** The language that the visitor is spoken to in: what they write in, or else what their chat is in. */
export function tongueFor({ language, locale }: Browser): Tongue {
  const chosen = chooseTongue([locale]);
  // Traditional characters are written as Chinese.
  return language === undefined || isSameTongue(language, chosen) ? chosen : language;
}

/** What is known of the visitor once they wrote something in this language, if it is certain which. */
export function aboutHearing(about: Browser, writtenIn: Tongue | null | undefined): Browser {
  const isNews = writtenIn && writtenIn !== about.language;
  return isNews ? { ...about, language: writtenIn } : about;
}

/** What is known of the visitor once the page told these attributes. A new one too many is left out. */
export function aboutTold(
  { attributes: before, ...about }: Browser,
  told: AttributesTold,
): Browser {
  const kept = Object.entries({ ...before, ...told })
    .filter((each): each is [string, string | number | boolean] => each[1] !== null)
    .slice(0, MAX_ATTRIBUTES);
  const attributes: Attributes = Object.fromEntries(kept);
  return { ...about, ...(kept.length > 0 && { attributes }) };
}

/** What is known of the visitor once the page said who they are; an identity of nothing is nobody's. */
export function aboutIdentified(before: Browser, identity: Identity): Browser {
  const about: Browser = { ...before };
  delete about.identity;
  return Object.keys(identity).length > 0 ? { ...about, identity } : about;
}

/** The address to write to: the one the visitor left, or else one that the website vouches for. */
export function addressOf({ contact, identity }: Browser): string | undefined {
  return contact ?? (identity?.verified === 'email' ? identity.email : undefined);
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

/**
 * Writes the row. Once per change of state, never once per message. `before` is what the row holds, if it
 * does: most of it seldom changes.
 */
export function saveRecord(
  sql: SqlStorage,
  record: ConversationRecord,
  before?: ConversationRecord,
): void {
  const { origin, settings, network } = record;
  const isSame =
    before?.settings === settings && before.origin === origin && before.network === network;
  if (isSame) {
    sql.exec(
      'UPDATE conversation SET about = ?, state = ?',
      JSON.stringify(record.about),
      JSON.stringify(record.state),
    );
    return;
  }
  sql.exec(
    'INSERT OR REPLACE INTO conversation (id, origin, settings, about, state, network) VALUES (1, ?, ?, ?, ?, ?)',
    record.origin,
    JSON.stringify(record.settings),
    JSON.stringify(record.about),
    JSON.stringify(record.state),
    record.network ?? null,
  );
}
