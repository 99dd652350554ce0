/** What those who watch see: the cards, kept from reports, and told as they change. */
import { assertNever } from '../protocol/assert-never.ts';
import type { MonitorFrame } from '../protocol/monitor.ts';
import type { CardStore } from './card-store.ts';
import { goneFrame, weigh } from './cards.ts';
import type { Report } from './report.ts';

export class Board {
  readonly #cards: CardStore;
  readonly #broadcast: (frame: MonitorFrame) => void;

  constructor(cards: CardStore, broadcast: (frame: MonitorFrame) => void) {
    this.#cards = cards;
    this.#broadcast = broadcast;
  }

  /** Keeps what a report says, and tells the watchers if they would see a difference. */
  take(report: Report): void {
    const { conversation } = report.card;
    if (this.#cards.wentAfter(conversation, report.at)) return;
    const change = weigh(this.#cards.find(conversation), report);
    switch (change.type) {
      case 'stale':
        return;
      case 'same':
        return this.#cards.heard(conversation, report.at);
      case 'keep':
        this.#cards.keep(conversation, change.known);
        return this.#tell(change.tell);
      case 'drop':
        this.#cards.drop(conversation, report.at);
        return this.#tell(change.tell);
      default:
        return assertNever(change);
    }
  }

  /** A conversation was erased. */
  erase(conversation: string): void {
    const known = this.#cards.find(conversation);
    this.#cards.erase(conversation);
    if (known) this.#tell(goneFrame(conversation, known));
  }

  #tell(frame: MonitorFrame | null): void {
    if (frame) this.#broadcast(frame);
  }
}
