/** An article taken apart for ranking: which stems and concepts stand in which passage, and how often. */
import { conceptsOf, phraseAt, type Concept } from './concepts.ts';
import { normalize, split, stem } from './normalize.ts';
import type { Article } from './passage.ts';
import { passagesOf } from './split.ts';

/** How often each stem and each concept stands in a text. */
export interface Counts {
  stems: ReadonlyMap<string, number>;
  concepts: ReadonlyMap<Concept, number>;
  /** Words in all. */
  length: number;
}

/** One passage with its surroundings. */
export interface Indexed {
  source: { article: number; title: string; url?: string };
  text: string;
  passage: Counts;
  title: Counts;
  /** The whole article, title included. */
  article: Counts;
  /** Words in the passage. */
  length: number;
  /** Whether the article begins with it. */
  isOpening: boolean;
}

/** The passages of an article, ready for ranking. */
export function indexOf(article: Article): Indexed[] {
  const source = {
    article: article.id,
    title: article.title,
    ...(article.url === undefined ? {} : { url: article.url }),
  };
  const title = count(article.title);
  const texts = passagesOf(article);
  const passages = texts.map(count);
  const whole = sum([title, ...passages]);
  return texts.map((text, at) => {
    const passage = passages[at] ?? whole;
    return {
      source,
      text,
      passage,
      title,
      article: whole,
      length: passage.length,
      isOpening: at === 0,
    };
  });
}

function count(text: string): Counts {
  const normalized = normalize(text);
  const words = split(normalized).map(stem);
  const stems = new Map<string, number>();
  const concepts = new Map<Concept, number>();
  for (const [at, word] of words.entries()) {
    add(stems, word, 1);
    const phrase = phraseAt(words, at);
    for (const concept of phrase ? [phrase.concept] : conceptsOf(word)) add(concepts, concept, 1);
  }
  // "pick-up" is found by "pickup" too.
  for (const [compound] of normalized.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) {
    add(stems, stem(compound.replaceAll('-', '')), 1);
  }
  return { stems, concepts, length: words.length };
}

function sum(parts: readonly Counts[]): Counts {
  const stems = new Map<string, number>();
  const concepts = new Map<Concept, number>();
  let length = 0;
  for (const part of parts) {
    for (const [word, times] of part.stems) add(stems, word, times);
    for (const [concept, times] of part.concepts) add(concepts, concept, times);
    length += part.length;
  }
  return { stems, concepts, length };
}

function add<K>(counts: Map<K, number>, key: K, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
