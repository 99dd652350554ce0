/**
 * Everything that the object waits for and does not do itself: a model's next word, a mail server, D1, the
 * monitor. Each is settled when the run decides so, in whichever order and way.
 */
import type { Random } from '../train/random.ts';

/** One way in which something can turn out. */
export interface Outcome {
  name: string;
  /** How often, against the others. */
  weight: number;
  come: () => void;
}

/** Who is waited for. A new one is named here and asked with {@link Outside.ask}. */
type Party = 'model' | 'judge' | 'small' | 'mail' | 'd1' | 'monitor' | 'crypto' | 'web';

interface Pending {
  party: Party;
  outcomes: readonly Outcome[];
  /** What may have been done already when whoever asked is gone. */
  lands: (() => void) | undefined;
}

interface Asked<T> {
  party: Party;
  outcomes: (settle: { resolve: (value: T) => void; reject: (error: Error) => void }) => Outcome[];
  lands?: () => void;
}

/** Whoever is asked by one object answers it in order. */
const IN_ORDER: ReadonlySet<Party> = new Set(['monitor']);

export class Outside {
  #pending: Pending[] = [];

  ask<T>({ party, outcomes, lands }: Asked<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#pending.push({ party, outcomes: outcomes({ resolve, reject }), lands });
    return promise;
  }

  get isIdle(): boolean {
    return this.#pending.length === 0;
  }

  /** Who is waited for right now. */
  get parties(): ReadonlySet<Party> {
    return new Set(this.#pending.map(({ party }) => party));
  }

  /** What may be settled now. */
  ready(): Pending[] {
    return this.#pending.filter(
      (one, at) =>
        !IN_ORDER.has(one.party) ||
        this.#pending.findIndex(({ party }) => party === one.party) === at,
    );
  }

  /** Settles one; returns what came of it. */
  settle(pending: Pending, random: Random, isKind = false): string {
    this.#pending = this.#pending.filter((one) => one !== pending);
    const { outcomes, party } = pending;
    const outcome = (isKind ? outcomes[0] : undefined) ?? pick(outcomes, random);
    outcome.come();
    return `${party}: ${outcome.name}`;
  }

  /** Whoever asked is no more. What they had asked for may or may not be done. */
  abandon(random: Random): void {
    for (const { lands } of this.#pending) if (lands && random() < 0.5) lands();
    this.#pending = [];
  }
}

/** One of several, by weight. */
export function pick<T extends { weight: number }>(list: readonly T[], random: Random): T {
  let rest = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of list) {
    rest -= one.weight;
    if (rest < 0) return one;
  }
  const last = list.at(-1);
  if (!last) throw new Error('There is nothing to pick from.');
  return last;
}
