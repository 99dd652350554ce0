/** The owner's side of a website's knowledge: articles written, changed, found and thrown away. */
import type { Article } from '../assistant/retrieval/passage.ts';
import type { Millis } from '../protocol/entry.ts';
import { dismissStatement } from './unanswered.ts';

/** Limits of an article, in UTF-16 units. */
export const MAX_TITLE_CHARS = 200;
export const MAX_URL_CHARS = 2_000;
export const MAX_TEXT_CHARS = 100_000;

/** Articles on one page of the list. */
export const PAGE_SIZE = 50;

/** Of an article, the list shows this much. */
const BEGINNING_CHARS = 240;

/** Words of a search that are looked at. */
const MAX_WORDS = 12;

/** Shorter words, and scripts without spaces, are looked for letter by letter. */
const MIN_INDEXED_CHARS = 3;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** What the owner writes. */
export interface ArticleDraft {
  title: string;
  /** Where visitors can read it; null for nowhere. */
  url: string | null;
  text: string;
}

/** An article as the list shows it. */
export interface ArticleRow {
  id: number;
  title: string;
  url: string | null;
  beginning: string;
  updatedAt: Millis;
}

export interface ArticlePage {
  articles: ArticleRow[];
  /** How many there are on all pages. */
  total: number;
  /** From 1; the last one there is when a later one was asked for. */
  page: number;
  pages: number;
}

/** A condition on `knowledge`, and what to bind to it. */
interface Filter {
  where: string;
  values: string[];
}

/** One page of a website's articles, latest first; with `search`, those that hold all of its words. */
export async function listArticles(
  db: D1Database,
  site: string,
  search: string,
  wantedPage: number,
): Promise<ArticlePage> {
  const { where, values } = filterFor(site, search);
  const counted = await db
    .prepare(`SELECT count(*) AS total FROM knowledge WHERE ${where}`)
    .bind(...values)
    .first<{ total: number }>();
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(wantedPage)), pages);
  const { results } = await db
    .prepare(
      `SELECT id, title, url, substr(text, 1, ${BEGINNING_CHARS}) AS beginning, updated_at AS updatedAt
       FROM knowledge WHERE ${where} ORDER BY updated_at DESC, id DESC LIMIT ${PAGE_SIZE} OFFSET ?`,
    )
    .bind(...values, (page - 1) * PAGE_SIZE)
    .all<ArticleRow>();
  return { articles: results, total, page, pages };
}

function filterFor(site: string, search: string): Filter {
  const typed = search.trim();
  if (typed === '') return { where: 'site = ?', values: [site] };
  const words = (typed.match(WORD) ?? []).slice(0, MAX_WORDS);
  const isIndexed = words.length > 0 && words.every((word) => word.length >= MIN_INDEXED_CHARS);
  if (!isIndexed || UNSPACED.test(typed)) {
    // D1 refuses patterns of more than 50 bytes, so this is no LIKE.
    return {
      where: 'site = ? AND (instr(lower(title), lower(?)) > 0 OR instr(lower(text), lower(?)) > 0)',
      values: [site, typed, typed],
    };
  }
  const all = words.map((word) => `"${word}"*`).join(' AND ');
  return {
    where: 'site = ? AND id IN (SELECT rowid FROM knowledge_search WHERE knowledge_search MATCH ?)',
    values: [site, `(site : "${site}") AND ({title text} : (${all}))`],
  };
}

interface Row {
  id: number;
  title: string;
  url: string | null;
  text: string;
}

/** One article of a website; null when there is none of that id. */
export async function findArticle(
  db: D1Database,
  site: string,
  id: number,
): Promise<Article | null> {
  const row = await db
    .prepare('SELECT id, title, url, text FROM knowledge WHERE site = ? AND id = ?')
    .bind(site, id)
    .first<Row>();
  if (!row) return null;
  const { url, ...rest } = row;
  return url === null ? rest : { ...rest, url };
}

/** Adds an article. `answers` is the fold of the open question it was written for, which it settles. */
export async function createArticle(
  db: D1Database,
  site: string,
  { title, url, text }: ArticleDraft,
  now: Millis,
  answers?: string,
): Promise<void> {
  const insert = db
    .prepare(
      'INSERT INTO knowledge (site, title, url, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .bind(site, title, url, text, now, now);
  const settle = answers === undefined ? [] : [dismissStatement(db, site, answers)];
  await db.batch([insert, ...settle]);
}

/** Changes an article; false when it is gone. */
export async function updateArticle(
  db: D1Database,
  site: string,
  id: number,
  { title, url, text }: ArticleDraft,
  now: Millis,
): Promise<boolean> {
  const row = await db
    .prepare(
      'UPDATE knowledge SET title = ?, url = ?, text = ?, updated_at = ? WHERE site = ? AND id = ? RETURNING id',
    )
    .bind(title, url, text, now, site, id)
    .first<{ id: number }>();
  return row !== null;
}

/** Throws an article away; false when it was gone already. */
export async function deleteArticle(db: D1Database, site: string, id: number): Promise<boolean> {
  const row = await db
    .prepare('DELETE FROM knowledge WHERE site = ? AND id = ? RETURNING id')
    .bind(site, id)
    .first<{ id: number }>();
  return row !== null;
}
