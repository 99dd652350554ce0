/** An object's own tables, brought up to date when it wakes. */

const TABLE = 'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY);';

/** Makes the tables of a new object by `schema`, statements that make what all migrations lead to. */
export function createAt(version: number, schema: string, sql: SqlStorage): void {
  sql.exec(TABLE + schema);
  note(version, sql);
}

/** Applies those of `migrations` that are missing: statements, one text per version, once each, in order. */
export function applyMigrations(
  storage: DurableObjectStorage,
  migrations: readonly string[],
): void {
  const { sql } = storage;
  sql.exec(TABLE);
  const { version } = sql
    .exec<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM migration')
    .one();
  const missing = migrations.slice(version);
  if (missing.length === 0) return;
  storage.transactionSync(() => {
    sql.exec(missing.join('\n'));
    note(migrations.length, sql);
  });
}

function note(version: number, sql: SqlStorage): void {
  sql.exec('INSERT INTO migration (version) VALUES (?)', version);
}
