import type { Article } from '../assistant/retrieval/passage.ts';

/** An article as D1 hands it out. */
export interface ArticleRow {
  id: number;
  title: string;
  url: string | null;
  text: string;
}

export function toArticle({ id, title, url, text }: ArticleRow): Article {
  return { id, title, text, ...(url === null ? {} : { url }) };
}
