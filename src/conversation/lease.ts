/**
 * A person has a conversation for as long as one of their sockets lives, and a little longer: whoever
 * only changes trains is back before anybody is told. The little longer is a row, so that it survives.
 */
import { heardAt, pingedAt } from '../objects/open-sockets.ts';
import type { Millis } from '../protocol/entry.ts';
import { isSeatLive, seatSockets, SILENT_AFTER_MS, thereAt } from './sockets.ts';

/** Whoever took over and is gone for this long has given the conversation back. */
export const LEASE_MS = 60_000;

export class Lease {
  readonly #ctx: DurableObjectState;
  /** Since when they are gone; null while they are there; undefined before anybody looked. */
  #since: Millis | null | undefined;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
  }

  /** Sees whether the person with that seat is there. */
  look(seat: string, now: Millis): void {
    if (isSeatLive(this.#ctx, seat, now)) return this.#save(null);
    if (this.#absentSince !== null) return;
    // Of somebody who went without a word it is known when they were there last.
    const last = seatSockets(this.#ctx, seat).map((socket) => thereAt(this.#ctx, socket));
    this.#save(last.length > 0 ? Math.max(...last) : now);
  }

  /** Nobody has a seat. */
  close(): void {
    this.#save(null);
  }

  /** Whether they have been gone for too long, as of the last look. */
  isOver(now: Millis): boolean {
    return this.#absentSince !== null && now >= this.#absentSince + LEASE_MS;
  }

  /**
   * When to look again. Those who are there are looked at as well: a laptop that was shut says no goodbye.
   * Only whoever gives signs of life is expected to go on with it.
   */
  dueAt(seat: string): Millis | null {
    if (this.#absentSince !== null) return this.#absentSince + LEASE_MS;
    const signs = seatSockets(this.#ctx, seat).map((socket) =>
      pingedAt(this.#ctx, socket) === null ? null : heardAt(this.#ctx, socket),
    );
    const known = signs.filter((at) => at !== null);
    return signs.length === 0 || known.length < signs.length
      ? null
      : Math.max(...known) + SILENT_AFTER_MS + 1;
  }

  get #absentSince(): Millis | null {
    if (this.#since === undefined) {
      const rows = this.#ctx.storage.sql.exec<{ since: number }>('SELECT since FROM absence');
      this.#since = rows.toArray()[0]?.since ?? null;
    }
    return this.#since;
  }

  #save(since: Millis | null): void {
    if (since === this.#absentSince) return;
    const { sql } = this.#ctx.storage;
    if (since === null) sql.exec('DELETE FROM absence');
    else sql.exec('INSERT OR REPLACE INTO absence (id, since) VALUES (1, ?)', since);
    this.#since = since;
  }
}
