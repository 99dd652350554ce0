/**
 * Takes another retention to conversations that are over. They are shown to nobody, so no round of settings
 * reaches them, and each would erase itself by what it learned last.
 */
import { logEvent } from '../log.ts';
import type { Millis } from '../protocol/entry.ts';
import type { SiteSettings } from '../site/settings.ts';
import { askAll } from './ask-all.ts';
import type { Budget } from './budget.ts';
import { purgePause, type RetentionErrand } from './errand.ts';
import type { ErrandStore } from './errand-store.ts';
import type { Watched } from './watched.ts';

/** Conversations told in one go. */
export const RETENTION_SIZE = 100;

/** Conversations told at the same time. */
const AT_ONCE = 20;

interface RetentionHost {
  db: D1Database;
  /** The website's id. */
  name(): string;
  /** The website's settings as last heard; null once it is no more. */
  settings(): SiteSettings | null;
  errands: ErrandStore;
  reach(conversation: string): Watched;
}

type Place = { id: number; conversation: string; lastAt: Millis };

export class Retention {
  readonly #host: RetentionHost;

  constructor(host: RetentionHost) {
    this.#host = host;
  }

  /** Sets out, from the oldest conversation on: those are the ones whose time may have come. */
  begin(now: Millis): void {
    const { errands } = this.#host;
    errands.removeType('retention');
    errands.add({ type: 'retention', after: [-1, 0], failures: 0 }, now);
  }

  /** Tells the next conversations. One that is out of reach keeps to what it knows; all of them, and it is tried again. */
  async go(id: number, errand: RetentionErrand, budget: Budget): Promise<void> {
    const { errands, reach } = this.#host;
    const settings = this.#host.settings();
    if (!settings) return errands.remove(id);
    const atMost = budget.take(RETENTION_SIZE);
    if (atMost === 0) return errands.update(id, errand, Date.now());
    try {
      const next = await this.#after(errand.after, atMost);
      const last = next.at(-1);
      if (!last) return errands.remove(id);
      const { answers } = await askAll(next, AT_ONCE, ({ conversation }) =>
        reach(conversation).applySettings(settings),
      );
      if (answers.length === 0) return this.#rest(id, errand);
      errands.update(id, { ...errand, after: [last.lastAt, last.id], failures: 0 }, Date.now());
    } catch (error) {
      logEvent('retention.failed', { reason: error instanceof Error ? error.message : 'unknown' });
      this.#rest(id, errand);
    }
  }

  #rest(id: number, errand: RetentionErrand): void {
    const failures = errand.failures + 1;
    this.#host.errands.update(id, { ...errand, failures }, Date.now() + purgePause(failures));
  }

  async #after([lastAt, id]: RetentionErrand['after'], atMost: number): Promise<Place[]> {
    const { db, name } = this.#host;
    const { results } = await db
      .prepare(
        `SELECT id, conversation, last_at AS lastAt FROM conversation_index
         WHERE site = ?1 AND (last_at, id) > (?2, ?3) ORDER BY last_at, id LIMIT ?4`,
      )
      .bind(name(), lastAt, id, atMost)
      .all<Place>();
    return results;
  }
}
