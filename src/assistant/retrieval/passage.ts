/** A piece of the site's knowledge, small enough to be an answer. */
export interface Passage {
  /** The article it is from, where that is known. */
  article?: number;
  /** The article's title. */
  title: string;
  /** Where a visitor can read the whole article, if anywhere. */
  url?: string;
  text: string;
  /** How well it fits the question; higher is better, comparable within one question only. */
  score: number;
}

/** An article as the owner wrote it. */
export interface Article {
  id: number;
  title: string;
  url?: string;
  text: string;
}
