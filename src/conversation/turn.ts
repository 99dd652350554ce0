/**
 * One answer of the assistant at a time. A turn is a row before a model is called, so that an answer
 * lost to a crash is tried again, and a generation, so that one that comes too late does no harm.
 */
import type {
  AnswerPart,
  Answerer,
  Attempt,
  Question,
  ResortReason,
  TeamStanding,
  TroubleReason,
} from '../assistant/answerer.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis, Source } from '../protocol/entry.ts';

/** Drafts are sent no more often than this. Each holds the whole text, so that skipping one costs nothing. */
const DRAFT_EVERY_MS = 40;

/** A model that has not answered by then, however often it was asked, is not waited for any longer. */
export const TURN_LIMIT_MS = 30_000;

/** The embedded answerer, asked instead, is done long before. */
export const RESORT_LIMIT_MS = 10_000;

/** How a turn goes on after a failed or lost attempt, until the visitor is told that there is no answer. */
const ATTEMPTS: readonly Attempt[] = ['first', 'again', 'resort'];

/** `through`: the number of the last message that it answers, or fails to. */
export type Answer = { through: number } & (
  | {
      outcome: 'said';
      text: string;
      answered: boolean;
      sources: Source[];
      /** Set if it is not the model's although there is one. */
      resort?: ResortReason;
    }
  | { outcome: 'failed' }
);

/** What a turn needs from its conversation. */
export interface TurnHost {
  /** What is asked by the visitor's messages from entry number `askedFrom` on, `through` the last of them. */
  question(askedFrom: number): { question: Question; through: number };
  draft(turn: number, text: string): void;
  /**
   * What is still to be settled about message number `through` before anything of an answer to it is shown;
   * null if there is nothing.
   */
  settle(through: number): Promise<void> | null;
  /**
   * The turn is over and its row is gone. `generation` tells whether the answer still counts, `isLast`
   * whether nothing else is waiting for one.
   */
  answered(generation: number, answer: Answer, isLast: boolean): void;
  /** How it stands with the team by now. */
  standing(): TeamStanding;
  /** An attempt failed. `detail` is for the website's owner alone. */
  failure(reason: TroubleReason, detail: string): void;
  now(): Millis;
}

interface Running {
  /** The number of the entry the turn began with: drafts carry it, and it never comes again. */
  id: number;
  generation: number;
  attempt: number;
  text: string;
  /** How it must stand with the team for what was said so far to be true; null if it does not matter. */
  truth: TeamStanding | null;
  /** The draft that waits for its time. */
  draft: ReturnType<typeof setTimeout> | null;
  abort: AbortController;
}

type TurnRow = { id: number; generation: number; attempt: number; started_at: number };

export class Turns {
  readonly #sql: SqlStorage;
  readonly #host: TurnHost;
  readonly #answerer: Answerer;
  #running: Running | null = null;
  /** What the visitor has seen of the turn under way, perhaps of an attempt that has failed since. */
  #shown = '';
  /** When the last draft was sent. */
  #shownAt: Millis = 0;
  /** The first entry that was said since the running turn began: from there on is answered next. */
  #next: number | null = null;
  /** Whether it is known that no turn is on record. */
  #isClear = false;

  constructor(sql: SqlStorage, host: TurnHost, answerer: Answerer) {
    this.#sql = sql;
    this.#host = host;
    this.#answerer = answerer;
  }

  /** The tables were just made: there is nothing to look for. */
  begin(): void {
    this.#isClear = true;
  }

  /** Looks again at the rows: what was written last was taken back, or they are gone. */
  doubt(): void {
    this.#isClear = false;
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
    const shown = this.#shown;
    this.#running?.abort.abort();
    this.#running = null;
    this.#next = null;
    this.#forget();
    return shown;
  }

  /** Whether an answer is under way. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The draft that somebody who joins now has missed. */
  draft(): { turn: number; text: string } | null {
    return this.#running && this.#shown ? { turn: this.#running.id, text: this.#shown } : null;
  }

  /** When the turn under way, or one lost with the object's memory, must be looked at. */
  deadline(): Millis | null {
    const row = this.#row();
    return row ? deadlineOf(row) : null;
  }

  /** Takes up a turn that a crash left behind. Harmless while one is running. */
  recover(): Promise<void> {
    const row = this.#running ? undefined : this.#row();
    if (!row) return Promise.resolve();
    return this.#again(row);
  }

  /** It stands otherwise with the team than before: an answer that spoke of it is asked for anew. */
  reconsider(): Promise<void> {
    const running = this.#running;
    return !running || this.#isTrue(running) ? Promise.resolve() : this.#restart(running);
  }

