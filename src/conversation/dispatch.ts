/** What has left the conversation, or is to leave it once more: receipts, and second tries that somebody asks for. */
import type { Escalation, Input } from './escalation-state.ts';
import { endOfMail } from './mail-rest.ts';
import { noticeOf } from './notice.ts';
import type { End, Job } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ConversationRecord } from './record.ts';
import type { StepContext } from './perform.ts';
import { isMailWanted, jobOf, mailOf, settledInput, type TeamMailJob } from './team-mail-job.ts';
import type { WebhookJob } from './webhook-jobs.ts';

interface DispatchHost {
  outbox: OutboxStore;
  record(): ConversationRecord | undefined;
  act(input: Input, context: Pick<StepContext, 'alongside'>): void;
  /** All of it is written or, if anything fails, none. */
  write(what: () => void): void;
  /** Something may fall due sooner. */
  arm(): void;
  log(event: string, facts?: Record<string, string>): void;
}

export class Dispatch {
  readonly #host: DispatchHost;

  constructor(host: DispatchHost) {
    this.#host = host;
  }

  /**
   * A job has come to its end. What that means and `settle`, which takes it out of the outbox, are one
   * write: if it fails, this throws, and the job is as it was.
   */
  settled(job: Job, end: End, settle: () => void): void {
    const mail = mailOf(job);
    if (mail) return this.#receive(mail, endOfMail(job, end), settle);
    settle();
    if (!end.accepted) this.#host.log('job.failed', { kind: job.kind, reason: end.reason });
  }

  /** The receipt of a mail that the monitor had taken on, or the news that there will be none. */
  mailSettled(mail: TeamMailJob, end: End): void {
    this.#receive(mail, end, () => undefined);
  }

  #receive(mail: TeamMailJob, end: End, settle: () => void): void {
    const { outbox, record, act, write, arm, log } = this.#host;
    const current = record();
    if (!current) return;
    const alongside = () => {
      settle();
      outbox.add(noticeOf(mail, end, current, Date.now()), Date.now());
    };
    const input = settledInput(mail, end.accepted);
    if (input) act(input, { alongside });
    else write(alongside);
    log(end.accepted ? 'team.notified' : 'team.unreachable', { kind: mail.kind });
    arm();
  }

  /** Tries a mail to the team again, if there is still reason to send it. */
  mailAgain(mail: TeamMailJob): 'again' | 'not_wanted' | 'gone' {
    const before = this.#state;
    if (!before) return 'gone';
    if (mail.kind === 'call') {
      this.#host.act({ type: 'notify_again', escalation: mail.number }, {});
      return this.#state === before ? 'not_wanted' : 'again';
    }
    if (!isMailWanted(before, mail)) return 'not_wanted';
    this.#add(jobOf(mail));
    return 'again';
  }

  /** Tells a webhook of an event once more, under the same id as before. */
  deliverAgain(job: Omit<WebhookJob, 'kind'>): 'again' | 'gone' {
    if (!this.#state) return 'gone';
    this.#add({ ...job, kind: 'webhook' });
    return 'again';
  }

  get #state(): Escalation | undefined {
    return this.#host.record()?.state;
  }

  #add(job: Job): void {
    this.#host.outbox.add(job, Date.now());
    this.#host.arm();
  }
}
