/** The calls that one invocation may still make: everything it does in one go draws on the same. */
import { CALLS_PER_GO } from './errand.ts';

export class Budget {
  #left = CALLS_PER_GO;

  /** Takes as much as there is for `wanted` conversations at `each` calls; says for how many it will do. */
  take(wanted: number, each = 1): number {
    const granted = Math.min(wanted, Math.floor(this.#left / each));
    this.#left -= granted * each;
    return granted;
  }
}
