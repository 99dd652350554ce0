/** Whether the visitor is here, and who needs to know: one row, written when it changes. */
import type { Millis } from '../protocol/entry.ts';

export interface Presence {
  /** Whether the visitor counts as being here. */
  online: boolean;
  /** Since when no page of theirs is open, while they still count as being here. */
  leftAt: Millis | null;
  /** Whether somebody watches the website's conversations live. */
  watched: boolean;
  /** The number of the last entry that D1's index knows of; 0 for none. */
  indexed: number;
}

/** As it is at the beginning. */
export const NOBODY: Presence = { online: false, leftAt: null, watched: false, indexed: 0 };

type Row = { online: number; left_at: number | null; watched: number; indexed: number };

/** Reads the row. */
export function loadPresence(sql: SqlStorage): Presence {
  const [row] = sql.exec<Row>('SELECT online, left_at, watched, indexed FROM presence');
  if (!row) return NOBODY;
  return {
    online: row.online === 1,
    leftAt: row.left_at,
    watched: row.watched === 1,
    indexed: row.indexed,
  };
}

/** Writes the row. */
export function savePresence(sql: SqlStorage, presence: Presence): void {
  const { online, leftAt, watched, indexed } = presence;
  sql.exec(
    'INSERT OR REPLACE INTO presence (id, online, left_at, watched, indexed) VALUES (1, ?, ?, ?, ?)',
    Number(online),
    leftAt,
    Number(watched),
    indexed,
  );
}
