/**
 * The log in SQLite: one row per entry, numbered without a gap. `(author, ref)` is unique, so that
 * whatever a client sends twice is stored once and answered with what was stored.
 */
import type {
  ConversationEvent,
  Entry,
  EventEntry,
  MessageEntry,
  Millis,
} from '../protocol/entry.ts';
import { isTeamOnly } from '../protocol/entry.ts';

/** An entry before it has a number. */
export type Draft = Omit<MessageEntry, 'seq' | 'at'> | ({ kind: 'event' } & ConversationEvent);

/** The frame that caused an entry: who sent it, under which stamp of theirs. */
export interface Cause {
  /** `visitor`, or an agent's id. */
  author: string;
  ref: string;
}

/**
 * What an entry is to the talk. Words may want an answer, or be one: to the visitor's words up to entry
 * number `answers`, which need not be all of those that came before it.
 */
export type ReplyNeed = 'event' | 'settled' | 'open' | { answers: number };

const SAID = { event: 0, settled: 1, open: 2 } as const;

/** Who reads: a visitor does not see what is for the team only. */
type Audience = 'visitor' | 'team';

/** Which part of a long log. */
export type Page = { after: number } | { before: number | null };

/** A log at a glance. */
export interface Summary {
  startedAt: Millis;
  lastAt: Millis;
  /** How many messages there are, of anybody. */
  messages: number;
  /** The last of them. */
  last?: MessageEntry;
}

export class Transcript {
  readonly #sql: SqlStorage;
  /** How many messages there are, once somebody has asked; and how many of them are the assistant's answers. */
  #messages: number | null = null;
  #answers: number | null = null;
  /** The number and time of the last entry, once known: every message asks for it, some of them thrice. */
  #last: { seq: number; at: Millis } | null = null;
  /** When the first entry was made, and the last message, once known; `undefined` is none. */
  #startedAt: Millis | null = null;
  #lastMessage: MessageEntry | undefined | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The tables were just made: there is nothing to look for. */
  begin(): void {
    this.#last = { seq: 0, at: 0 };
    this.#messages = 0;
    this.#answers = 0;
    this.#lastMessage = undefined;
  }

  /** Numbers an entry and stores it. The caller has checked with {@link find} that it is new. */
  append(draft: Draft, at: Millis, need: ReplyNeed, cause?: Cause): Entry {
    const seq = this.last().seq + 1;
    const entry: Entry = { seq, at, ...draft, ...(cause && { ref: cause.ref }) };
    const isAnswer = typeof need === 'object';
    this.#sql.exec(
      'INSERT INTO entry (seq, at, author, ref, said, answers, team_only, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      seq,
      at,
      cause?.author ?? null,
      cause?.ref ?? null,
      isAnswer ? SAID.settled : SAID[need],
      isAnswer ? need.answers : null,
      draft.kind === 'event' && isTeamOnly(draft.event) ? 1 : 0,
      JSON.stringify(entry),
    );
    this.#last = { seq, at };
    if (seq === 1) this.#startedAt = at;
    if (entry.kind === 'message') {
      this.#lastMessage = entry;
      if (this.#messages !== null) this.#messages += 1;
    }
    if (isAnswer && !cause && this.#answers !== null) this.#answers += 1;
    return entry;
  }

  /** What that author said under that stamp before, if anything. */
  find(cause: Cause): Entry | undefined {
    const [row] = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE author = ? AND ref = ?',
      cause.author,
      cause.ref,
    );
    return row && read(row);
  }

  /** When entry number `seq` was made; undefined when there is none. */
  timeOf(seq: number): Millis | undefined {
    return this.#sql.exec<{ at: number }>('SELECT at FROM entry WHERE seq = ?', seq).toArray()[0]
      ?.at;
  }

