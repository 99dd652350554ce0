/**
 * Watches over one call of a model, from the call itself on: a provider that takes the request and says
 * nothing looks, to everybody else, as if it were thinking.
 */
import type { Limits } from './limits.ts';

/** Silent for too long, or not done in time. */
type Late = 'stalled' | 'too_slow';

export class Watchdog {
  /** Fires when the model has taken too long, when nobody wants the answer any more, and at the end. */
  readonly signal: AbortSignal;
  readonly #abort = new AbortController();
  readonly #total: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #stallMs: number | undefined;
  #heardAt: number | null = null;
  #reason: Late | null = null;

  /** `outer` fires when nobody wants the answer any more. Without `limits` the model has all the time it likes. */
  constructor(outer: AbortSignal, limits?: Limits) {
    this.signal = AbortSignal.any([outer, this.#abort.signal]);
    if (!limits) return;
    this.#total = setTimeout(() => this.#bark('too_slow'), limits.totalMs);
    this.#silence = setTimeout(() => this.#bark('stalled'), limits.firstWordMs);
    this.#stallMs = limits.stallMs;
  }

  /** Why the model was stopped; null if it was not, or not by this. */
  get reason(): Late | null {
    return this.#reason;
  }

  /** The model has said something. Called for every piece, so all but the first only look at the clock. */
  heard(): void {
    const isFirst = this.#heardAt === null;
    this.#heardAt = Date.now();
    if (!isFirst || this.#stallMs === undefined) return;
    clearTimeout(this.#silence);
    this.#listen(this.#stallMs, this.#heardAt);
  }

  /** Nobody listens any more. Only this closes the provider's connection: to stop reading does not. */
  end(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#total);
    this.#abort.abort();
  }

  #listen(stallMs: number, heardAt: number): void {
    const left = heardAt + stallMs - Date.now();
    if (left <= 0) return this.#bark('stalled');
    this.#silence = setTimeout(() => this.#listen(stallMs, this.#heardAt ?? heardAt), left);
  }

  #bark(reason: Late): void {
    this.#reason = reason;
    this.#abort.abort();
  }
}
