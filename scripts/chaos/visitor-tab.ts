/**
 * A tab with the widget in it, without its looks: what `widget/visitor/session.ts` does, on the same parts,
 * in a browser that is not there.
 */
import type { ServerFrame, VisitorFrame } from '../../src/protocol/frames.ts';
import { PROTOCOL, SUBPROTOCOL } from '../../src/protocol/limits.ts';
import { applyFrame, EMPTY_LOG, type Log } from '../../widget/shared/log.ts';
import type { Outbox } from '../../widget/shared/outbox.ts';
import { createSocketClient } from '../../widget/shared/socket-client.ts';
import type { OutboxStorage, Reffed, SocketClient } from '../../widget/shared/socket-types.ts';
import { createCredentials, type Credentials } from '../../widget/visitor/credentials.ts';
import { isStillMeant } from '../../widget/visitor/still-meant.ts';
import { createMemory, type Memory } from '../../widget/visitor/storage.ts';
import { createUnsent } from '../../widget/visitor/unsent.ts';
import { Attention, connect, type SharedStorage, socketUrl } from './browser.ts';
import { type End, type Ledger, Witness } from './ledger.ts';

const SITE = 'demo';

type Words = Reffed<VisitorFrame>;

interface VisitorTabOptions {
  /** Where the server is, as this browser knows it. */
  origin: string;
  storage: SharedStorage;
  ledger: Ledger;
  /** Who speaks in this tab. */
  voice: string;
  /** A name no other tab has. */
  name: string;
}

export class VisitorTab {
  readonly attention = new Attention();
  readonly #options: VisitorTabOptions;
  readonly #memory: Memory;
  readonly #credentials: Credentials;
  readonly #unsent: OutboxStorage<Words>;
  readonly #closeStorage: () => void;
  #client: SocketClient<VisitorFrame> | null = null;
  #witness: Witness;
  #log: Log = EMPTY_LOG;
  #pending: Outbox<Words> = [];
  #isClosed = false;

  constructor(options: VisitorTabOptions) {
    const { origin, storage, ledger, name } = options;
    this.#options = options;
    this.#witness = new Witness(ledger);
    const { area, close } = storage.open((key) => this.#storageChanged(key));
    this.#closeStorage = close;
    this.#memory = createMemory(() => area, SITE);
    this.#credentials = createCredentials(this.#memory, async (token) => {
      const url = `${origin}/v1/sites/${SITE}/resumable`;
      const answer = await fetch(url, { method: 'POST', body: token });
      return /"resumable":\s*false/.test(await answer.text());
    });
    this.#unsent = createUnsent(this.#memory, name);
    this.#join();
  }

  get phase() {
    return this.#log.state?.phase;
  }

  /** The conversation and the token that resumes it, as all tabs know them. */
  get chat(): { conversation: string; token: string } | null {
    const [conversation, token] = this.#memory.get('chat')?.split(' ') ?? [];
    return conversation && token ? { conversation, token } : null;
  }

  /** Whether all was said, in the conversation that all tabs agree on. */
  get isSettled(): boolean {
    return this.#witness.isSettled && this.#log.conversation === this.chat?.conversation;
  }

  /** The number of the last entry that is shown. */
  get lastSeq(): number {
    return this.#log.entries.at(-1)?.seq ?? 0;
  }

  say(words: string): void {
    const { ledger, voice } = this.#options;
    const { ref, text } = ledger.say('visitor', voice, words);
    this.#client?.send({ type: 'say', ref, text });
  }

  /** Presses a button, unless it was pressed just now. */
  press(action: 'ask_human' | 'accept' | 'decline'): void {
    const type = action === 'ask_human' ? 'ask_human' : 'answer_offer';
    if (this.#pending.some(({ frame }) => frame.type === type)) return;
    const ref = `${action}-${crypto.randomUUID()}`;
    this.#client?.send(
      type === 'ask_human' ? { type, ref } : { type, ref, accept: action === 'accept' },
    );
  }

  /**
   * Closes the tab as a browser does: nothing is said or saved any more. `isOver`: everything has been said,
   * and all of it must be here.
   */
  close(isOver: boolean): void {
    if (isOver) this.#note(this.isSettled ? 'settled' : 'stuck');
    else this.#note('closed');
    this.#isClosed = true;
    this.#closeStorage();
    this.#client?.close();
    this.#client = null;
  }

  #join(): void {
    if (this.#client !== null) return;
    const { origin, ledger } = this.#options;
    const witness = new Witness(ledger);
    this.#witness = witness;
    this.#client = createSocketClient<VisitorFrame>({
      url: socketUrl(origin, `/v1/sites/${SITE}/socket`),
      subprotocols: async (failures) => {
        const token = await this.#credentials.forAttempt(failures);
        return token === null ? [SUBPROTOCOL] : [SUBPROTOCOL, `token.${token}`];
      },
      hello: (lastSeq) => ({ type: 'hello', protocol: PROTOCOL, lastSeq, locale: 'en' }),
      onFrame: (frame) => this.#onFrame(frame),
      onStatus: (status) => witness.status(status),
      onPending: (pending) => {
        this.#pending = pending;
        witness.pending(pending);
      },
      onReset: () => this.#forgetLog(),
      onGone: () => this.#credentials.forget(),
      isStillMeant,
      storage: this.#unsent,
      connect,
      wake: this.attention.wake,
      random: Math.random,
      now: Date.now,
    });
  }

  #leave(): void {
    this.#client?.close();
    this.#client = null;
    this.#pending = [];
    this.#forgetLog();
  }

  #onFrame(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      this.#options.ledger.conversations.add(frame.conversation);
      if (this.#credentials.accept(frame) === 'superseded') {
        this.#leave();
        this.#join();
        return;
      }
    }
    if (frame.type === 'refused') this.#witness.refusal(frame);
    this.#log = applyFrame(this.#log, frame, Date.now());
  }

  #storageChanged(key: string): void {
    if (this.#isClosed || key !== `${this.#memory.prefix}chat`) return;
    const change = this.#credentials.changedElsewhere();
    if (change === 'same') return;
    this.#leave();
    if (change === 'another') this.#join();
    else this.#credentials.forget();
  }

  #forgetLog(): void {
    this.#note('closed');
    this.#log = EMPTY_LOG;
  }

  /** What was shown goes on record. */
  #note(end: End): void {
    const { conversation, entries } = this.#log;
    const { ledger, voice } = this.#options;
    ledger.heard.push({ side: 'visitor', voice, conversation, entries, end });
  }
}