  /** What came after entry number `seq`, oldest first. */
  since(seq: number, audience: Audience): Entry[] {
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE seq > ? AND team_only <= ? ORDER BY seq',
      seq,
      audience === 'team' ? 1 : 0,
    );
    return Array.from(rows, read);
  }

  /**
   * A page of everything, oldest first: the first entries after number `after`, or the last ones before
   * number `before` (null for the very last ones). At most `limit` of them.
   */
  page(page: Page, limit: number): Entry[] {
    if ('after' in page) {
      const rows = this.#sql.exec<BodyRow>(
        'SELECT body FROM entry WHERE seq > ? ORDER BY seq LIMIT ?',
        page.after,
        limit,
      );
      return Array.from(rows, read);
    }
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE seq < ? ORDER BY seq DESC LIMIT ?',
      page.before ?? Number.MAX_SAFE_INTEGER,
      limit,
    );
    return Array.from(rows, read).toReversed();
  }

  /** The last messages, oldest first. */
  messages(limit: number): MessageEntry[] {
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE said > 0 ORDER BY seq DESC LIMIT ?',
      limit,
    );
    return Array.from(rows, read)
      .filter((entry) => entry.kind === 'message')
      .toReversed();
  }

  /** The visitor's messages from entry number `from` on that want an answer, oldest first. */
  open(from: number, limit: number): MessageEntry[] {
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE said = 2 AND seq >= ? ORDER BY seq LIMIT ?',
      from,
      limit,
    );
    return Array.from(rows, read).filter((entry) => entry.kind === 'message');
  }

  /** The number of the first message that wants an answer and has none yet; null when there is none. */
  unansweredFrom(): number | null {
    const { first } = this.#sql
      .exec<{ first: number | null }>(
        `SELECT min(seq) AS first FROM entry
         WHERE said = 2 AND seq > coalesce(
           (SELECT answers FROM entry WHERE answers IS NOT NULL ORDER BY seq DESC LIMIT 1), 0)`,
      )
      .one();
    return first;
  }

  /** A message wants no answer any more. */
  settle(seq: number): void {
    this.#sql.exec('UPDATE entry SET said = 1 WHERE seq = ? AND said = 2', seq);
  }

  /** What happened, oldest first, without what is for the team only. */
  events(): EventEntry[] {
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE said = 0 AND team_only = 0 ORDER BY seq',
    );
    return Array.from(rows, read).filter((entry) => entry.kind === 'event');
  }

  /** How often that author spoke, and what they said first. */
  saidBy(author: string): { messages: number; first?: MessageEntry } {
    const { messages } = this.#sql
      .exec<{ messages: number }>(
        'SELECT count(*) AS messages FROM entry WHERE said > 0 AND author = ?',
        author,
      )
      .one();
    const rows = this.#sql.exec<BodyRow>(
      'SELECT body FROM entry WHERE said > 0 AND author = ? ORDER BY seq LIMIT 1',
      author,
    );
    const first = Array.from(rows, read).find((entry) => entry.kind === 'message');
    return { messages, ...(first && { first }) };
  }

  /** When it began, how much was said, and what last. */
  summary(): Summary {
    this.#startedAt ??= this.timeOf(1) ?? 0;
    this.#messages ??= this.#countMessages();
    if (this.#lastMessage === null) [this.#lastMessage] = this.messages(1);
    const last = this.#lastMessage;
    return {
      startedAt: this.#startedAt,
      lastAt: this.last().at,
      messages: this.#messages,
      ...(last && { last }),
    };
  }

  /** How many answers the assistant has given. */
  answers(): number {
    this.#answers ??= this.#sql
      .exec<{ answers: number }>(
        'SELECT count(*) AS answers FROM entry WHERE answers IS NOT NULL AND author IS NULL',
      )
      .one().answers;
    return this.#answers;
  }

  #countMessages(): number {
    return this.#sql
      .exec<{ messages: number }>('SELECT count(*) AS messages FROM entry WHERE said > 0')
      .one().messages;
  }

  /** The number and time of the last entry; 0 and 0 of an empty log. */
  last(): { seq: number; at: Millis } {
    this.#last ??= this.#sql
      .exec<{ seq: number; at: number }>('SELECT seq, at FROM entry ORDER BY seq DESC LIMIT 1')
      .toArray()[0] ?? { seq: 0, at: 0 };
    return this.#last;
  }

  /** Looks again at the rows: what was written last was taken back, or they are gone. */
  doubt(): void {
    this.#last = null;
    this.#startedAt = null;
    this.#lastMessage = null;
    this.#messages = null;
    this.#answers = null;
  }

  /** Whether anybody has said anything yet. */
  hasMessages(): boolean {
    if (this.#messages !== null) return this.#messages > 0;
    return this.#sql.exec('SELECT 1 FROM entry WHERE said > 0 LIMIT 1').toArray().length > 0;
  }
}

type BodyRow = { body: string };

/** Rows are written by {@link Transcript.append} alone, so what is read is what was typed there. */
function read(row: BodyRow): Entry {
  const entry: Entry = JSON.parse(row.body);
  return entry;
}
