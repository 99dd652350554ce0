/**
 * Questions the assistant had no answer to. Each is kept once per place in a conversation; a question
 * that is settled keeps its row with an empty fold, so that a conversation indexed anew cannot bring it
 * back.
 */
import type { Millis } from '../protocol/entry.ts';
import { guessLanguage, isSmallWord } from '../assistant/retrieval/language.ts';
import { stem } from '../assistant/retrieval/normalize.ts';
import { smallTalkOf } from '../assistant/embedded/small-talk.ts';
import { fold } from '../intent/fold.ts';

/** Of a question this much is kept, in UTF-16 units; of its fold as well. */
export const MAX_QUESTION_CHARS = 300;

/** Longest greeting or thanks that is looked for before and after a question, in words. */
const MAX_COURTESY_WORDS = 5;

/** A question the assistant had no answer to, as one conversation asked it. */
export interface UnansweredQuestion {
  /** The number of the entry in which the assistant said so. */
  seq: number;
  /** What the visitor had said before it. */
  question: string;
  at: Millis;
}

/** A question as the dashboard lists it: everybody's who asked the same. */
export interface OpenQuestion {
  fold: string;
  /** As it was last asked. */
  question: string;
  /** In how many conversations it was asked. */
  conversations: number;
  /** When it was last asked. */
  at: Millis;
}

/**
 * The same text for questions that only look different: by case, accents, punctuation, courtesies,
 * small words or plural. Empty for a text without a word. Total and pure.
 */
export function foldQuestion(text: string): string {
  const words = fold(text)
    .map((word) => word.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const asked = withoutCourtesies(words);
  const language = guessLanguage(text);
  const telling = asked.filter((word) => !isSmallWord(word, language));
  const kept = [telling, asked, words].find((some) => some.length > 0) ?? [];
  return shortened(kept.map(stem).join(' '));
}

/** Without the "hi there" before a question and the "thank you" after it. */
function withoutCourtesies(words: readonly string[]): readonly string[] {
  const before = courtesyLength(words, (length) => words.slice(0, length));
  const rest = words.slice(before);
  const after = courtesyLength(rest, (length) => rest.slice(-length));
  return rest.slice(0, rest.length - after);
}

function courtesyLength(
  words: readonly string[],
  take: (length: number) => readonly string[],
): number {
  for (let length = Math.min(MAX_COURTESY_WORDS, words.length); length > 0; length--) {
    const talk = smallTalkOf(take(length).join(' '));
    // "Good" and "fine" are also how a question may begin.
    if (talk && talk.kind !== 'ack') return length;
  }
  return 0;
}

function shortened(text: string): string {
  return text.length <= MAX_QUESTION_CHARS ? text : cut(text, MAX_QUESTION_CHARS);
}

/** Never through the middle of a character. */
function cut(text: string, chars: number): string {
  return text
    .slice(0, chars)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
}

/** The statements that keep what a conversation left unanswered. Running them again changes nothing. */
export function unansweredStatements(
  db: D1Database,
  site: string,
  conversation: string,
  questions: readonly UnansweredQuestion[],
): D1PreparedStatement[] {
  return questions.flatMap(({ seq, question, at }) => {
    const folded = foldQuestion(question);
    if (folded === '') return [];
    return db
      .prepare(
        'INSERT OR IGNORE INTO unanswered (conversation, seq, site, fold, question, at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .bind(conversation, seq, site, folded, shortened(question.trim()), at);
  });
}

/** What a website's assistant could not answer, what most conversations asked first, then the latest. */
export async function openQuestions(
  db: D1Database,
  site: string,
  limit: number,
): Promise<OpenQuestion[]> {
  // Of the columns that are not grouped by, SQLite takes the row that holds the max().
  const { results } = await db
    .prepare(
      `SELECT fold, question, count(DISTINCT conversation) AS conversations, max(at) AS at
       FROM unanswered WHERE site = ? AND fold > ''
       GROUP BY fold ORDER BY conversations DESC, at DESC, fold LIMIT ?`,
    )
    .bind(site, limit)
    .all<OpenQuestion>();
  return results;
}

/** One of them, by its fold; null when there is none or it is settled. */
export async function findQuestion(
  db: D1Database,
  site: string,
  folded: string,
): Promise<OpenQuestion | null> {
  const row = await db
    .prepare(
      `SELECT fold, question, count(DISTINCT conversation) AS conversations, max(at) AS at
       FROM unanswered WHERE site = ? AND fold = ? AND fold <> '' GROUP BY fold`,
    )
    .bind(site, folded)
    .first<OpenQuestion>();
  return row;
}

/** Settles a question: it is gone from the list until somebody asks it anew. */
export function dismissStatement(
  db: D1Database,
  site: string,
  folded: string,
): D1PreparedStatement {
  return db
    .prepare("UPDATE unanswered SET fold = '' WHERE site = ? AND fold = ?")
    .bind(site, folded);
}

/** {@link dismissStatement}, done. */
export async function dismissQuestion(db: D1Database, site: string, folded: string): Promise<void> {
  await dismissStatement(db, site, folded).run();
}
