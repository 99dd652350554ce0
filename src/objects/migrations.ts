/** An object's own tables, brought up to date when it wakes. */

/** Applies those of `migrations` that are missing: statements, one text per version, once each, in order. */
export function applyMigrations(
  storage: DurableObjectStorage,
  migrations: readonly string[],
): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)');
  const { version } = sql
    .exec<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM migration')
    .one();
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    storage.transactionSync(() => {
      sql.exec(statements);
      sql.exec('INSERT INTO migration (version) VALUES (?)', index + 1);
    });
  }
}
