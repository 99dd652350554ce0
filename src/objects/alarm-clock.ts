/** The object's one alarm. */
import type { Millis } from '../protocol/entry.ts';

export class AlarmClock {
  readonly #ctx: DurableObjectState;
  /** When the alarm will ring, as far as this instance knows. */
  #at: Millis | null = null;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
  }

  /**
   * Sees to it that the alarm rings no later than the first of `dues`. One that is known to ring sooner
   * is left alone: it finds nothing to do and is set anew, which is cheaper than a write per message.
   */
  arm(dues: readonly (Millis | null | undefined)[]): void {
    const next = Math.min(...dues.filter((due) => typeof due === 'number'));
    if (!Number.isFinite(next) || (this.#at !== null && this.#at <= next)) return;
    this.#at = next;
    this.#ctx.waitUntil(this.#ctx.storage.setAlarm(next));
  }

  /** Whether this instance knows of an alarm that has yet to ring. */
  get isSet(): boolean {
    return this.#at !== null;
  }

  /** It rang: none is set any more. */
  rang(): void {
    this.#at = null;
  }
}
