import type { Tongue } from '../language/codes.ts';
import type { Source } from '../protocol/entry.ts';
import type { SiteSettings } from '../site/settings.ts';

/** One line of the conversation so far, as a model should see it. */
export interface Line {
  role: 'visitor' | 'assistant' | 'agent';
  text: string;
}

/** How it stands between the visitor and the team: what is true to say about a person coming. */
export type TeamStanding = (typeof TEAM_STANDINGS)[number];

export const TEAM_STANDINGS = [
  /** Nobody can be called into this chat. */
  'off',
  /** The visitor may ask for a person and has not. */
  'available',
  /** The chat has offered one and waits for a yes or a no. */
  'offered',
  /** The visitor said yes; the mail to the team is on its way. */
  'calling',
  /** The team has the mail, and nobody has come yet. */
  'called',
  /** The mail could not be delivered. */
  'unreachable',
] as const;

/** What was said before the lines that a question carries. */
export interface Summary {
  text: string;
  /** So many of the question's lines, from the first on, it tells as well. */
  covers: number;
}

/** What one answer is made from. */
export interface Question {
  settings: SiteSettings;
  /** The conversation so far, oldest first. */
  lines: readonly Line[];
  /** What a model made of the lines that are longest ago, if it has been asked. */
  summary?: Summary;
  /** The visitor's latest words that nobody has answered: the texts of their last lines, oldest first. */
  asked: readonly string[];
  team: TeamStanding;
  /** A note the last agent left for the assistant when handing back. */
  note?: string;
  /** The visitor's browser language, if known. */
  locale?: string;
  /** The language they write in, if that is certain. */
  tongue?: Tongue;
  /** Whose budget an answer is counted on; absent where nobody is counted. */
  caller?: Caller;
}

/** Who asks, as far as budgets care. */
interface Caller {
  /** The visitor's network, hashed: it tells the same one again and nothing else. */
  network: string;
  /** Answers that this conversation has had already. */
  answers: number;
}

/** The same question may be put three times: to the model, to it again, and to the embedded answerer. */
export type Attempt = 'first' | 'again' | 'resort';

/** Why a model did not answer. What the provider said about it is for the owner alone. */
export type TroubleReason =
  /** It said nothing for too long, before or in the middle of an answer. */
  | 'stalled'
  /** It was not done in time. */
  | 'too_slow'
  /** It broke off in the middle. */
  | 'cut_off'
  /** It had too much to do: 429, or out of capacity. */
  | 'busy'
  /** It does not let us in, has no such model, or will not say such a thing: 400, 401, 403, 404, a filter. */
  | 'refused'
  /** It failed, or what it said made no sense. */
  | 'broken'
  /** It ended without a word. */
  | 'silent'
  /** Ours, not the model's: the knowledge could not be read, for one. */
  | 'internal';

/** Why an answer came from the embedded answerer although there is a model. */
export type ResortReason = 'trouble' | 'spent';

/** What an answer is, as it comes: text in pieces, then one closing part. */
export type AnswerPart =
  | { type: 'text'; delta: string }
  /** All of the text so far is to be this instead. */
  | { type: 'rewritten'; text: string }
  /** What was just said, or is about to be, is only true as long as it stands like this with the team. */
  | { type: 'truth'; team: TeamStanding }
  | { type: 'done'; answered: boolean; sources: Source[]; resort?: ResortReason }
  | { type: 'failed'; reason: TroubleReason; detail: string };

/**
 * Answers a question, streamed. Ends with exactly one `done` or `failed` part unless `signal` fires,
 * after which it may end with neither. Never throws.
 */
export type Answerer = (
  question: Question,
  signal: AbortSignal,
  attempt?: Attempt,
) => AsyncIterable<AnswerPart>;
