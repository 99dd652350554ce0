/** A website's articles, as D1 keeps them. */
import { candidateQuery } from '../assistant/candidate-query.ts';
import type { Article } from '../assistant/passage.ts';

interface Row {
  id: number;
  title: string;
  url: string | null;
  text: string;
}

/** A hit in a title counts as much as this many in the text; `site` only filters. */
export const FIND_ARTICLES_SQL = `
  SELECT knowledge.id, knowledge.title, knowledge.url, knowledge.text
  FROM knowledge_search JOIN knowledge ON knowledge.id = knowledge_search.rowid
  WHERE knowledge_search MATCH ?1 AND knowledge.site = ?2
  ORDER BY bm25(knowledge_search, 0.0, 5.0, 1.0)
  LIMIT ?3`;

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
  const query = candidateQuery(site, question);
  if (query === null) return [];
  const { results } = await db.prepare(FIND_ARTICLES_SQL).bind(query, site, limit).all<Row>();
  return results.map(toArticle);
}

function toArticle({ id, title, url, text }: Row): Article {
  return { id, title, text, ...(url === null ? {} : { url }) };
}
