/** Somebody of the team, with the conversations that are theirs at the moment in several tabs each. */
import { setTimeout as delay } from 'node:timers/promises';
import type { AgentAction, Closed } from '../../widget/agent/desk.ts';
import type { Random } from '../train/random.ts';
import { DeskTab } from './desk-tab.ts';
import type { Ledger } from './ledger.ts';
import { between, oneOf } from './weather.ts';

const TABS: readonly number[] = [0, 1, 2];

/** Between two things that somebody does in one conversation. */
const MIN_PAUSE_MS = 300;
const MAX_PAUSE_MS = 2_500;

/** How long somebody talks before they hand back. */
const MIN_TALK_MS = 4_000;
const MAX_TALK_MS = 12_000;

const LOOK_EVERY_MS = 200;

const RELOADS = 0.04;
const RETURNS = 0.1;

const WORDS: readonly string[] = [
  'Let me look that up.',
  'Yes, we have it in green.',
  'It left our warehouse this morning.',
  'You can bring it to the shop, too.',
];

/** What somebody is let in by. */
interface Access {
  conversation: string;
  /** Of a takeover link; null for somebody who has signed in. */
  token: string | null;
}

interface AgentOptions {
  number: number;
  /** Where the server is, as this browser knows it. */
  origin: string;
  ledger: Ledger;
  random: Random;
}

export class Agent {
  readonly #options: AgentOptions;
  /** What the takeover page keeps, so that one person is recognised in all tabs. */
  readonly #seat: string;
  readonly #shifts = new Map<string, Shift>();

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#seat = `seat-of-agent-number-${options.number}`.padEnd(32, '0');
  }

  get isSettled(): boolean {
    return this.#tabs.every((tab) => tab.isSettled);
  }

  /** The number of the last entry that each tab shows, by conversation. */
  get lastSeqs(): { conversation: string; lastSeq: number }[] {
    return [...this.#shifts.values()].flatMap(({ conversation, tabs }) =>
      tabs.flatMap(({ lastSeq }) => (lastSeq === null ? [] : [{ conversation, lastSeq }])),
    );
  }

  /** Takes care of a conversation until it is handed back; for as long as it goes, if signed in. */
  async attend(access: Access, over: AbortSignal): Promise<void> {
    const { conversation } = access;
    // Nobody closes a page that still says "Sending…".
    while (this.#shifts.has(conversation) && !over.aborted) await delay(LOOK_EVERY_MS);
    if (over.aborted) return;
    const shift = new Shift(this.#options, this.#seat, access);
    this.#shifts.set(conversation, shift);
    await shift.work(over);
    if (over.aborted) return;
    shift.close(false);
    this.#shifts.delete(conversation);
  }

  lookAround(): void {
    for (const tab of this.#tabs) tab.attention.comeBack();
  }

  close(): void {
    for (const shift of this.#shifts.values()) shift.close(true);
  }

  get #tabs(): DeskTab[] {
    return [...this.#shifts.values()].flatMap(({ tabs }) => tabs);
  }
}

/** One conversation, from the first look at it to the last. */
class Shift {
  readonly conversation: string;
  readonly tabs: DeskTab[];
  readonly #options: AgentOptions;
  readonly #access: Access;
  readonly #credentials: readonly string[];
  readonly #unsent = TABS.map(() => new Map<string, readonly AgentAction[]>());
  /** When it will be handed back; null while it is not theirs yet. */
  #handsBackAt: number | null = null;
  #isDone = false;

  constructor(options: AgentOptions, seat: string, access: Access) {
    this.#options = options;
    this.#access = access;
    this.conversation = access.conversation;
    this.#credentials = access.token === null ? [] : [`takeover.${access.token}`, `seat.${seat}`];
    this.tabs = TABS.map((tab) => this.#open(tab));
  }

  /** Takes over, talks, hands back, and stays until everything said has been confirmed. */
  async work(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await delay(between(this.#options.random, MIN_PAUSE_MS, MAX_PAUSE_MS));
      if (over.aborted || this.tabs.every(({ isStopped }) => isStopped)) return;
      if (!this.#isDone) this.#act();
      else if (!this.tabs.some(({ isWaiting }) => isWaiting)) return;
    }
  }

  close(isOver: boolean): void {
    for (const tab of this.tabs) tab.close(isOver);
  }

  #act(): void {
    const { random } = this.#options;
    const at = oneOf(random, TABS);
    const tab = this.tabs[at];
    const chance = random();
    if (!tab || tab.isStopped) return;
    if (chance < RELOADS) {
      tab.close(false);
      this.tabs[at] = this.#open(at);
    } else if (chance < RELOADS + RETURNS) tab.attention.comeBack();
    else if (tab.isMine) this.#talk(tab);
    else if (this.#handsBackAt === null && tab.phase !== 'human' && tab.phase !== undefined) {
      tab.takeOver(`Agent ${this.#options.number}`);
    } else if (this.#handsBackAt !== null) this.#isDone = !this.tabs.some(({ isMine }) => isMine);
  }

  #talk(tab: DeskTab): void {
    const { random } = this.#options;
    const now = performance.now();
    const isLinked = this.#access.token !== null;
    this.#handsBackAt ??= isLinked ? now + between(random, MIN_TALK_MS, MAX_TALK_MS) : Infinity;
    if (now > this.#handsBackAt) tab.handBack();
    else tab.say(oneOf(random, WORDS));
  }

  #open(tab: number): DeskTab {
    const { number, origin, ledger } = this.#options;
    return new DeskTab({
      origin,
      conversation: this.conversation,
      credentials: this.#credentials,
      whyClosed: () => whyClosed(origin, this.#access),
      ledger,
      voice: `a${number}.${tab}-${this.conversation.slice(-6)}`,
      unsent: this.#unsent[tab] ?? new Map(),
    });
  }
}

/** What the page's own address answers once nobody is let in any more. */
const CLOSED_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 410]);

async function whyClosed(origin: string, { conversation, token }: Access): Promise<Closed | null> {
  const path = token === null ? `/app/sites/demo/history/${conversation}` : `/join/${token}`;
  try {
    const answer = await fetch(origin + path, { method: 'HEAD', redirect: 'manual' });
    return CLOSED_STATUSES.has(answer.status) ? 'link_closed' : null;
  } catch {
    return null;
  }
}
