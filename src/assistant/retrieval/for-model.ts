/** Which passages a model reads, and in which order. Pure. */
import { fuse } from './fusion.ts';
import type { Article, Passage } from './passage.ts';
import { tokensIn } from '../prompt/tokens.ts';

/** A passage that was found by its meaning. */
export interface Nearest {
  article: Article;
  /** As the article's text is split; see split.ts. */
  text: string;
  /** How near it is to the question, 0 to 1; comparable within one question only. */
  nearness: number;
}

/** As many of the best by words are ranked together with those by meaning. */
const FUSED = 12;

/** How many passages a model is given, */
export const MAX_PASSAGES = 6;
/** and how long they may be together, in tokens. The first is given whatever it takes. */
export const MAX_TOKENS = 1_500;

/**
 * The best passages by words, and by meaning where that is known, as many as a prompt bears. What answers
 * by its words counts twice: it is seldom wrong, and nearness in meaning often is a little.
 */
export function forModel(
  byWords: readonly Passage[],
  answer: readonly Passage[],
  nearest: readonly Nearest[],
): Passage[] {
  if (nearest.length === 0) return within(byWords);
  const byMeaning = nearest.map(({ article: { id, title, url }, text, nearness }): Passage => {
    return { article: id, title, ...(url === undefined ? {} : { url }), text, score: nearness };
  });
  const fused = fuse([answer, byWords.slice(0, FUSED), byMeaning], keyOf);
  return within(fused.map(({ item, score }) => Object.assign({}, item, { score })));
}

function within(passages: readonly Passage[]): Passage[] {
  let tokens = 0;
  const end = passages.findIndex(({ title, text }, at) => {
    tokens += tokensIn(title) + tokensIn(text);
    return at >= MAX_PASSAGES || (at > 0 && tokens > MAX_TOKENS);
  });
  return passages.slice(0, end === -1 ? MAX_PASSAGES : end);
}

/** The same for one passage, however it was found. */
export function keyOf({ article, text }: Passage): string {
  return `${article}\n${text}`;
}
