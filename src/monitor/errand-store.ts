/** The errands' rows. */
import type { Millis } from '../protocol/entry.ts';
import { type Due, type Errand, LEASE_MS } from './errand.ts';

type Row = { id: number; body: string; due: number };

export class ErrandStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Adds an errand and says under which number: one that no other errand ever had. */
  add(errand: Errand, due: Millis): number {
    const { id } = this.#sql
      .exec<{ id: number }>(
        'INSERT INTO errand (type, body, due) VALUES (?, ?, ?) RETURNING id',
        errand.type,
        JSON.stringify(errand),
        due,
      )
      .one();
    return id;
  }

  find(id: number): Due | null {
    const [row] = this.#sql.exec<Row>('SELECT id, body, due FROM errand WHERE id = ?', id);
    return row ? parse(row) : null;
  }

  has(id: number): boolean {
    return this.#sql.exec('SELECT 1 FROM errand WHERE id = ?', id).toArray().length > 0;
  }

  hasType(type: Errand['type']): boolean {
    return this.#sql.exec('SELECT 1 FROM errand WHERE type = ?', type).toArray().length > 0;
  }

  /** Rewrites an errand, unless it was called off meanwhile. */
  update(id: number, errand: Errand, due: Millis): void {
    this.#sql.exec(
      'UPDATE errand SET body = ?, due = ? WHERE id = ?',
      JSON.stringify(errand),
      due,
      id,
    );
  }

  /** Puts every errand of one type off until then, or forward. */
  reschedule(type: Errand['type'], due: Millis): void {
    this.#sql.exec('UPDATE errand SET due = ? WHERE type = ?', due, type);
  }

  remove(id: number): void {
    this.#sql.exec('DELETE FROM errand WHERE id = ?', id);
  }

  /** Calls off every errand of one type. */
  removeType(type: Errand['type']): void {
    this.#sql.exec('DELETE FROM errand WHERE type = ?', type);
  }

  clear(): void {
    this.#sql.exec('DELETE FROM errand');
  }

  /**
   * The errands that are due. Each is put off by a lease until whoever takes it has written how far they
   * got: one that is lost to a crash comes back, and one that fails does not come back at once.
   */
  takeDue(now: Millis): Due[] {
    const rows = this.#sql.exec<Row>(
      'UPDATE errand SET due = ? WHERE due <= ? RETURNING id, body, due',
      now + LEASE_MS,
      now,
    );
    return Array.from(rows, parse);
  }

  /** When the next errand is due; null when there is none. */
  nextDue(): Millis | null {
    return this.#sql.exec<{ due: number | null }>('SELECT min(due) AS due FROM errand').one().due;
  }
}

function parse({ id, body, due }: Row): Due {
  const errand: Errand = JSON.parse(body);
  return { id, errand, due };
}
