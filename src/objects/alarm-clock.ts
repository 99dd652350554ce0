/** The object's one alarm. */
import type { Millis } from '../protocol/entry.ts';

export class AlarmClock {
  readonly #ctx: DurableObjectState;
  /** When the alarm will ring; null if it will not, undefined as long as this instance does not know. */
  #at: Millis | null | undefined;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
  }

  /**
   * Sees to it that the alarm rings no later than the first of `dues`. One that is known to ring sooner
   * is left alone: it finds nothing to do and is set anew, which is cheaper than a write per message.
   */
  arm(dues: readonly (Millis | null | undefined)[]): void {
    const next = Math.min(...dues.filter((due) => typeof due === 'number'));
    if (!Number.isFinite(next) || next >= (this.#at ?? Infinity)) return;
    this.#at = next;
    this.#ctx.waitUntil(this.#ctx.storage.setAlarm(next));
  }

  /** Learns when the alarm will ring that an earlier instance has set: to read that is cheaper than to set it. */
  async look(): Promise<void> {
    const at = await this.#ctx.storage.getAlarm();
    if (this.#at === undefined) this.#at = at;
  }

  /** Whether this instance knows that none is set. */
  get isOff(): boolean {
    return this.#at === null;
  }

  /** It rang: none is set any more. */
  rang(): void {
    this.#at = null;
  }
}
