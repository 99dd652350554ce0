/** The monitor's own tables, brought up to date when the object wakes. */
import { applyMigrations } from '../objects/migrations.ts';

/** One list of statements per version, applied once each, in order. docs/storage.md explains the rows. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE card (
     conversation TEXT PRIMARY KEY,
     at INTEGER NOT NULL,
     settings_version INTEGER NOT NULL,
     card TEXT
   ) WITHOUT ROWID;
   CREATE TABLE site (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     settings TEXT,
     retired_at INTEGER
   );
   CREATE TABLE errand (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     type TEXT NOT NULL,
     body TEXT NOT NULL,
     due INTEGER NOT NULL
   );`,
  `CREATE TABLE dismissal (
     member TEXT NOT NULL,
     session TEXT,
     is_removed INTEGER NOT NULL,
     at INTEGER NOT NULL
   );`,
  `CREATE TABLE post (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     tokens REAL NOT NULL,
     at INTEGER NOT NULL
   );
   CREATE TABLE held_mail (
     conversation TEXT NOT NULL,
     kind TEXT NOT NULL,
     number INTEGER NOT NULL,
     ended TEXT,
     PRIMARY KEY (conversation, kind, number)
   ) WITHOUT ROWID;`,
  `DROP TABLE post;
   CREATE TABLE posted (
     conversation TEXT NOT NULL,
     kind TEXT NOT NULL,
     number INTEGER NOT NULL,
     at INTEGER NOT NULL
   );
   ALTER TABLE held_mail RENAME TO held_before;
   CREATE TABLE held_mail (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     conversation TEXT NOT NULL,
     kind TEXT NOT NULL,
     number INTEGER NOT NULL,
     ended TEXT,
     UNIQUE (conversation, kind, number)
   );
   INSERT INTO held_mail (conversation, kind, number, ended)
     SELECT conversation, kind, number, ended FROM held_before;
   DROP TABLE held_before;`,
];

/** Applies what is missing. Runs before any handler. */
export function migrate(storage: DurableObjectStorage): void {
  applyMigrations(storage, MIGRATIONS);
}
