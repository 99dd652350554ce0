/** Does what the outbox holds, as its jobs fall due. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry, MessageEntry, Millis } from '../protocol/entry.ts';
import { recordTrouble } from '../site/model-trouble.ts';
import { logEvent } from '../log.ts';
import { recordTeamMail } from '../site/team-mails.ts';
import { recordDelivery } from '../site/webhook-deliveries.ts';
import { type MailTeamEnv, mailTeam } from './mail-team.ts';
import { type Delivery, drain, type Job, type Lane } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ConversationRecord } from './record.ts';
import { mailIn, type MailJob, type TeamMailJob } from './team-mail-job.ts';

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
  /** A lane was drained: what is due next has to be seen to. */
  rested(): void;
}

/** Told at the same time. The platform lets six connections be opened at once: one is left for mails. */
const WEBHOOKS_AT_ONCE = 5;

/** A lane whose rows could not be written rests for so long. */
const BROKEN_MS = 5_000;

export class Courier {
  readonly #env: MailTeamEnv;
  readonly #outbox: OutboxStore;
  readonly #host: CourierHost;
  /** The lanes that are being drained, by their keys. */
  readonly #underWay = new Map<string, Lane>();
  /** Until when those rest that broke. */
  readonly #broken = new Map<string, Millis>();

  constructor(env: MailTeamEnv, outbox: OutboxStore, host: CourierHost) {
    this.#env = env;
    this.#outbox = outbox;
    this.#host = host;
  }

  /** Whether nothing of a lane can be begun right now. */
  isBusy(lane: Lane): boolean {
    const key = keyOf(lane);
    if (this.#underWay.has(key) || (this.#broken.get(key) ?? 0) > Date.now()) return true;
    if (lane.hook === null) return false;
    const told = [...this.#underWay.values()].filter(({ hook }) => hook !== null);
    return told.length >= WEBHOOKS_AT_ONCE;
  }

  /**
   * Tries everything that is due once. A lane is drained by one round at a time, however often this is
   * called; a mail server or a webhook that takes its time keeps nothing else waiting.
   */
  async run(): Promise<void> {
    await Promise.all(this.#outbox.lanes(Date.now()).map((lane) => this.#drain(lane)));
  }

  async #drain(lane: Lane): Promise<void> {
    if (this.isBusy(lane)) return;
    const key = keyOf(lane);
    this.#underWay.set(key, lane);
    this.#broken.delete(key);
    try {
      await drain(
        this.#outbox,
        lane,
        (job, isLast) => this.#deliver(job, isLast),
        () => Date.now(),
        Math.random,
      );
    } catch (error) {
      this.#broken.set(key, Date.now() + BROKEN_MS);
      const { conversation } = this.#host;
      logEvent('outbox.broke', { conversation, kind: lane.kind, reason: String(error) });
    } finally {
      this.#underWay.delete(key);
      this.#host.rested();
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
        const keep = (last: Job) => this.#outbox.add(last, Date.now());
        return tellWebhook(this.#env, { ...this.#host, job, isLast, keep });
      }
      case 'delivery': {
        const { kind: _, hook: webhook, posted, status, at, ...key } = job;
        const { conversation } = this.#host;
        const of = { ...key, webhook, conversation, site: record.settings.site };
        await this.#host.written(recordDelivery(this.#env.DB, of, posted, status, at));
        return { is: 'accepted' };
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

  #mailTeam(job: MailJob): Promise<Delivery> {
    const { conversation } = this.#host;
    return mailTeam(this.#env, {
      conversation,
      job,
      record: () => this.#host.record(),
      messages: () => this.#host.messages(),
      summary: () => this.#host.summary(),
      now: () => Date.now(),
      isHeld: () => this.#host.isHeld(mailIn(job)),
    });
  }
}

function keyOf({ kind, hook }: Lane): string {
  return hook === null ? kind : `${kind} ${hook}`;
}
