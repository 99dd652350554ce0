/**
 * Keeps a website's team from being flooded with mail through its widget: what is too much within an hour
 * is held back, and told in one mail that names all of it. Whoever was held back gets their receipt from
 * here. docs/decisions/0012-promises.md
 */
import type { End } from '../conversation/outbox.ts';
import type { TeamMailJob } from '../conversation/team-mail-job.ts';
import type { Millis } from '../protocol/entry.ts';
import type { MailKey } from '../site/team-mails.ts';

const HOUR_MS = 3_600_000;

/** Mails that leave one by one in any hour. */
export const MAILS_PER_HOUR = 60;

/** Past so many only whoever has not been told of yet is mailed: reminders are held back. */
export const REMINDERS_UP_TO = 40;

/** A visitor who calls, cancels and calls again is one to whom a mail more says nothing new. */
export const MAILS_PER_CONVERSATION = 10;

/** The first mail held back waits this long for others to go with it. */
export const DIGEST_AFTER_MS = 20_000;

/** Between two mails that name several. */
export const DIGEST_EVERY_MS = 600_000;

/** So many are named in one mail, and get their receipt in one go. */
export const DIGEST_SIZE = 100;

/** A mail that was held back; once its digest has left, or never will, with how it ended. */
export interface Held extends MailKey {
  /** Unlike any other’s, and higher than those of the mails held back before. */
  place: number;
  end: End | null;
}

type HeldRow = {
  place: number;
  conversation: string;
  kind: MailKey['kind'];
  number: number;
  ended: string | null;
};

export class Post {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /**
   * Whether a mail is held back. One that was is, however often it is asked for; one that may leave is not
   * counted again when it is tried again within the hour.
   */
  holds(mail: MailKey, now: Millis): boolean {
    const { conversation, kind, number } = mail;
    const known = this.#sql.exec(
      'SELECT 1 FROM held_mail WHERE conversation = ? AND kind = ? AND number = ? AND ended IS NULL',
      conversation,
      kind,
      number,
    );
    if (known.toArray().length > 0) return true;
    if (this.#mayLeave(mail, now)) return false;
    // Whoever calls again waits once, and of several addresses the last one counts.
    this.#sql.exec(
      'DELETE FROM held_mail WHERE conversation = ? AND kind = ? AND number <= ?',
      conversation,
      kind,
      number,
    );
    this.#sql.exec(
      'INSERT INTO held_mail (conversation, kind, number) VALUES (?, ?, ?)',
      conversation,
      kind,
      number,
    );
    return true;
  }

  /** Those held back of which nobody has been told, in their order: as many as one mail names, from `after` on. */
  untold(after = 0): Held[] {
    return this.#rows('ended IS NULL AND place > ?', after);
  }

  /** Those whose conversations have yet to get their receipt. */
  unreceipted(): Held[] {
    return this.#rows('ended IS NOT NULL AND place > ?', 0);
  }

  /** The mail that names these has left, or never will. */
  end(mails: readonly MailKey[], end: End): void {
    for (const { conversation, kind, number } of mails) {
      this.#sql.exec(
        'UPDATE held_mail SET ended = ? WHERE conversation = ? AND kind = ? AND number = ?',
        JSON.stringify(end),
        conversation,
        kind,
        number,
      );
    }
  }

  /** A conversation has its receipt. */
  receipted({ conversation, kind, number }: MailKey): void {
    this.#sql.exec(
      'DELETE FROM held_mail WHERE conversation = ? AND kind = ? AND number = ? AND ended IS NOT NULL',
      conversation,
      kind,
      number,
    );
  }

  /** There is no reason left to send it. */
  drop({ conversation, kind, number }: MailKey): void {
    this.#sql.exec(
      'DELETE FROM held_mail WHERE conversation = ? AND kind = ? AND number = ?',
      conversation,
      kind,
      number,
    );
  }

  /** A conversation is no more. */
  forget(conversation: string): void {
    this.#sql.exec('DELETE FROM held_mail WHERE conversation = ?', conversation);
    this.#sql.exec("UPDATE posted SET conversation = '' WHERE conversation = ?", conversation);
  }

  clear(): void {
    this.#sql.exec('DELETE FROM held_mail');
    this.#sql.exec('DELETE FROM posted');
  }

  /** Counts a mail, unless there have been too many: of the website's, or of its conversation's. */
  #mayLeave({ conversation, kind, number }: MailKey, now: Millis): boolean {
    this.#sql.exec('DELETE FROM posted WHERE at <= ?', now - HOUR_MS);
    const posted = this.#sql
      .exec<Omit<HeldRow, 'place' | 'ended'>>('SELECT conversation, kind, number FROM posted')
      .toArray();
    const own = posted.filter((one) => one.conversation === conversation);
    if (own.some((one) => one.kind === kind && one.number === number)) return true;
    if (own.length >= MAILS_PER_CONVERSATION) return false;
    if (posted.length >= (kind === 'reminder' ? REMINDERS_UP_TO : MAILS_PER_HOUR)) return false;
    this.#sql.exec(
      'INSERT INTO posted (conversation, kind, number, at) VALUES (?, ?, ?, ?)',
      conversation,
      kind,
      number,
      now,
    );
    return true;
  }

  #rows(condition: string, after: number): Held[] {
    const rows = this.#sql.exec<HeldRow>(
      `SELECT place, conversation, kind, number, ended FROM held_mail
       WHERE ${condition} ORDER BY place LIMIT ${DIGEST_SIZE}`,
      after,
    );
    return Array.from(rows, ({ ended, ...mail }) => ({ ...mail, end: endOf(ended) }));
  }
}

/** Which of its conversation's mails. */
export function jobOfHeld({ kind, number }: Held): TeamMailJob {
  return { kind, number };
}

function endOf(text: string | null): End | null {
  if (text === null) return null;
  const end: End = JSON.parse(text);
  return end;
}
