/**
 * What the visitor's page goes on telling of them: where they are, and who. The team hears of it at once; the
 * row is written at most every two seconds, however fast a page changes.
 */
import type { Identity, Introduction, VisitorFrame } from '../protocol/frames.ts';
import { attributesIn, introductionIn } from '../protocol/introduction.ts';
import { aboutIdentified, aboutTold, type Browser, type ConversationRecord } from './record.ts';

/** Between two writes of the row for what a page tells. */
export const KEEP_EVERY_MS = 2_000;

interface AcquaintanceHost {
  record(): ConversationRecord | undefined;
  /** Takes it into account, in memory alone. */
  note(record: ConversationRecord): void;
  /** Writes what was noted. */
  keep(record: ConversationRecord): void;
  /** The team is to hear of it. */
  tell(record: ConversationRecord): void;
  identified(site: string, visitor: Introduction): Promise<Identity>;
  /** Resolves after so many ms. Work that waits for it keeps the object awake. */
  pause(ms: number): Promise<void>;
  waitUntil(work: Promise<void>): void;
}

export class Acquaintance {
  readonly #host: AcquaintanceHost;
  /** There is something that is not in the row yet. */
  #isBehind = false;
  #isResting = false;
  /** Of two introductions the later one counts, whichever is looked through first. */
  #introductions = 0;

  constructor(host: AcquaintanceHost) {
    this.#host = host;
  }

  /** The visitor has gone to another page of a website that does not load them anew. */
  moved({ page }: Extract<VisitorFrame, { type: 'page' }>): void {
    // Where they came from is what it was when they came.
    this.#learn((about) => ({ ...about, page: { ...about.page, ...page } }));
  }

  /** The page says who its visitor is. */
  introduced({ visitor, attributes }: Extract<VisitorFrame, { type: 'identify' }>): void {
    if (attributes !== undefined) {
      const told = attributesIn(attributes);
      this.#learn((about) => aboutTold(about, told));
    }
    if (visitor !== undefined) this.#host.waitUntil(this.#look(introductionIn(visitor)));
  }

  async #look(visitor: Introduction): Promise<void> {
    const mine = ++this.#introductions;
    const site = this.#host.record()?.settings.site;
    if (site === undefined) return;
    const identity = await this.#host.identified(site, visitor);
    if (mine !== this.#introductions) return;
    this.#learn((about) => aboutIdentified(about, identity));
  }

  #learn(change: (about: Browser) => Browser): void {
    const record = this.#host.record();
    if (!record) return;
    const next = { ...record, about: change(record.about) };
    if (JSON.stringify(next.about) === JSON.stringify(record.about)) return;
    this.#host.note(next);
    this.#host.tell(next);
    this.#isBehind = true;
    if (!this.#isResting) this.#host.waitUntil(this.#catchUp());
  }

  async #catchUp(): Promise<void> {
    this.#isResting = true;
    while (this.#isBehind) {
      this.#isBehind = false;
      const record = this.#host.record();
      if (record) this.#host.keep(record);
      await this.#host.pause(KEEP_EVERY_MS);
    }
    this.#isResting = false;
  }
}
