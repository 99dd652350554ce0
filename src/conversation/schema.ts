/** The conversation object's own tables, brought up to date when the object wakes. */
import { applyMigrations } from '../objects/migrations.ts';

/** One list of statements per version, applied once each, in order. docs/storage.md explains the rows. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE entry (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     author TEXT,
     ref TEXT,
     said INTEGER NOT NULL,
     answers INTEGER,
     team_only INTEGER NOT NULL,
     body TEXT NOT NULL
   );
   CREATE UNIQUE INDEX entry_ref ON entry (author, ref) WHERE ref IS NOT NULL;
   CREATE TABLE conversation (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     origin TEXT NOT NULL,
     settings TEXT NOT NULL,
     about TEXT NOT NULL,
     state TEXT NOT NULL
   );
   CREATE TABLE turn (
     id INTEGER PRIMARY KEY,
     generation INTEGER NOT NULL,
     attempt INTEGER NOT NULL,
     started_at INTEGER NOT NULL
   );
   CREATE TABLE outbox (
     id INTEGER PRIMARY KEY,
     job TEXT NOT NULL,
     attempts INTEGER NOT NULL,
     due INTEGER NOT NULL
   );`,
  `ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'takeover_mail';
   ALTER TABLE outbox ADD COLUMN key TEXT;
   CREATE UNIQUE INDEX outbox_key ON outbox (key);
   CREATE TABLE presence (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     online INTEGER NOT NULL,
     left_at INTEGER,
     watched INTEGER NOT NULL,
     indexed INTEGER NOT NULL
   );
   CREATE TABLE erasure (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     site TEXT NOT NULL,
     attempts INTEGER NOT NULL,
     due INTEGER NOT NULL
   );`,
  `ALTER TABLE conversation ADD COLUMN network TEXT;
   CREATE TABLE summary (
     kind TEXT PRIMARY KEY,
     asked INTEGER NOT NULL,
     through INTEGER NOT NULL,
     text TEXT NOT NULL
   );`,
  `CREATE TABLE absence (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     since INTEGER NOT NULL
   );
   UPDATE outbox SET
     kind = 'notice',
     key = 'notice:call:' || json_extract(job, '$.escalation'),
     job = json_set(
       json_remove(job, '$.escalation'), '$.kind', 'notice',
       '$.mail', json_object('kind', 'call', 'number', json_extract(job, '$.escalation')))
   WHERE kind = 'notification';`,
];

/** Whether there is anything here: an object that was never used, or erased itself, has no tables. */
export function isCreated(sql: SqlStorage): boolean {
  const tables = sql.exec(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'",
  );
  return tables.toArray().length > 0;
}

/** Applies what is missing. Runs before any handler. */
export function migrate(storage: DurableObjectStorage): void {
  applyMigrations(storage, MIGRATIONS);
}
