/** How often what a model is given to read comes from the article that answers. */
import type { DatabaseSync } from 'node:sqlite';
import { meantBy } from '../../../src/assistant/retrieval/question.ts';
import { retrieve, type Nearest } from '../../../src/assistant/retrieval/retrieve.ts';
import { passagesOf } from '../../../src/assistant/retrieval/split.ts';
import { nearestTo, quantize } from '../../../src/assistant/retrieval/vector.ts';
import { MAX_NEAREST } from '../../../src/site/nearest.ts';
import { embeddedTexts } from '../../../src/site/vectors.ts';
import { addArticle, articlesOf, find, openDatabase, readDue, SEED } from './demo-shop.ts';
import { HOTELS } from './hotels.ts';
import { SHOPS, type Shop } from './languages.ts';
import { PARAPHRASED } from './paraphrases.ts';
import { ANSWERABLE } from './questions.ts';

interface Asked {
  text: string;
  before?: string;
  /** Titles of the articles that answer. */
  about: readonly string[];
}

interface QuestionSet {
  name: string;
  db: DatabaseSync;
  questions: readonly Asked[];
}

/** Of all questions, how many found their article among the first 1, 3 and 6 passages. */
export interface Recall {
  asked: number;
  at1: number;
  at3: number;
  at6: number;
}

/** A vector for a text: a model, or what stands in for one. */
type VectorOf = (text: string) => readonly number[];

const demo = openDatabase();
demo.exec(SEED);

export const QUESTION_SETS: readonly QuestionSet[] = [
  {
    name: 'demo shop',
    db: demo,
    questions: ANSWERABLE.map(({ question: text, before, about }) =>
      before === undefined ? { text, about } : { text, before, about },
    ),
  },
  {
    name: 'demo shop, other words',
    db: demo,
    questions: PARAPHRASED.map(([about, text]) => ({ text, about: [about] })),
  },
  ...SHOPS.map((shop) => setOf(`shop, ${shop.language}`, shop)),
  ...HOTELS.map((hotel) => setOf(`hotel, ${hotel.language}`, hotel)),
];

function setOf(name: string, { articles, answerable }: Shop): QuestionSet {
  const db = databaseOf(articles);
  const questions = answerable.map(([at, text]) => ({ text, about: [articles[at]?.[0] ?? ''] }));
  return { name, db, questions };
}

/** With these articles as those of the website `demo`, all of them read. */
export function databaseOf(articles: Shop['articles']): DatabaseSync {
  const db = openDatabase();
  for (const [title, text] of articles) addArticle(db, 'demo', title, text);
  readDue(db, 'demo');
  return db;
}

/** Measures one set: by words alone, or fused with the ranking that `vectorOf` makes. */
export function recallOf({ db, questions }: QuestionSet, vectorOf?: VectorOf): Recall {
  const nearest = vectorOf ? nearestBy(db, vectorOf) : () => [];
  const places = questions.map(({ about, ...asked }) => {
    const articles = find(db, 'demo', `${asked.text}\n${asked.before ?? ''}`);
    const { passages } = retrieve(articles, asked, 'Acme Outdoor', nearest(meantBy(asked)));
    return passages.findIndex(({ title }) => about.includes(title));
  });
  const within = (count: number) => places.filter((at) => at !== -1 && at < count).length;
  return { asked: questions.length, at1: within(1), at3: within(3), at6: within(6) };
}

/** As the Worker looks, with everything in memory. */
function nearestBy(db: DatabaseSync, vectorOf: VectorOf): (question: string) => Nearest[] {
  const kept = articlesOf(db, 'demo').flatMap((article) => {
    const passages = passagesOf(article);
    return embeddedTexts(article).map((text, at) => ({
      article,
      text: passages[at] ?? '',
      vector: quantize(vectorOf(text)),
    }));
  });
  return (question) =>
    nearestTo(quantize(vectorOf(question)), kept, MAX_NEAREST).map(({ item, nearness }) => ({
      article: item.article,
      text: item.text,
      nearness,
    }));
}

const DIMENSIONS = 1_024;

/**
 * What stands in for a model here: which pieces of three letters a text holds, hashed. It knows no
 * meanings, so it is the least that a second ranking may come from.
 */
export const hashedLetters: VectorOf = (text) => {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  const letters = [
    ...` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()} `,
  ];
  for (const at of letters.keys()) {
    const piece = letters.slice(at, at + 3).join('');
    let hash = 0;
    for (let place = 0; place < piece.length; place++) {
      hash = (hash * 31 + piece.charCodeAt(place)) >>> 0;
    }
    const place = hash % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector.map(Math.sqrt);
};
