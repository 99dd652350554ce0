/** The one row about the website: its settings as last heard, and whether it is no more. */
import type { Millis } from '../protocol/entry.ts';
import { readSnapshot, type SiteSettings } from '../site/settings.ts';

type Row = { settings: string | null; retired_at: number | null };

export class SiteStore {
  readonly #sql: SqlStorage;
  #settings: SiteSettings | null;
  #retiredAt: Millis | null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    const [row] = sql.exec<Row>('SELECT settings, retired_at FROM site');
    this.#settings = row?.settings ? readSnapshot(row.settings) : null;
    this.#retiredAt = row?.retired_at ?? null;
  }

  /** The settings last heard of; null while none were saved since there is a monitor. */
  get settings(): SiteSettings | null {
    return this.#settings;
  }

  /** Whether the website was found to be deleted, and not to be there again since. */
  get isRetired(): boolean {
    return this.#retiredAt !== null;
  }

  keep(settings: SiteSettings): void {
    this.#settings = settings;
    this.#write();
  }

  /** Leaves nothing but the mark that the website is no more. */
  retire(at: Millis): void {
    this.#settings = null;
    this.#retiredAt = at;
    this.#write();
  }

  /** There is a website of this name again. */
  revive(): void {
    this.#retiredAt = null;
    this.#write();
  }

  #write(): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO site (id, settings, retired_at) VALUES (1, ?, ?)',
      this.#settings && JSON.stringify(this.#settings),
      this.#retiredAt,
    );
  }
}
