/** What passages mean, in a model's numbers: a vector per passage, kept in D1 beside the articles. */
import type { Article } from '../assistant/retrieval/passage.ts';
import { passagesOf } from '../assistant/retrieval/split.ts';
import { decode, encode, quantize } from '../assistant/retrieval/vector.ts';

/** Vectors of one website that are kept and looked through. */
export const MAX_VECTORS = 2_000;

/** Texts that a model is given at once. */
export const TEXTS_PER_CALL = 50;

/** Articles in one go, and how often before the rest is left to the next call. */
const ARTICLES_PER_ROUND = 10;
const MAX_ROUNDS = 40;

/** Of a SHA-256, in hexadecimal digits. */
const HASH_CHARS = 16;

/** Gives one vector per text. */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** A passage's vector, as it is kept. */
export interface PassageVector {
  article: number;
  /** Which passage of the article, from 0. */
  passage: number;
  /** Of what was embedded. */
  hash: string;
  vector: Int8Array;
}

/** What a website has of a model's vectors. */
export interface Vectors {
  vectors: readonly PassageVector[];
  /** Whether there are articles without one. */
  isLacking: boolean;
}

const LACKING_SQL = `
  SELECT id, title, text FROM knowledge
  WHERE site = ?1 AND NOT EXISTS (
    SELECT 1 FROM knowledge_vector
    WHERE knowledge_vector.site = ?1 AND article = knowledge.id AND model = ?2)
  ORDER BY updated_at DESC
  LIMIT ?3`;

/** Every vector that `model` made of a website's passages. Rejects if D1 does. */
export async function loadVectors(db: D1Database, site: string, model: string): Promise<Vectors> {
  const [loaded, lacking] = await db.batch<Omit<PassageVector, 'vector'> & { vector: string }>([
    db
      .prepare(
        'SELECT article, passage, hash, vector FROM knowledge_vector WHERE site = ? AND model = ? LIMIT ?',
      )
      .bind(site, model, MAX_VECTORS),
    db.prepare(LACKING_SQL).bind(site, model, 1),
  ]);
  const vectors = (loaded?.results ?? []).map(({ article, passage, hash, vector }) => {
    return { article, passage, hash, vector: decode(vector) };
  });
  return { vectors, isLacking: (lacking?.results.length ?? 0) > 0 && vectors.length < MAX_VECTORS };
}

/** After so many refusals it is the model, not the article. */
const MAX_FAILURES = 3;

/**
 * Makes the vectors that a website's articles lack, latest articles first. What an article had of
 * another model goes. An article that changes meanwhile keeps none, and is left to the next call.
 * Rejects if D1 or `embed` did; what could be done stays.
 */
export async function refreshVectors(
  db: D1Database,
  site: string,
  model: string,
  embed: Embed,
): Promise<void> {
  const counted = await db
    .prepare('SELECT count(*) AS count FROM knowledge_vector WHERE site = ? AND model = ?')
    .bind(site, model)
    .first<{ count: number }>();
  let room = MAX_VECTORS - (counted?.count ?? 0);
  const seen = new Set<number>();
  let failure: unknown;
  let failures = 0;
  for (let round = 0; round < MAX_ROUNDS && room > 0; round++) {
    const { results } = await db
      .prepare(LACKING_SQL)
      .bind(site, model, ARTICLES_PER_ROUND)
      .all<Article>();
    const articles = results.filter(({ id }) => !seen.has(id));
    for (const article of articles) {
      if (room <= 0) return;
      seen.add(article.id);
      const texts = embeddedTexts(article).slice(0, room);
      try {
        const vectors = await embedAll(texts, embed);
        await db.batch(await storeStatements(db, site, model, article, texts, vectors));
        room -= texts.length;
      } catch (error) {
        // One article that the model refuses keeps no other from being found.
        failure = error;
        failures += 1;
        if (failures >= MAX_FAILURES) throw error;
      }
    }
    // What is there again was changed, or refused: its turn comes with the next call.
    if (articles.length === 0 || results.length < ARTICLES_PER_ROUND) break;
  }
  if (failure !== undefined) throw failure;
}

async function embedAll(texts: readonly string[], embed: Embed): Promise<(readonly number[])[]> {
  const vectors: (readonly number[])[] = [];
  for (let from = 0; from < texts.length; from += TEXTS_PER_CALL) {
    vectors.push(...(await embed(texts.slice(from, from + TEXTS_PER_CALL))));
  }
  return vectors;
}

async function storeStatements(
  db: D1Database,
  site: string,
  model: string,
  { id, title, text }: Article,
  texts: readonly string[],
  vectors: readonly (readonly number[])[],
): Promise<D1PreparedStatement[]> {
  const hashes = await Promise.all(texts.map(hashOf));
  const rows = vectors.map((vector, at) => [at, hashes[at], encode(quantize(vector))]);
  return [
    db.prepare('DELETE FROM knowledge_vector WHERE article = ?').bind(id),
    // Nothing is kept of a text that has changed since it was read.
    db
      .prepare(
        `INSERT INTO knowledge_vector (site, article, passage, hash, model, vector)
         SELECT ?1, ?2, value ->> 0, value ->> 1, ?3, value ->> 2 FROM json_each(?4)
         WHERE EXISTS (SELECT 1 FROM knowledge WHERE id = ?2 AND site = ?1 AND title = ?5 AND text = ?6)`,
      )
      .bind(site, id, model, JSON.stringify(rows), title, text),
  ];
}

/** What stands for an article's passages: each with its title. Never nothing, so that it counts as done. */
export function embeddedTexts(article: Article): string[] {
  const passages = passagesOf(article);
  return passages.length === 0 ? [article.title] : passages.map((text) => withTitle(article, text));
}

/** The passage that a vector was made of, if the article still holds it. */
export async function passageOf(
  article: Article,
  { passage, hash }: PassageVector,
): Promise<string | null> {
  const text = passagesOf(article)[passage];
  if (text === undefined) return null;
  return (await hashOf(withTitle(article, text))) === hash ? text : null;
}

function withTitle({ title }: Article, text: string): string {
  return `${title}\n${text}`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = [...new Uint8Array(digest)];
  return bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_CHARS);
}
