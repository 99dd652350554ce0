/** The conversation object's own tables: made for a new one, brought up to date when another wakes. */
import { applyMigrations, createAt } from '../objects/migrations.ts';

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

/** What the migrations amount to. A new object gets this: it is most of what opening a conversation costs it. */
const SCHEMA = `
  CREATE TABLE entry (
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
    state TEXT NOT NULL,
    network TEXT
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
    due INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'takeover_mail',
    key TEXT
  );
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
  );
  CREATE TABLE summary (
    kind TEXT PRIMARY KEY,
    asked INTEGER NOT NULL,
    through INTEGER NOT NULL,
    text TEXT NOT NULL
  );
  CREATE TABLE absence (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since INTEGER NOT NULL
  );`;

/** Whether there is anything here: an object that was never used, or erased itself, has no tables. */
export function isCreated(sql: SqlStorage): boolean {
  const tables = sql.exec(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'",
  );
  return tables.toArray().length > 0;
}

/** Makes the tables of an object that has none. */
export function create({ sql }: DurableObjectStorage): void {
  createAt(MIGRATIONS.length, SCHEMA, sql);
}

/** Applies what is missing. Runs before any handler. */
export function migrate(storage: DurableObjectStorage): void {
  applyMigrations(storage, MIGRATIONS);
}
