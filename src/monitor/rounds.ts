/** Takes rounds to the conversations, a bounded number at a time, and sets out again to whom it missed. */
import type { Millis } from '../protocol/entry.ts';
import { askAll } from './ask-all.ts';
import type { Budget } from './budget.ts';
import type { ErrandStore } from './errand-store.ts';
import { advance, callsEach, type Errand, LEASE_MS, type Round, setOut } from './errand.ts';

/** Conversations asked at the same time. */
const AT_ONCE = 40;

/** Tells one conversation. Says whether it took effect there; throws when it was not reached. */
type Tell = (round: Round, conversation: string) => Promise<boolean>;

export class Rounds {
  readonly #errands: ErrandStore;
  readonly #tell: Tell;
  /** What is under way in this instance, by number. */
  readonly #running = new Map<number, Promise<number>>();
  /** The last round of a type: those that tell how things are do not overtake each other. */
  readonly #last = new Map<Errand['type'], Promise<number>>();

  constructor(errands: ErrandStore, tell: Tell) {
    this.#errands = errands;
    this.#tell = tell;
  }

  /**
   * Begins a round and comes back when it has been around once, or as far as the budget goes; the alarm
   * does the rest. Answers in how many conversations it took effect.
   */
  begin(round: Round, conversations: string[], budget: Budget, now: Millis): Promise<number> {
    // Of these only the latest matters: each tells how things are when it is told.
    if (round.type === 'settings' || round.type === 'watch') this.#errands.removeType(round.type);
    if (conversations.length === 0) return Promise.resolve(0);
    return this.go(this.#errands.add(setOut(round, conversations), now + LEASE_MS), budget);
  }

  /** Takes a round on. One that is under way is only waited for. */
  go(id: number, budget: Budget): Promise<number> {
    const running = this.#running.get(id);
    if (running) return running;
    const type = this.#errands.find(id)?.errand.type;
    const isInTurn = type === 'settings' || type === 'watch';
    const before = isInTurn ? this.#last.get(type) : undefined;
    const going = this.#run(id, budget, before).finally(() => this.#running.delete(id));
    this.#running.set(id, going);
    if (isInTurn) this.#last.set(type, going);
    return going;
  }

  async #run(id: number, budget: Budget, before?: Promise<number>): Promise<number> {
    await before?.catch(() => 0);
    const round = this.#errands.find(id)?.errand;
    if (!round || !('left' in round)) return 0;
    const batch = round.left.slice(0, budget.take(round.left.length, callsEach(round)));
    const { answers, failed } = await askAll(batch, AT_ONCE, async (conversation) =>
      // A newer round may have taken this one's place meanwhile.
      this.#errands.has(id) ? this.#tell(round, conversation) : false,
    );
    const next = advance(round, batch.length, failed, Date.now());
    if (next) this.#errands.update(id, next.errand, next.due);
    else this.#errands.remove(id);
    return answers.filter(({ answer }) => answer).length;
  }
}
