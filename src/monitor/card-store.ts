/** One row per conversation that is shown or must be reachable. */
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { Known } from './cards.ts';

type Row = { at: number; settings_version: number; card: string | null };

/** No more than this many can still have a report on its way. */
const MAX_DEPARTED = 2_000;

export class CardStore {
  readonly #sql: SqlStorage;
  /**
   * When each conversation's last report was made. One that changes nothing is not written, so after
   * an eviction this is the time of the last change, and somebody is asked once too often.
   */
  readonly #latest = new Map<string, Millis>();

  /**
   * Conversations that went lately, the longest gone first, and when they last reported; for ever in
   * the case of one that was erased. A report made earlier that is still on its way brings none back.
   */
  readonly #departed = new Map<string, Millis>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(conversation: string): Known | null {
    const [row] = this.#sql.exec<Row>(
      'SELECT at, settings_version, card FROM card WHERE conversation = ?',
      conversation,
    );
    if (!row) return null;
    const at = Math.max(row.at, this.#latest.get(conversation) ?? 0);
    return { at, settingsVersion: row.settings_version, card: row.card };
  }

  /** Notes that a report came of a conversation that has a row, although it changes nothing. */
  heard(conversation: string, at: Millis): void {
    this.#latest.set(conversation, at);
  }

  /** Whether the conversation went after a report was made at `at`. */
  wentAfter(conversation: string, at: Millis): boolean {
    return at < (this.#departed.get(conversation) ?? 0);
  }

  keep(conversation: string, { at, settingsVersion, card }: Known): void {
    this.#sql.exec(
      `INSERT INTO card (conversation, at, settings_version, card) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET at = ?2, settings_version = ?3, card = ?4`,
      conversation,
      at,
      settingsVersion,
      card,
    );
    this.#latest.set(conversation, at);
    this.#departed.delete(conversation);
  }

  /** Notes which settings a conversation goes by now. */
  tookUp(conversation: string, version: number): void {
    this.#sql.exec(
      'UPDATE card SET settings_version = ?2 WHERE conversation = ?1 AND settings_version < ?2',
      conversation,
      version,
    );
  }

  /** Forgets a conversation but for the time of the report that said it went. */
  drop(conversation: string, at: Millis): void {
    this.#latest.delete(conversation);
    this.#departed.delete(conversation);
    this.#departed.set(conversation, at);
    const [longest] = this.#departed.keys();
    if (this.#departed.size > MAX_DEPARTED && longest !== undefined) this.#departed.delete(longest);
    this.#sql.exec('DELETE FROM card WHERE conversation = ?', conversation);
  }

  /** Forgets a conversation that is no more. */
  erase(conversation: string): void {
    this.drop(conversation, Infinity);
  }

  clear(): void {
    this.#latest.clear();
    this.#sql.exec('DELETE FROM card');
  }

  isShown(conversation: string): boolean {
    return (this.find(conversation)?.card ?? null) !== null;
  }

  /** Every card that is to be shown. */
  shown(): Card[] {
    const rows = this.#sql.exec<{ card: string }>('SELECT card FROM card WHERE card IS NOT NULL');
    return Array.from(rows, ({ card }) => parse(card));
  }

  /** Every conversation, those shown first. */
  all(): string[] {
    return this.#ids('SELECT conversation FROM card ORDER BY card IS NULL');
  }

  /** Those that go by settings older than `version`, the ones shown first. */
  behind(version: number): string[] {
    return this.#ids(
      'SELECT conversation FROM card WHERE settings_version < ? ORDER BY card IS NULL',
      version,
    );
  }

  /** Those shown from which nothing was heard since `before`. */
  quiet(before: Millis): string[] {
    return this.#ids(
      'SELECT conversation FROM card WHERE card IS NOT NULL AND at < ?',
      before,
    ).filter((conversation) => (this.#latest.get(conversation) ?? 0) < before);
  }

  #ids(query: string, ...bindings: number[]): string[] {
    const rows = this.#sql.exec<{ conversation: string }>(query, ...bindings);
    return Array.from(rows, ({ conversation }) => conversation);
  }
}

function parse(text: string): Card {
  const card: Card = JSON.parse(text);
  return card;
}
