import type { Source } from '../protocol/entry.ts';
import type { SiteSettings } from '../site/settings.ts';

/** One line of the conversation so far, as a model should see it. */
export interface Line {
  role: 'visitor' | 'assistant' | 'agent';
  text: string;
}

/** What one answer is made from. */
export interface Question {
  settings: SiteSettings;
  /** The conversation so far, oldest first. */
  lines: readonly Line[];
  /** The visitor's latest words that nobody has answered: the texts of their last lines, oldest first. */
  asked: readonly string[];
  /** Whether a team member has been called and has not come yet. */
  waiting: boolean;
  /** A note the last agent left for the assistant when handing back. */
  note?: string;
  /** The visitor's browser language, if known. */
  locale?: string;
}

/** What an answer is, as it comes: text in pieces, then one closing part. */
export type AnswerPart =
  | { type: 'text'; delta: string }
  | { type: 'done'; answered: boolean; sources: Source[] }
  | { type: 'failed'; error: string };

/**
 * Answers a question, streamed. Ends with exactly one `done` or `failed` part unless `signal` fires,
 * after which it may end with neither. Never throws.
 */
export type Answerer = (question: Question, signal: AbortSignal) => AsyncIterable<AnswerPart>;
