/**
 * Keeps a website's team from being flooded with mail through its widget: what is too much within an hour
 * is held back, and told in one mail that names all of it. Whoever was held back gets their receipt from
 * here. docs/decisions/0012-mail-budget.md
 */
import { take, type Bucket, type Rate } from '../objects/rate.ts';
import type { End } from '../conversation/outbox.ts';
import type { TeamMailJob } from '../conversation/team-mail-job.ts';
import type { Millis } from '../protocol/entry.ts';
import type { MailKey } from '../site/team-mails.ts';

const HOUR_S = 3_600;

/** Mails that leave one by one. */
export const MAILS_PER_HOUR = 60;
const RATE: Rate = { burst: MAILS_PER_HOUR, perSecond: MAILS_PER_HOUR / HOUR_S };

/** The first mail held back waits this long for others to go with it. */
export const DIGEST_AFTER_MS = 20_000;

/** Between two mails that name several. */
export const DIGEST_EVERY_MS = 600_000;

/** So many are named in one mail, and get their receipt in one go. */
export const DIGEST_SIZE = 100;

/** More than leave within a day. */
const MAX_GRANTED = 500;

/** A mail that was held back; once its digest has left, or never will, with how it ended. */
export interface Held extends MailKey {
  end: End | null;
}

type HeldRow = {
  conversation: string;
  kind: MailKey['kind'];
  number: number;
  ended: string | null;
};

export class Post {
  readonly #sql: SqlStorage;
  /** Those that may leave: trying one again costs nothing. Whoever is forgotten here is counted once more. */
  readonly #granted = new Set<string>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Whether a mail is held back. One that was is, however often it is asked for. */
  holds(mail: MailKey, now: Millis): boolean {
    const { conversation, kind, number } = mail;
    const known = this.#sql.exec(
      'SELECT 1 FROM held_mail WHERE conversation = ? AND kind = ? AND number = ? AND ended IS NULL',
      conversation,
      kind,
      number,
    );
    if (known.toArray().length > 0) return true;
    const key = `${conversation} ${kind} ${number}`;
    if (this.#granted.has(key)) return false;
    const taken = take(this.#bucket(now), RATE, now);
    if (taken.ok) {
      const { tokens, at } = taken.bucket;
      this.#sql.exec('INSERT OR REPLACE INTO post (id, tokens, at) VALUES (1, ?, ?)', tokens, at);
      if (this.#granted.size >= MAX_GRANTED) this.#granted.clear();
      this.#granted.add(key);
      return false;
    }
    this.#sql.exec(
      'INSERT OR REPLACE INTO held_mail (conversation, kind, number, ended) VALUES (?, ?, ?, NULL)',
      conversation,
      kind,
      number,
    );
    return true;
  }

  /** Those held back of which nobody has been told. */
  untold(): Held[] {
    return this.#rows('ended IS NULL');
  }

  /** Those whose conversations have yet to get their receipt. */
  unreceipted(): Held[] {
    return this.#rows('ended IS NOT NULL');
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
  }

  clear(): void {
    this.#sql.exec('DELETE FROM held_mail');
  }

  #bucket(now: Millis): Bucket {
    const rows = this.#sql.exec<{ tokens: number; at: number }>('SELECT tokens, at FROM post');
    return rows.toArray()[0] ?? { tokens: RATE.burst, at: now };
  }

  #rows(condition: string): Held[] {
    const rows = this.#sql.exec<HeldRow>(
      `SELECT conversation, kind, number, ended FROM held_mail WHERE ${condition} LIMIT ${DIGEST_SIZE}`,
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
