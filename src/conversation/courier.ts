/** Does what the outbox holds, as its jobs fall due. */
import { assertNever } from '../protocol/assert-never.ts';
import type { MessageEntry } from '../protocol/entry.ts';
import { type CallEnv, callTeam } from './call-team.ts';
import { type Delivery, drain, type Job } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ConversationRecord } from './record.ts';

/** What a delivery needs of its conversation, asked for when it begins. */
export interface CourierHost {
  conversation: string;
  record(): ConversationRecord | undefined;
  /** The last messages, oldest first. */
  messages(): readonly MessageEntry[];
}

export class Courier {
  readonly #env: CallEnv;
  readonly #outbox: OutboxStore;
  readonly #host: CourierHost;
  #isUnderWay = false;

  constructor(env: CallEnv, outbox: OutboxStore, host: CourierHost) {
    this.#env = env;
    this.#outbox = outbox;
    this.#host = host;
  }

  /** Tries everything that is due once. One round at a time, however often it is called. */
  async run(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    try {
      await drain(
        this.#outbox,
        (job) => this.#deliver(job),
        () => Date.now(),
      );
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #deliver(job: Job): Promise<Delivery> {
    switch (job.kind) {
      case 'takeover_mail':
        return this.#callTeam(job.escalation);
      default:
        return assertNever(job.kind);
    }
  }

  async #callTeam(escalation: number): Promise<Delivery> {
    const { conversation, record: current, messages } = this.#host;
    const record = current();
    if (!record) return 'moot';
    return callTeam(this.#env, {
      conversation,
      escalation,
      record,
      messages: messages(),
      now: Date.now(),
      isWanted: () => {
        const state = current()?.state;
        return state?.phase === 'waiting' && state.escalation === escalation;
      },
    });
  }
}
