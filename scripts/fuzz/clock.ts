/** Time that passes only when it is told to, and the timers that wait for it. */
import type { Millis } from '../../src/protocol/entry.ts';

interface Timer {
  at: Millis;
  run: () => void;
}

/** When every run begins: nothing depends on it. */
const START: Millis = Date.UTC(2026, 0, 5, 9, 0, 0);

export class SimClock {
  now: Millis = START;
  readonly #timers = new Map<number, Timer>();
  #lastId = 0;

  /** Has something run so many milliseconds from now. */
  set(run: () => void, ms: Millis): number {
    this.#lastId += 1;
    this.#timers.set(this.#lastId, { at: this.now + Math.max(0, ms), run });
    return this.#lastId;
  }

  clear(id: number): void {
    this.#timers.delete(id);
  }

  /** Whoever set them is no more. */
  forgetTimers(): void {
    this.#timers.clear();
  }

  /** When the next timer runs; null when there is none. */
  nextTimer(): Millis | null {
    return this.#next()?.[1].at ?? null;
  }

  /** Lets time pass, timer by timer; `settle` lets everything that follows from one run its course. */
  async advance(to: Millis, settle: () => Promise<void>): Promise<void> {
    for (let next = this.#next(); next && next[1].at <= to; next = this.#next()) {
      const [id, { at, run }] = next;
      this.#timers.delete(id);
      this.now = Math.max(this.now, at);
      run();
      await settle();
    }
    this.now = Math.max(this.now, to);
  }

  #next(): [number, Timer] | undefined {
    let first: [number, Timer] | undefined;
    for (const one of this.#timers) if (!first || one[1].at < first[1].at) first = one;
    return first;
  }
}
