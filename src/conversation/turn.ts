/**
 * One answer of the assistant at a time. A turn is a row before a model is called, so that an answer
 * lost to a crash is tried again, and a generation, so that one that comes too late does no harm.
 */
import type { Answerer, Question } from '../assistant/answerer.ts';
import type { Millis, Source } from '../protocol/entry.ts';

/** Drafts are sent no more often than this. Each holds the whole text, so that skipping one costs nothing. */
export const DRAFT_EVERY_MS = 40;

/** An answer that is not complete by then has failed. */
export const TURN_LIMIT_MS = 30_000;

/** A failed or lost answer is tried this often before the visitor is told. */
export const TURN_ATTEMPTS = 2;

/** `through`: the number of the last message that it answers, or fails to. */
export type Answer = { through: number } & (
  | { outcome: 'said'; text: string; answered: boolean; sources: Source[] }
  | { outcome: 'failed' }
);

/** What a turn needs from its conversation. */
export interface TurnHost {
  /** What is asked by the visitor's messages from entry number `askedFrom` on, `through` the last of them. */
  question(askedFrom: number): { question: Question; through: number };
  draft(turn: number, text: string): void;
  /**
   * The turn is over and its row is gone. `generation` tells whether the answer still counts, `isLast`
   * whether nothing else is waiting for one.
   */
  answered(generation: number, answer: Answer, isLast: boolean): void;
  failure(error: string): void;
  now(): Millis;
}

interface Running {
  /** The number of the entry the turn began with: drafts carry it, and it never comes again. */
  id: number;
  generation: number;
  attempt: number;
  text: string;
  /** What the visitor has seen of it. */
  shown: string;
  shownAt: Millis;
  abort: AbortController;
}

type TurnRow = { id: number; generation: number; attempt: number; started_at: number };

export class Turns {
  readonly #sql: SqlStorage;
  readonly #host: TurnHost;
  readonly #answerer: Answerer;
  #running: Running | null = null;
  /** The first entry that was said since the running turn began: from there on is answered next. */
  #next: number | null = null;

  constructor(sql: SqlStorage, host: TurnHost, answerer: Answerer) {
    this.#sql = sql;
    this.#host = host;
    this.#answerer = answerer;
  }

  /** Has entry number `seq` answered: now, or together with others once the answer under way is complete. */
  ask(seq: number, generation: number): Promise<void> {
    if (this.#running) {
      this.#next ??= seq;
      return Promise.resolve();
    }
    return this.#start(seq, generation, 1);
  }

  /** Stops the answer under way and returns what the visitor has seen of it, perhaps nothing. */
  silence(): string {
    const shown = this.#running?.shown ?? '';
    this.#running?.abort.abort();
    this.#running = null;
    this.#next = null;
    this.#sql.exec('DELETE FROM turn');
    return shown;
  }

  /** Whether an answer is under way. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The draft that somebody who joins now has missed. */
  draft(): { turn: number; text: string } | null {
    return this.#running?.shown ? { turn: this.#running.id, text: this.#running.shown } : null;
  }

  /** When the turn under way, or one lost with the object's memory, must be looked at. */
  deadline(): Millis | null {
    const row = this.#row();
    return row ? row.started_at + TURN_LIMIT_MS : null;
  }

  /** Takes up a turn that a crash left behind. Harmless while one is running. */
  recover(): Promise<void> {
    const row = this.#running ? undefined : this.#row();
    if (!row) return Promise.resolve();
    return this.#again(row.id, row.generation, row.attempt);
  }

  /** Fails the turn under way if it has stalled, or takes up one that was left behind. */
  expire(now: Millis): Promise<void> {
    if (!this.#running) return this.recover();
    const deadline = this.deadline();
    if (deadline === null || now < deadline) return Promise.resolve();
    const { id, generation, attempt } = this.#running;
    this.#host.failure('stalled');
    this.#running.abort.abort();
    this.#running = null;
    return this.#again(id, generation, attempt);
  }

  #start(id: number, generation: number, attempt: number): Promise<void> {
    const now = this.#host.now();
    const running: Running = {
      id,
      generation,
      attempt,
      text: '',
      shown: '',
      shownAt: 0,
      abort: new AbortController(),
    };
    this.#running = running;
    // Whatever has been said by now is asked in this very turn, also when it is tried again.
    this.#next = null;
    this.#sql.exec(
      'INSERT OR REPLACE INTO turn (id, generation, attempt, started_at) VALUES (?, ?, ?, ?)',
      id,
      generation,
      attempt,
      now,
    );
    return this.#run(running);
  }

  async #run(running: Running): Promise<void> {
    let through = running.id;
    let answer: Answer | null = null;
    try {
      const asked = this.#host.question(running.id);
      through = asked.through;
      for await (const part of this.#answerer(asked.question, running.abort.signal)) {
        if (this.#running !== running) return;
        if (part.type === 'text') {
          running.text += part.delta;
          this.#show(running);
          continue;
        }
        if (part.type === 'failed') this.#host.failure(part.error);
        else if (running.text.trim() !== '') {
          const { answered, sources } = part;
          answer = { outcome: 'said', text: running.text.trim(), answered, sources, through };
        }
        break;
      }
    } catch (error) {
      this.#host.failure(error instanceof Error ? error.message : 'unknown');
    }
    if (this.#running !== running) return;
    this.#running = null;
    const { id, generation, attempt } = running;
    return answer
      ? this.#finish(generation, answer)
      : this.#again(id, generation, attempt, through);
  }

  #show(running: Running): void {
    const now = this.#host.now();
    if (now - running.shownAt < DRAFT_EVERY_MS || running.text.trim() === '') return;
    running.shown = running.text;
    running.shownAt = now;
    this.#host.draft(running.id, running.text);
  }

  #again(id: number, generation: number, attempt: number, through = id): Promise<void> {
    if (attempt < TURN_ATTEMPTS) return this.#start(id, generation, attempt + 1);
    return this.#finish(generation, { outcome: 'failed', through });
  }

  #finish(generation: number, answer: Answer): Promise<void> {
    this.#sql.exec('DELETE FROM turn');
    this.#host.answered(generation, answer, this.#next === null);
    // Only now: what follows from the answer may have silenced the assistant, and with it what is next.
    const next = this.#next;
    this.#next = null;
    return next === null ? Promise.resolve() : this.ask(next, generation);
  }

  #row(): TurnRow | undefined {
    return this.#sql.exec<TurnRow>('SELECT * FROM turn ORDER BY id DESC LIMIT 1').toArray()[0];
  }
}
