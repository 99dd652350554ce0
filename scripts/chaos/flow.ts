/** One direction of a connection through the proxy: what enters leaves later, in the same order, or never. */
export class Flow {
  readonly #delayMs: () => number;
  readonly #queue: { at: number; leave: () => void }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = 0;
  #heldUntil = 0;
  #isDead = false;

  constructor(delayMs: () => number) {
    this.#delayMs = delayMs;
  }

  /** Has something leave after everything that entered before. */
  enter(leave: () => void): void {
    if (this.#isDead) return;
    this.#lastAt = Math.max(this.#lastAt, performance.now() + this.#delayMs());
    this.#queue.push({ at: this.#lastAt, leave });
    this.#pump();
  }

  /** Lets nothing leave for a while. */
  hold(ms: number): void {
    this.#heldUntil = performance.now() + ms;
  }

  /** Swallows what is under way and whatever enters from now on. */
  kill(): void {
    this.#isDead = true;
    this.#queue.length = 0;
    clearTimeout(this.#timer);
  }

  /** Lets everything leave now. */
  hurry(): void {
    this.#heldUntil = 0;
    this.#lastAt = 0;
    for (const item of this.#queue) item.at = 0;
    this.#pump();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const [next] = this.#queue;
      if (!next) return;
      const wait = Math.max(next.at, this.#heldUntil) - performance.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#pump(), Math.ceil(wait));
        return;
      }
      this.#queue.shift();
      next.leave();
    }
  }
}
