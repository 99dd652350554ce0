/** A website's articles, as D1 keeps them. */
import { candidateQuery } from '../assistant/retrieval/candidate-query.ts';
import { fuse } from '../assistant/retrieval/fusion.ts';
import { termsQuery } from '../assistant/retrieval/knowledge-terms.ts';
import type { Article } from '../assistant/retrieval/passage.ts';
import { toArticle, type ArticleRow } from './article-row.ts';
import { DUE_ARTICLES_SQL, readDueArticles } from './terms.ts';

/** A hit in a title counts as much as this many in the text; `site` only filters. */
const findSql = (index: string) => `
  SELECT knowledge.id, knowledge.title, knowledge.url, knowledge.text
  FROM ${index} JOIN knowledge ON knowledge.id = ${index}.rowid
  WHERE ${index} MATCH ?1 AND knowledge.site = ?2
  ORDER BY bm25(${index}, 0.0, 5.0, 1.0)
  LIMIT ?3`;

export const FIND_ARTICLES_SQL = findSql('knowledge_search');
export const FIND_BY_TERMS_SQL = findSql('knowledge_terms');

/**
 * The articles of `site` that may answer `question`, likeliest first, at most `limit`. Any text is a
 * question; one without a word worth looking for finds nothing. Rejects if D1 does.
 */
export async function findArticles(
  db: D1Database,
  site: string,
  question: string,
  limit: number,
): Promise<Article[]> {
  const plain = candidateQuery(site, question);
  const terms = termsQuery(site, question);
  if (plain === null && terms === null) return [];
  const search = (sql: string, query: string) => db.prepare(sql).bind(query, site, limit);
  const results = await db.batch<ArticleRow>([
    ...(plain === null ? [] : [search(FIND_ARTICLES_SQL, plain)]),
    ...(terms === null
      ? []
      : [search(FIND_BY_TERMS_SQL, terms), db.prepare(DUE_ARTICLES_SQL).bind(site, limit)]),
  ]);
  const rankings = results.map((result) => result.results);
  const due = terms === null ? [] : (rankings.pop() ?? []);
  // No answer waits for it, and the next one finds it done.
  if (due.length > 0) void readDueArticles(db, site).catch(() => undefined);
  return mergeCandidates(rankings, due, limit).map(toArticle);
}

/** Several searches as one, and behind them what no search can find yet. At most `limit`. */
export function mergeCandidates<T extends { id: number }>(
  rankings: readonly (readonly T[])[],
  due: readonly T[],
  limit: number,
): T[] {
  const found = fuse(rankings, ({ id }) => String(id)).map(({ item }) => item);
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...due.filter(({ id }) => !known.has(id))].slice(0, limit);
}
