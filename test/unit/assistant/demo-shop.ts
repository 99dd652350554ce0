import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { candidateQuery } from '../../../src/assistant/retrieval/candidate-query.ts';
import type { Article } from '../../../src/assistant/retrieval/passage.ts';
import { articleTerms, termsQuery } from '../../../src/assistant/retrieval/knowledge-terms.ts';
import {
  FIND_ARTICLES_SQL,
  FIND_BY_TERMS_SQL,
  mergeCandidates,
} from '../../../src/site/knowledge.ts';
import { DUE_ARTICLES_SQL } from '../../../src/site/terms.ts';

const MIGRATIONS = new URL('../../../migrations/', import.meta.url);

const sql = (name: string) => readFileSync(new URL(name, MIGRATIONS), 'utf8');

/** The seed of the demo shop's articles. */
export const SEED = sql('seed/knowledge.sql');

/** A database as the migrations leave it, with the sites `demo` and `other`. */
export function openDatabase(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA foreign_keys = ON');
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort()) db.exec(sql(name));
  for (const site of ['demo', 'other']) addSite(db, site);
  return db;
}

/** A site with something in every column that must not be empty. */
function addSite(db: DatabaseSync, site: string): void {
  const columns = db
    .prepare(
      'SELECT name, type FROM pragma_table_info(\'site\') WHERE "notnull" AND dflt_value IS NULL OR pk',
    )
    .all()
    .map(({ name, type }) => ({ name: String(name), value: type === 'INTEGER' ? 0 : site }));
  const names = columns.map(({ name }) => name).join(', ');
  const marks = columns.map(() => '?').join(', ');
  db.prepare(`INSERT INTO site (${names}) VALUES (${marks})`).run(
    ...columns.map(({ value }) => value),
  );
}

export function addArticle(db: DatabaseSync, site: string, title: string, text: string): number {
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO knowledge (site, title, text, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
    )
    .run(site, title, text);
  return Number(lastInsertRowid);
}

/** Reads the words of new articles into the index, as the Worker does. */
export function readDue(db: DatabaseSync, site: string): void {
  for (const article of db.prepare(DUE_ARTICLES_SQL).all(site, 1_000).map(toArticle)) {
    const { title, text } = articleTerms(article);
    db.prepare(
      'INSERT OR REPLACE INTO knowledge_terms (rowid, site, title, text) VALUES (?, ?, ?, ?)',
    ).run(article.id, site, title, text);
    db.prepare('DELETE FROM knowledge_due WHERE article = ?').run(article.id);
  }
}

/** What the Worker's queries find, run by SQLite itself; what is due counts only if `withDue`. */
export function find(
  db: DatabaseSync,
  site: string,
  question: string,
  limit = 12,
  withDue = true,
): Article[] {
  const run = (sql: string, ...values: (string | number)[]) =>
    db
      .prepare(sql)
      .all(...values)
      .map(toArticle);
  const plain = candidateQuery(site, question);
  const terms = termsQuery(site, question);
  const rankings = [
    plain === null ? [] : run(FIND_ARTICLES_SQL, plain, site, limit),
    terms === null ? [] : run(FIND_BY_TERMS_SQL, terms, site, limit),
  ];
  const due = terms === null || !withDue ? [] : run(DUE_ARTICLES_SQL, site, limit);
  return mergeCandidates(rankings, due, limit);
}

export function articlesOf(db: DatabaseSync, site: string): Article[] {
  return db
    .prepare('SELECT id, title, url, text FROM knowledge WHERE site = ?')
    .all(site)
    .map(toArticle);
}

function toArticle(row: Record<string, unknown>): Article {
  const url = row['url'] === null ? {} : { url: String(row['url']) };
  return { id: Number(row['id']), title: String(row['title']), text: String(row['text']), ...url };
}
