/** Does what the outbox holds, as its jobs fall due. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry, MessageEntry } from '../protocol/entry.ts';
import { recordTrouble } from '../site/model-trouble.ts';
import { recordTeamMail } from '../site/team-mails.ts';
import { type MailTeamEnv, mailTeam } from './mail-team.ts';
import { type Delivery, drain, type Job, JOB_KINDS } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ConversationRecord } from './record.ts';
import { mailOf, type TeamMailJob } from './team-mail-job.ts';

/** What a delivery needs of its conversation, asked for when it begins. */
export interface CourierHost {
  conversation: string;
  record(): ConversationRecord | undefined;
  /** The last messages, oldest first. */
  messages(): readonly MessageEntry[];
  /** The entry of that number. */
  entry(seq: number): Entry | undefined;
  /** What was said, in short, for the team. Keeps nobody waiting. */
  summary(): Promise<string>;
  /** Whether the website has been mailed so much lately that the monitor took this one on. */
  isHeld(mail: TeamMailJob): Promise<boolean>;
  /** Brings the monitor and the index in D1 up to date. */
  makeKnown(): Promise<void>;
  /** Removes what D1 knows. */
  forget(): Promise<void>;
  /** Waits for a write to D1 that an erasure has to wait for. */
  written(write: Promise<unknown>): Promise<void>;
}

export class Courier {
  readonly #env: MailTeamEnv;
  readonly #outbox: OutboxStore;
  readonly #host: CourierHost;
  readonly #underWay = new Set<Job['kind']>();

  constructor(env: MailTeamEnv, outbox: OutboxStore, host: CourierHost) {
    this.#env = env;
    this.#outbox = outbox;
    this.#host = host;
  }

  /** The kinds of jobs that are being delivered right now. */
  get underWay(): ReadonlySet<Job['kind']> {
    return this.#underWay;
  }

  /**
   * Tries everything that is due once. One round at a time of each kind, however often it is called; a
   * mail server that takes its time keeps nothing else waiting.
   */
  async run(): Promise<void> {
    await Promise.all(JOB_KINDS.map((kind) => this.#drain(kind)));
  }

  async #drain(kind: Job['kind']): Promise<void> {
    if (this.#underWay.has(kind)) return;
    this.#underWay.add(kind);
    try {
      await drain(
        this.#outbox,
        kind,
        (job, isLast) => this.#deliver(job, isLast),
        () => Date.now(),
        Math.random,
      );
    } finally {
      this.#underWay.delete(kind);
    }
  }

  /** A conversation that erased itself in the middle of it has no rows to settle. */
  async #deliver(job: Job, isLast: boolean): Promise<Delivery> {
    const record = this.#host.record();
    if (!record) return { is: 'erased' };
    try {
      const delivery = await this.#attempt(job, record, isLast);
      if (this.#host.record()) return delivery;
      // It has forgotten too early: what was just delivered may have left something.
      await this.#host.forget();
      return { is: 'erased' };
    } catch (error) {
      if (!this.#host.record()) return { is: 'erased' };
      throw error;
    }
  }

  async #attempt(job: Job, record: ConversationRecord, isLast: boolean): Promise<Delivery> {
    switch (job.kind) {
      case 'takeover_mail':
      case 'reminder_mail':
      case 'contact_mail':
        return this.#mailTeam(job);
      case 'milestone':
        await this.#host.makeKnown();
        return { is: 'accepted' };
      case 'notice': {
        const { kind: _, mail, ...facts } = job;
        const { conversation } = this.#host;
        const { site } = record.settings;
        const row = { conversation, ...mail, site, ...facts };
        await this.#host.written(recordTeamMail(this.#env.DB, row));
        return { is: 'accepted' };
      }
      case 'webhook': {
        const { tellWebhook } = await import('./tell-webhook.ts');
        return tellWebhook(this.#env, { ...this.#host, job, isLast });
      }
      case 'trouble': {
        const { kind: _, ...trouble } = job;
        await recordTrouble(this.#env.DB, record.settings.site, trouble);
        return { is: 'accepted' };
      }
      default:
        return assertNever(job);
    }
  }

  async #mailTeam(job: Job): Promise<Delivery> {
    const mail = mailOf(job);
    if (!mail) return { is: 'moot' };
    return mailTeam(this.#env, {
      conversation: this.#host.conversation,
      mail,
      record: () => this.#host.record(),
      messages: () => this.#host.messages(),
      summary: () => this.#host.summary(),
      now: () => Date.now(),
      isHeld: () => this.#host.isHeld(mail),
    });
  }
}