  /** Gives up waiting for a model that took too long, or takes up a turn that was left behind. */
  expire(now: Millis): Promise<void> {
    if (!this.#running) return this.recover();
    const row = this.#row();
    if (!row || now < deadlineOf(row)) return Promise.resolve();
    this.#host.failure('too_slow', 'There was no answer in time.');
    this.#running.abort.abort();
    this.#running = null;
    return this.#again({ ...row, attempt: Math.max(row.attempt, ATTEMPTS.length - 1) });
  }

  #start(
    id: number,
    generation: number,
    attempt: number,
    startedAt = this.#host.now(),
  ): Promise<void> {
    const running: Running = {
      id,
      generation,
      attempt,
      text: '',
      truth: null,
      draft: null,
      abort: new AbortController(),
    };
    this.#running = running;
    // Whatever has been said by now is asked in this very turn, also when it is tried again.
    this.#next = null;
    this.#isClear = false;
    this.#sql.exec(
      'INSERT OR REPLACE INTO turn (id, generation, attempt, started_at) VALUES (?, ?, ?, ?)',
      id,
      generation,
      attempt,
      startedAt,
    );
    return this.#run(running);
  }

  async #run(running: Running): Promise<void> {
    const { id, generation, attempt, abort } = running;
    let through = id;
    let answer: Answer | null = null;
    try {
      const asked = this.#host.question(id);
      through = asked.through;
      const kind = ATTEMPTS[attempt - 1] ?? 'resort';
      // The model has begun by then: what is not shown is not lost.
      let unsettled = this.#host.settle(through);
      for await (const part of this.#answerer(asked.question, abort.signal, kind)) {
        if (unsettled) await unsettled;
        unsettled = null;
        if (this.#running !== running) return;
        if (part.type === 'truth') {
          running.truth = part.team;
          if (!this.#isTrue(running)) return this.#restart(running);
          continue;
        }
        answer = this.#take(running, part, through);
        if (answer || part.type === 'failed' || part.type === 'done') break;
      }
    } catch (error) {
      this.#host.failure('internal', error instanceof Error ? error.message : 'unknown');
    }
    if (this.#running !== running) return;
    this.#running = null;
    if (answer) return this.#finish(generation, answer);
    const row = this.#row();
    return row ? this.#again(row, through) : Promise.resolve();
  }

  #isTrue({ truth }: Running): boolean {
    return truth === null || truth === this.#host.standing();
  }

  #restart({ id, generation, attempt, abort }: Running): Promise<void> {
    abort.abort();
    this.#running = null;
    this.#shown = '';
    // It is the same question, which is counted once.
    return this.#start(id, generation, Math.max(attempt, 2), this.#row()?.started_at);
  }

  /** Takes in a part of an answer; returns the answer once it is complete. */
  #take(
    running: Running,
    part: Exclude<AnswerPart, { type: 'truth' }>,
    through: number,
  ): Answer | null {
    switch (part.type) {
      case 'text':
        running.text += part.delta;
        this.#show(running);
        return null;
      case 'rewritten':
        running.text = part.text;
        this.#show(running);
        return null;
      case 'failed':
        this.#host.failure(part.reason, part.detail);
        return null;
      case 'done': {
        const text = running.text.trim();
        const { answered, sources, resort } = part;
        if (text === '') return null;
        return { outcome: 'said', text, answered, sources, through, ...(resort && { resort }) };
      }
      default:
        return assertNever(part);
    }
  }

  /** Sends what there is, now or as soon as the last draft is old enough: a pause must not hide words. */
  #show(running: Running): void {
    if (running.draft !== null) return;
    const wait = this.#shownAt + DRAFT_EVERY_MS - this.#host.now();
    if (wait <= 0) return this.#draft(running);
    running.draft = setTimeout(() => this.#draft(running), wait);
  }

  #draft(running: Running): void {
    running.draft = null;
    if (this.#running !== running || running.text.trim() === '') return;
    this.#shown = running.text;
    this.#shownAt = this.#host.now();
    this.#host.draft(running.id, running.text);
  }

  /** The next attempt. The last one, and one that comes late, begin their time anew. */
  #again(row: TurnRow, through = row.id): Promise<void> {
    const attempt = row.attempt + 1;
    if (attempt > ATTEMPTS.length) {
      // What was said meanwhile was asked in this turn too.
      const asked = Math.max(through, this.#host.question(row.id).through);
      return this.#finish(row.generation, { outcome: 'failed', through: asked });
    }
    const isGoingOn = attempt < ATTEMPTS.length && this.#host.now() < deadlineOf(row);
    const startedAt = isGoingOn ? row.started_at : this.#host.now();
    return this.#start(row.id, row.generation, attempt, startedAt);
  }

  #finish(generation: number, answer: Answer): Promise<void> {
    this.#forget();
    this.#host.answered(generation, answer, this.#next === null);
    // Only now: what follows from the answer may have silenced the assistant, and with it what is next.
    const next = this.#next;
    this.#next = null;
    return next === null ? Promise.resolve() : this.ask(next, generation);
  }

  #forget(): void {
    this.#shown = '';
    if (this.#isClear) return;
    this.#sql.exec('DELETE FROM turn');
    this.#isClear = true;
  }

  #row(): TurnRow | undefined {
    if (this.#isClear) return undefined;
    const [row] = this.#sql.exec<TurnRow>('SELECT * FROM turn ORDER BY id DESC LIMIT 1');
    this.#isClear = row === undefined;
    return row;
  }
}

function deadlineOf({ attempt, started_at }: TurnRow): Millis {
  return started_at + (attempt < ATTEMPTS.length ? TURN_LIMIT_MS : RESORT_LIMIT_MS);
}
