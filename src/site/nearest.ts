/** Finds the passages of a website that are nearest to a question in meaning, where vectors are kept. */
import type { ModelChoice } from '../assistant/models/choice.ts';
import type { Article } from '../assistant/retrieval/passage.ts';
import type { Nearest } from '../assistant/retrieval/retrieve.ts';
import { nearestTo, quantize, type Near } from '../assistant/retrieval/vector.ts';
import { toArticle, type ArticleRow } from './article-row.ts';
import { tendKnowledge } from './tend-knowledge.ts';
import { keepVectors, recallVectors } from './vector-cache.ts';
import { loadVectors, passageOf, type PassageVector } from './vectors.ts';

/** The passages that are nearest in meaning to a question, nearest first. Never rejects. */
export type FindNearest = (
  site: string,
  question: string,
  signal: AbortSignal,
) => Promise<readonly Nearest[]>;

export interface NearestOptions {
  /** Keeps the runtime alive for work that no answer waits for: making vectors that are missing. */
  background?: (work: Promise<void>) => void;
  /** An answer waits no longer than this, in ms. */
  deadlineMs?: number;
  /** ms since 1970 */
  now?: () => number;
}

/** Passages that are handed on. */
export const MAX_NEAREST = 12;

/** Later than this, words alone decide. */
const DEADLINE_MS = 400;

/** Questions are put to the model no longer than this, in UTF-16 units. */
const MAX_QUESTION_CHARS = 1_000;

/** Where articles lack vectors, this isolate makes them no more often than that, for as many websites. */
const TEND_EVERY_MS = 60_000;
const MAX_TENDED = 100;

const tendedAt = new Map<string, number>();

/** Looks by the deployment's embedding model; finds nothing, at no cost, where it has none. */
export function createNearest(
  db: D1Database,
  choice: ModelChoice,
  options: NearestOptions = {},
): FindNearest {
  if (choice.provider !== 'workers-ai' || choice.embedding === '') return () => Promise.resolve([]);
  const { binding, embedding: model } = choice;
  const { deadlineMs = DEADLINE_MS, now = Date.now, background = letGo } = options;

  const heal = (site: string) => {
    if (now() - (tendedAt.get(site) ?? -Infinity) < TEND_EVERY_MS) return;
    tendedAt.delete(site);
    tendedAt.set(site, now());
    for (const oldest of [...tendedAt.keys()].slice(0, -MAX_TENDED)) tendedAt.delete(oldest);
    background(tendKnowledge(db, choice, site));
  };

  const vectorsOf = async (site: string): Promise<readonly PassageVector[]> => {
    const known = recallVectors(site, model, now());
    if (known) return known;
    const { vectors, isLacking } = await loadVectors(db, site, model);
    keepVectors(site, model, vectors, now());
    if (isLacking) heal(site);
    return vectors;
  };

  const find = async (site: string, question: string, signal: AbortSignal) => {
    const vectors = await vectorsOf(site);
    if (vectors.length === 0) return [];
    const { embedTexts } = await import('../assistant/retrieval/embedder.ts');
    const [asked] = await embedTexts(binding, model, [question], signal);
    const best = nearestTo(quantize(asked ?? []), vectors, MAX_NEAREST);
    return passagesFor(db, site, best);
  };

  return async (site, question, signal) => {
    const text = question.trim().slice(-MAX_QUESTION_CHARS);
    if (text === '') return [];
    const due = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    return firstOf(find(site, text, due), due);
  };
}

/** An object of the platform lives as long as its work does. */
function letGo(work: Promise<void>): void {
  void work;
}

/** What comes of `work` before `due` fires; nothing if it fires, or if the work fails. */
function firstOf(work: Promise<readonly Nearest[]>, due: AbortSignal): Promise<readonly Nearest[]> {
  return new Promise((resolve) => {
    const giveUp = () => resolve([]);
    if (due.aborted) giveUp();
    due.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, giveUp).finally(() => due.removeEventListener('abort', giveUp));
  });
}

/** With their articles as they are now; what has changed since the vector was made is left out. */
async function passagesFor(
  db: D1Database,
  site: string,
  best: readonly Near<PassageVector>[],
): Promise<readonly Nearest[]> {
  const ids = [...new Set(best.map(({ item }) => item.article))];
  if (ids.length === 0) return [];
  const { results } = await db
    .prepare(
      'SELECT id, title, url, text FROM knowledge WHERE site = ? AND id IN (SELECT value FROM json_each(?))',
    )
    .bind(site, JSON.stringify(ids))
    .all<ArticleRow>();
  const articles = new Map<number, Article>(results.map((row) => [row.id, toArticle(row)]));
  const found = await Promise.all(
    best.map(async (near): Promise<Nearest[]> => {
      const article = articles.get(near.item.article);
      const text = article ? await passageOf(article, near.item) : null;
      return article && text !== null ? [{ article, text, nearness: near.nearness }] : [];
    }),
  );
  return found.flat();
}
