/**
 * Sees to it that a deleted website takes its conversations with it, whatever crashes on the way.
 * docs/decisions/0006-one-monitor-per-website.md
 */
import { logEvent } from '../log.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Budget } from './budget.ts';
import { LEASE_MS, nextLook, type Purge, purgePause } from './errand.ts';
import type { ErrandStore } from './errand-store.ts';
import { PURGE_SIZE, purgeSome, siteExists } from './purge.ts';
import type { SiteStore } from './site-store.ts';

interface DeletionHost {
  db: D1Database;
  /** The website's id. */
  name(): string;
  site: SiteStore;
  errands: ErrandStore;
  /** Forgets every conversation and hangs up on everybody; begins to erase those that were known. */
  letGoOfAll(budget?: Budget): void;
  erase(conversation: string): Promise<unknown>;
}

export class Deletion {
  readonly #host: DeletionHost;

  constructor(host: DeletionHost) {
    this.#host = host;
  }

  /** Somebody sets about deleting the website, or has done so. Looks at once, and as an errand from then on. */
  async announce(now: Millis): Promise<void> {
    const { errands } = this.#host;
    errands.removeType('retire');
    const id = errands.add({ type: 'retire', since: now }, now + LEASE_MS);
    try {
      await this.look(id, now);
    } catch (error) {
      // The errand looks again.
      logEvent('retire.failed', { reason: error instanceof Error ? error.message : 'unknown' });
    }
  }

  /** Sees whether the website that is to be deleted is gone. */
  async look(id: number, since: Millis, budget?: Budget): Promise<void> {
    const { errands } = this.#host;
    const next = (await this.stands(budget)) ? nextLook(since, Date.now()) : null;
    if (next === null) errands.remove(id);
    else errands.update(id, { type: 'retire', since }, next);
  }

  /** Whether the website is no more. Only while a mark says so is it worth asking whether it came back. */
  async isDone(): Promise<boolean> {
    return this.#host.site.isRetired && !(await this.stands());
  }

  /**
   * Asks D1 whether there is such a website, and draws the consequence. The mark is set only once there
   * was none: one that is there again is another one, whatever the clocks say.
   */
  async stands(budget?: Budget): Promise<boolean> {
    const { db, name, site } = this.#host;
    const exists = await siteExists(db, name());
    if (exists && site.isRetired) site.revive();
    if (!exists && !site.isRetired) this.#host.letGoOfAll(budget);
    return exists;
  }

  /** Erases the next conversations that D1 knows of a deleted website. */
  async purge(id: number, { failures }: Purge, budget: Budget): Promise<void> {
    const { db, name, errands, erase } = this.#host;
    const outcome = await purgeSome(db, name(), budget.take(PURGE_SIZE), erase);
    if (outcome === 'done') return errands.remove(id);
    const failed = outcome === 'stuck' ? failures + 1 : 0;
    errands.update(id, { type: 'purge', failures: failed }, Date.now() + purgePause(failed));
  }
}
