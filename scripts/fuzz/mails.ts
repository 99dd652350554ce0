/** Who of the team has which mail, as far as the object can know. */
import { jobOf, type TeamMailJob } from '../../src/conversation/team-mail-job.ts';
import type { FakeStorage } from './storage.ts';

/** A server that takes longer counts as having refused. */
const MAIL_LIMIT_MS = 15_000;

export class Mails {
  /** By the keys of their jobs. */
  readonly #taken = new Map<string, Set<string>>();

  /** A job was asked for: a mail that was not tried since is for everybody. */
  onJob(storage: FakeStorage): void {
    for (const { key } of storage.all('SELECT key FROM outbox WHERE attempts = 0'))
      this.#taken.delete(String(key));
  }

  /** One leaves for somebody: whether it is for those who are left, and whether the object knows that they have it. */
  onMail(
    storage: FakeStorage,
    mail: TeamMailJob,
    to: string,
  ): { isRest: boolean; isAgain: boolean } {
    const key = keyOf(mail);
    const [row] = storage.all('SELECT job FROM outbox WHERE key = ?', key);
    const isRest = String(row?.['job']).includes('"rest"');
    return { isRest, isAgain: this.#taken.get(key)?.has(to) ?? false };
  }

  /** The server has taken it, and whoever sent it has heard so, unless it was too late. */
  onTaken(mail: TeamMailJob, to: string, tookMs: number): void {
    if (tookMs >= MAIL_LIMIT_MS) return;
    const key = keyOf(mail);
    this.#taken.set(key, (this.#taken.get(key) ?? new Set()).add(to));
  }

  /** Another instance may not know what this one was answered. */
  instanceEnded(): void {
    this.#taken.clear();
  }
}

/** As the outbox has it. */
function keyOf(mail: TeamMailJob): string {
  return `${jobOf(mail).kind}:${mail.number}`;
}
