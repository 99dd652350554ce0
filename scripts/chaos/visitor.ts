/** A visitor with several tabs, who says things now here, now there, and does not wait for answers. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../train/random.ts';
import { SharedStorage } from './browser.ts';
import type { Ledger } from './ledger.ts';
import { VisitorTab } from './visitor-tab.ts';
import { between, oneOf } from './weather.ts';

/**
 * What becomes of the conversation: it stays with the assistant, it goes to a person and back several times,
 * or somebody of the team takes it over unasked.
 */
export type Course = 'assistant' | 'handoff' | 'taken';

const TABS: readonly number[] = [0, 1, 2];

/** Between two things that a visitor does. */
const MIN_PAUSE_MS = 300;
const MAX_PAUSE_MS = 2_000;

/** Between two requests for a person. */
const MIN_CONTENT_MS = 2_000;
const MAX_CONTENT_MS = 12_000;

/** How often a visitor reloads a tab, or comes back to one, instead of saying something. */
const RELOADS = 0.04;
const RETURNS = 0.1;

const WORDS: readonly string[] = [
  'How long does delivery take?',
  'When is the shop open?',
  'Do the boots run small?',
  'I will have a look at that.',
  'And the green one?',
  'Is the tent still covered after three years?',
];

interface VisitorOptions {
  number: number;
  course: Course;
  /** Where the server is, as this browser knows it. */
  origin: string;
  ledger: Ledger;
  random: Random;
}

export class Visitor {
  readonly course: Course;
  readonly #options: VisitorOptions;
  readonly #storage = new SharedStorage();
  readonly #tabs: VisitorTab[];
  #names = 0;
  /** When this visitor wants a person, if ever. */
  #asksAt: number;

  constructor(options: VisitorOptions) {
    this.#options = options;
    this.course = options.course;
    this.#asksAt = this.#nextAsking();
    // All at once: each begins a conversation, and the first one stored counts.
    this.#tabs = TABS.map((tab) => this.#open(tab));
  }

  /** The conversation that all tabs agree on, and the token that resumes it. */
  get chat() {
    return this.#tabs[0]?.chat ?? null;
  }

  get isSettled(): boolean {
    return this.#tabs.every((tab) => tab.isSettled);
  }

  /** The number of the last entry that each tab shows. */
  get lastSeqs(): number[] {
    return this.#tabs.map((tab) => tab.lastSeq);
  }

  /** Lives until told otherwise. */
  async live(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await delay(between(this.#options.random, MIN_PAUSE_MS, MAX_PAUSE_MS));
      if (!over.aborted) this.#act();
    }
  }

  /** Looks at every tab once. */
  lookAround(): void {
    for (const tab of this.#tabs) tab.attention.comeBack();
  }

  /** Closes the browser, once everything is over. */
  close(): void {
    for (const tab of this.#tabs) tab.close(true);
  }

  #act(): void {
    const { random } = this.#options;
    const at = oneOf(random, TABS);
    const tab = this.#tabs[at];
    const chance = random();
    if (chance < RELOADS) {
      tab?.close(false);
      this.#tabs[at] = this.#open(at);
    } else if (chance < RELOADS + RETURNS) tab?.attention.comeBack();
    else if (tab) this.#speak(tab);
  }

  #speak(tab: VisitorTab): void {
    const { random } = this.#options;
    const isCalling = this.course === 'handoff';
    if (tab.phase === 'offered') tab.press(isCalling ? 'accept' : 'decline');
    else if (isCalling && tab.phase === 'assistant' && performance.now() > this.#asksAt) {
      this.#asksAt = this.#nextAsking();
      if (random() < 0.5) return tab.press('ask_human');
      return tab.say('Can I talk to a person, please?');
    }
    tab.say(oneOf(random, WORDS));
  }

  #nextAsking(): number {
    return performance.now() + between(this.#options.random, MIN_CONTENT_MS, MAX_CONTENT_MS);
  }

  #open(tab: number): VisitorTab {
    const { number, origin, ledger, random } = this.#options;
    this.#names += 1;
    const voice = `v${number}.${tab}`;
    // In no order: tabs find each other's unsent words by their names.
    const name = `${random().toString(36).slice(2)}-${this.#names}`;
    return new VisitorTab({ origin, storage: this.#storage, ledger, voice, name });
  }
}
