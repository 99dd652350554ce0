/** The index over words as our own code reads them: written beside the articles, never by a trigger. */
import { articleTerms } from '../assistant/retrieval/knowledge-terms.ts';
import type { ArticleRow } from './article-row.ts';

/** Articles that the index does not know yet, or knows no more. */
export const DUE_ARTICLES_SQL = `
  SELECT knowledge.id, knowledge.title, knowledge.url, knowledge.text
  FROM knowledge_due JOIN knowledge ON knowledge.id = knowledge_due.article
  WHERE knowledge_due.site = ?1
  LIMIT ?2`;

/** Articles read in one go, and how often before the rest is left to the next call. */
const ARTICLES_PER_ROUND = 20;
const MAX_ROUNDS = 25;

/**
 * Reads the words of a website's new and changed articles into the index. An article that changes
 * meanwhile stays due. Rejects if D1 does.
 */
export async function readDueArticles(db: D1Database, site: string): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { results } = await db
      .prepare(DUE_ARTICLES_SQL)
      .bind(site, ARTICLES_PER_ROUND)
      .all<ArticleRow>();
    if (results.length === 0) return;
    await db.batch(results.flatMap((article) => readStatements(db, site, article)));
    if (results.length < ARTICLES_PER_ROUND) return;
  }
}

function readStatements(
  db: D1Database,
  site: string,
  { id, title, text }: ArticleRow,
): D1PreparedStatement[] {
  const terms = articleTerms({ title, text });
  // Most articles of most websites have nothing to add.
  const insert =
    terms.title === '' && terms.text === ''
      ? []
      : [
          db
            .prepare(
              `INSERT OR REPLACE INTO knowledge_terms (rowid, site, title, text)
               SELECT id, site, ?, ? FROM knowledge WHERE id = ? AND title = ? AND text = ?`,
            )
            .bind(terms.title, terms.text, id, title, text),
        ];
  const done = db
    .prepare(
      `DELETE FROM knowledge_due WHERE site = ? AND article = ?
       AND EXISTS (SELECT 1 FROM knowledge WHERE id = ? AND title = ? AND text = ?)`,
    )
    .bind(site, id, id, title, text);
  return [...insert, done];
}
