/**
 * A tab in which somebody of the team has a conversation before them: what `widget/agent/session.ts` does, on
 * the same parts, in a browser that is not there.
 */
import type { AgentFrame } from '../../src/protocol/frames.ts';
import { PROTOCOL, SUBPROTOCOL } from '../../src/protocol/limits.ts';
import type { StateView } from '../../src/protocol/state.ts';
import {
  type AgentAction,
  type Closed,
  type Desk,
  type DeskInput,
  EMPTY_DESK,
  isUnderWay,
  stepDesk,
} from '../../widget/agent/desk.ts';
import { ENDINGS } from '../../widget/agent/endings.ts';
import { createSocketClient } from '../../widget/shared/socket-client.ts';
import type { SocketClient } from '../../widget/shared/socket-types.ts';
import { Attention, connect, socketUrl } from './browser.ts';
import { type End, type Ledger, Witness } from './ledger.ts';

interface DeskTabOptions {
  origin: string;
  conversation: string;
  /** Subprotocols that prove who this is. */
  credentials: readonly string[];
  /** Asked when the server lets nobody in: why it never will, if that can be known. */
  whyClosed: () => Promise<Closed | null>;
  ledger: Ledger;
  voice: string;
  /** The tab's `sessionStorage`: what is unsent stays here while the page reloads. */
  unsent: Map<string, readonly AgentAction[]>;
}

export class DeskTab {
  readonly attention = new Attention();
  readonly #options: DeskTabOptions;
  readonly #client: SocketClient<AgentFrame>;
  readonly #witness: Witness;
  readonly #refs = new Set<string>();
  #desk: Desk = EMPTY_DESK;

  constructor(options: DeskTabOptions) {
    const { origin, conversation, credentials, ledger, unsent } = options;
    this.#options = options;
    const witness = new Witness(ledger);
    this.#witness = witness;
    this.#client = createSocketClient<AgentFrame>({
      url: socketUrl(origin, `/v1/conversations/${conversation}/socket`),
      subprotocols: async (failures) => {
        const why = failures > 0 ? await options.whyClosed() : null;
        if (why !== null) {
          this.#step({ type: 'closed', why });
          witness.status({ is: 'stopped', reason: 'link_closed' });
          this.#client.close();
        }
        return [SUBPROTOCOL, ...credentials];
      },
      hello: (lastSeq) => ({ type: 'hello', protocol: PROTOCOL, lastSeq }),
      onFrame: (frame) => {
        if (frame.type === 'refused') witness.refusal(frame);
        this.#step({ type: 'frame', frame });
      },
      onStatus: (status) => {
        witness.status(status);
        this.#step({ type: 'status', status });
      },
      onPending: (pending) => {
        witness.pending(pending);
        this.#step({ type: 'pending', pending });
      },
      onReset: () => {
        this.#note('closed');
        this.#step({ type: 'reset' });
      },
      endings: ENDINGS,
      isStillMeant,
      storage: {
        load: () => unsent.get(conversation) ?? [],
        save: (actions) => void unsent.set(conversation, actions.filter(isWords)),
      },
      connect,
      wake: this.attention.wake,
      random: Math.random,
      now: Date.now,
    });
  }

  get phase() {
    return this.#desk.log.state?.phase;
  }

  get isMine(): boolean {
    return this.#desk.isMine;
  }

  /** Whether the link leads nowhere any more, or nobody is let in. */
  get isStopped(): boolean {
    return this.#desk.closed !== null;
  }

  /** Whether all was said, or cannot be said any more. */
  get isSettled(): boolean {
    return this.#witness.isSettled;
  }

  get isWaiting(): boolean {
    return this.#witness.isWaiting;
  }

  /** The number of the last entry that is shown; null where nobody is let in. */
  get lastSeq(): number | null {
    return this.isStopped ? null : (this.#desk.log.entries.at(-1)?.seq ?? 0);
  }

  say(words: string): void {
    const { ledger, voice } = this.#options;
    const { ref, text } = ledger.say('agent', voice, words);
    this.#act({ type: 'say', ref, text });
  }

  takeOver(name: string): void {
    if (isUnderWay(this.#desk, 'take_over')) return;
    this.#act({ type: 'take_over', ref: `take-${crypto.randomUUID()}`, name });
  }

  handBack(): void {
    if (isUnderWay(this.#desk, 'hand_back')) return;
    this.#act({ type: 'hand_back', ref: `back-${crypto.randomUUID()}`, note: 'All is said.' });
  }

  /** Closes the tab. `isOver`: everything has been said, and all of it must be here. */
  close(isOver: boolean): void {
    // Whom nobody lets in any more has seen all that they are to see.
    if (!isOver || this.#witness.isStopped) this.#note('closed');
    else this.#note(this.isSettled ? 'settled' : 'stuck');
    this.#client.close();
  }

  #act(action: AgentAction): void {
    this.#refs.add(action.ref);
    this.#client.send(action);
  }

  #step(input: DeskInput): void {
    this.#desk = stepDesk(this.#desk, input, Date.now(), (ref) => this.#refs.has(ref));
  }

  #note(end: End): void {
    const { ledger, voice } = this.#options;
    const { conversation, entries } = this.#desk.log;
    ledger.heard.push({ side: 'agent', voice, conversation, entries, end });
  }
}

/** As the page has it. */
function isStillMeant(action: AgentAction, { phase }: StateView): boolean {
  const isLeaving = action.type === 'hand_back' || action.type === 'end';
  return isLeaving ? phase === 'human' : phase !== 'ended';
}

function isWords({ type }: AgentAction): boolean {
  return type === 'say';
}
