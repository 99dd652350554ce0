import { DatabaseSync } from 'node:sqlite';

/** An object's storage as far as its tables go: SQLite in memory, asked as the platform asks it. */
export function sqlStorage(): DurableObjectStorage {
  const db = new DatabaseSync(':memory:');
  const sql = {
    exec<T extends Record<string, SqlStorageValue>>(
      query: string,
      ...bindings: (string | number | null)[]
    ) {
      // Several statements at once have no bindings, and nothing to answer.
      if (bindings.length === 0 && query.includes(';')) {
        db.exec(query);
        return cursor<T>([]);
      }
      const rows: T[] = JSON.parse(JSON.stringify(db.prepare(query).all(...bindings)));
      return cursor(rows);
    },
  };
  const transactionSync = <T>(work: () => T): T => work();
  // As much of the platform's own type as the tables' code uses.
  return Object.assign(Object.create(null), { sql, transactionSync });
}

function cursor<T>(rows: T[]) {
  return {
    toArray: () => rows,
    one: (): T => {
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error('Expected exactly one row.');
      return row;
    },
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}
