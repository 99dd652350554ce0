/** What everybody said and saw, as they know it themselves: one side of what is compared at the end. */
import type { Entry } from '../../src/protocol/entry.ts';
import type { Refusal } from '../../src/protocol/frames.ts';
import type { Outbox, RefFrame } from '../../widget/shared/outbox.ts';
import type { SocketStatus } from '../../widget/shared/socket-types.ts';

type Side = 'visitor' | 'agent';

/** Words, once they are said. */
export interface Said {
  side: Side;
  /** Whose tab said it. What one voice says keeps its order. */
  voice: string;
  ref: string;
  text: string;
  /** When, by the clock of `performance`. */
  at: number;
  acknowledgedAt?: number;
  /** The server would not take it, and the client knows. */
  refused?: string;
}

/**
 * How it was with a tab that showed something: it was closed on the way, or let go of the conversation; it was
 * connected when everything was over, and had said everything; or it was still trying.
 */
export type End = 'closed' | 'settled' | 'stuck';

/** A conversation as one tab showed it. */
export interface Heard {
  voice: string;
  side: Side;
  /** Null where none was welcomed. */
  conversation: string | null;
  entries: readonly Entry[];
  end: End;
}

export class Ledger {
  readonly said: Said[] = [];
  readonly heard: Heard[] = [];
  /** Every conversation that anybody was welcomed to, also those that lost against another tab's. */
  readonly conversations = new Set<string>();
  /** The longest time that a tab was without a connection while it wanted one. */
  longestSilenceMs = 0;
  readonly #byRef = new Map<string, Said>();
  #numbers = 0;

  /** Notes words that are about to be said, and stamps them. `words` become unlike any others. */
  say(side: Side, voice: string, words: string): Said {
    this.#numbers += 1;
    const ref = `${voice}.${this.#numbers}`;
    const said: Said = { side, voice, ref, text: `${words} (${ref})`, at: performance.now() };
    this.said.push(said);
    this.#byRef.set(ref, said);
    return said;
  }

  acknowledged(ref: string): void {
    const said = this.#byRef.get(ref);
    if (said) said.acknowledgedAt ??= performance.now();
  }

  refused(ref: string, why: string): void {
    const said = this.#byRef.get(ref);
    if (said) said.refused ??= why;
  }

  silent(ms: number): void {
    this.longestSilenceMs = Math.max(this.longestSilenceMs, ms);
  }

  get longestWaitMs(): number {
    const waits = this.said.map(({ at, acknowledgedAt = at }) => acknowledgedAt - at);
    return Math.max(0, ...waits);
  }
}

/** Watches one connection of one tab, and tells the ledger. */
export class Witness {
  readonly #ledger: Ledger;
  /** Words that are on their way. */
  #waiting: readonly string[] = [];
  #lostAt: number | null = null;
  #status: SocketStatus = { is: 'connecting', failures: 0 };

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Will not come back by itself. */
  get isStopped(): boolean {
    return this.#status.is === 'stopped';
  }

  /** Whether nothing of what was said is on its way any more. */
  get isSettled(): boolean {
    return this.isStopped || (this.#status.is === 'open' && this.#waiting.length === 0);
  }

  /** Whether words are on their way. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  pending(outbox: Outbox<RefFrame>): void {
    const waiting = outbox.flatMap(({ frame, failure }) =>
      frame.type === 'say' && failure === undefined ? [frame.ref] : [],
    );
    const there = new Set(outbox.map(({ frame }) => frame.ref));
    for (const ref of this.#waiting) if (!there.has(ref)) this.#ledger.acknowledged(ref);
    this.#waiting = waiting;
  }

  refusal({ ref, code }: Refusal): void {
    // The page says so from now on, whether or not the connection lives to be closed.
    if (code === 'expired')
      for (const waiting of this.#waiting) this.#ledger.refused(waiting, 'link_closed');
    if (ref !== undefined && code !== 'too_fast') this.#ledger.refused(ref, code);
  }

  status(status: SocketStatus): void {
    const now = performance.now();
    this.#status = status;
    const isTrying = status.is === 'connecting' || status.is === 'lost';
    if (isTrying) this.#lostAt ??= now;
    else if (this.#lostAt !== null) {
      this.#ledger.silent(now - this.#lostAt);
      this.#lostAt = null;
    }
    if (status.is !== 'stopped' || status.reason === 'closed') return;
    // The page says so, and offers no way to send it again.
    for (const ref of this.#waiting) this.#ledger.refused(ref, status.reason);
    this.#waiting = [];
  }
}
