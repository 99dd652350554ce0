/** The rows of those who were let go of a moment ago. */
import type { Millis } from '../protocol/entry.ts';
import { DISMISSED_FOR_MS } from './dismissals.ts';
import type { Dismissed } from './report.ts';

type Row = { member: string; session: string | null; is_removed: number; at: number };

export class DismissalStore {
  readonly #sql: SqlStorage;
  #recent: Dismissed[];

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#prune(Date.now());
    const rows = sql.exec<Row>('SELECT member, session, is_removed, at FROM dismissal ORDER BY at');
    this.#recent = Array.from(rows, read);
  }

  /** Takes down who was let go of. Whoever is let go of again is noted once, with the later time. */
  note(dismissed: Dismissed): void {
    const { member, session, isRemoved, at } = dismissed;
    const others = this.recent(at).filter((one) => !isSame(one, dismissed));
    this.#recent = [...others, dismissed];
    this.#prune(at);
    this.#sql.exec(
      'DELETE FROM dismissal WHERE member = ? AND session IS ? AND is_removed = ?',
      member,
      session ?? null,
      Number(isRemoved),
    );
    this.#sql.exec(
      'INSERT INTO dismissal (member, session, is_removed, at) VALUES (?, ?, ?, ?)',
      member,
      session ?? null,
      Number(isRemoved),
      at,
    );
  }

  /** Who was let go of lately. */
  recent(now: Millis): Dismissed[] {
    return this.#recent.filter(({ at }) => now - at < DISMISSED_FOR_MS);
  }

  #prune(now: Millis): void {
    this.#sql.exec('DELETE FROM dismissal WHERE at <= ?', now - DISMISSED_FOR_MS);
  }
}

function isSame(one: Dismissed, other: Dismissed): boolean {
  return (
    one.member === other.member &&
    one.session === other.session &&
    one.isRemoved === other.isRemoved
  );
}

function read({ member, session, is_removed, at }: Row): Dismissed {
  return { member, ...(session !== null && { session }), isRemoved: is_removed === 1, at };
}
