/**
 * What the rest of the house knows of a conversation: the website's monitor, while somebody watches,
 * and the index in D1 that History and Overview are read from. Neither is on the way of a message.
 */
import { monitorOf, type MonitorEnv } from '../monitor/monitor-of.ts';
import type { Report, ReportAnswer } from '../monitor/report.ts';
import type { Entry, Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { SiteSettings } from '../site/settings.ts';
import { openSockets } from '../objects/open-sockets.ts';
import { cardOf, reportOf, type Standing } from './card.ts';
import { isMilestone } from './milestones.ts';
import { loadPresence, NOBODY, type Presence, savePresence } from './presence.ts';
import type { Browser, ConversationRecord } from './record.ts';
import { Reporter } from './reporter.ts';
import * as sockets from './sockets.ts';
import type { TeamMailJob } from './team-mail-job.ts';
import type { Transcript } from './transcript.ts';

type LiaisonEnv = MonitorEnv & { DB: D1Database };

/** How much of a conversation's end is searched for words and open questions. */
const INDEXED_MESSAGES = 500;

interface LiaisonHost {
  ctx: DurableObjectState;
  transcript: Transcript;
  record(): ConversationRecord | undefined;
  isSeatLive(seat: string): boolean;
  /** The monitor has something to tell in return. */
  answered(answer: ReportAnswer): void | Promise<void>;
  /** The monitor knows newer settings. */
  learned(settings: SiteSettings): void;
  /** The direct way failed: it must be tried again. */
  remind(): void;
}

export class Liaison {
  readonly #env: LiaisonEnv;
  readonly #host: LiaisonHost;
  readonly #reporter: Reporter;
  /** What is on its way to D1. */
  readonly #writes = new Set<Promise<unknown>>();
  #presence: Presence | null = null;
  /** When the monitor last said whether anybody watches. */
  #asOf: Millis = 0;
  #reportedAt: Millis = 0;
  /** The number of the last entry that it told of. */
  #reportedSeq = 0;
  /** What it said of the visitor. */
  #reportedAbout: Browser | undefined;
  /** Whether this instance has reported: what an earlier one meant to may have been lost with it. */
  #hasReported = false;
  #isMissing = false;

  constructor(env: LiaisonEnv, host: LiaisonHost) {
    this.#env = env;
    this.#host = host;
    this.#reporter = new Reporter({
      report: () => this.report(),
      send: (report) => this.#monitor(report),
      answered: (answer) => this.#answered(answer),
      now: () => Date.now(),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }

  /** The tables were just made: there is nothing to look for. */
  begin(): void {
    this.#presence = NOBODY;
  }

  /** Since when no page of the visitor's is open, while they still count as being here. */
  get leftAt(): Millis | null {
    return this.#known.leftAt;
  }

  /** Whether entries that were just written must be made known for certain, by way of the outbox. */
  isOfNote(entries: readonly Entry[]): boolean {
    if (entries.some(isMilestone)) return true;
    return this.#known.indexed === 0 && entries.some(({ kind }) => kind === 'message');
  }

  /** Something was said or changed. Costs nothing while nobody watches. `isUrgent`: more than words. */
  changed(isUrgent = false): void {
    if (!this.#known.watched) return;
    this.#told(isUrgent ? this.#reporter.tell() : this.#reporter.tellSoon());
  }

  /** The object is awake again: perhaps the visitor has no page open any more. */
  woke(now: Millis): void {
    const { online, leftAt } = this.#known;
    const isMissing = online && leftAt === null && !this.#hasVisitor();
    if (isMissing) this.#save({ leftAt: now });
    this.#isMissing = isMissing;
  }

  /** Whether the visitor's last socket went without a word, before the object woke. True once. */
  wasMissing(): boolean {
    const wasMissing = this.#isMissing;
    this.#isMissing = false;
    return wasMissing;
  }

  /** A page of the visitor's has said hello. */
  visitorArrived(): void {
    const { online, leftAt } = this.#known;
    if (!online || leftAt !== null) this.#save({ online: true, leftAt: null });
    if (!online || !this.#hasReported) this.#tell();
  }

  /** A page of the visitor's has closed. True if it was the last one. */
  visitorLeft(now: Millis): boolean {
    if (!this.#known.online || this.#hasVisitor()) return false;
    this.#save({ leftAt: now });
    return true;
  }

  /** The visitor has been away for long enough. True if there is news for the index, too. */
  visitorGone(): boolean {
    const isBack = this.#hasVisitor();
    this.#save({ online: isBack, leftAt: null });
    if (isBack) return false;
    const { seq } = this.#host.transcript.last();
    if (this.#known.indexed > 0 && seq > this.#known.indexed) return true;
    this.#tell();
    return false;
  }

  /** Somebody of the team came or went. */
  attendanceChanged(): void {
    this.#tell();
  }

  /** Whether somebody watches the website's conversations; answers how this one stands. */
  watch(watched: boolean, asOf: Millis): Report | null {
    this.#heard(watched, asOf);
    sockets.hangUpOnSilent(this.#host.ctx, Date.now());
    return this.report();
  }

  /** How things stand; null when there is nothing here. */
  report(): Report | null {
    const standing = this.#standing();
    if (!standing) return null;
    this.#hasReported = true;
    this.#reportedSeq = this.#host.transcript.last().seq;
    this.#reportedAbout = standing.record.about;
    // Of two reports the later one is right, so no two are made at the same time.
    this.#reportedAt = Math.max(Date.now(), this.#reportedAt + 1);
    return reportOf(standing, this.#reportedAt);
  }

  /** The conversation as a card, told to nobody; null when there is nothing here. */
  card(): Card | null {
    const standing = this.#standing();
    return standing && cardOf(standing);
  }

  /** Brings the monitor and the index up to date. Rejects if either could not be told. */
  async makeKnown(): Promise<void> {
    await Promise.all([this.#reporter.tell(), this.#index()]);
  }

  /** Asks whether the monitor takes a mail on, and for newer settings: nothing is mailed by old ones. Rejects if it could not be asked: then nothing is mailed yet. */
  async isHeld(mail: TeamMailJob): Promise<boolean> {
    const record = this.#host.record();
    if (!record) return false;
    const { settings, origin } = record;
    const conversation = this.#host.ctx.id.toString();
    const monitor = monitorOf(this.#env, settings.site);
    const answer = await monitor.holdsMail({ conversation, ...mail }, origin, settings.version);
    // What has erased itself in the meantime has told the monitor too early.
    if (!this.#host.record()) await monitor.gone(conversation);
    else if (answer.settings) this.#host.learned(answer.settings);
    return answer.isHeld;
  }

  /** Removes what D1 and the monitor know. Rejects if either could not be reached. */
  async forget(site: string): Promise<void> {
    const monitor = monitorOf(this.#env, site);
    const forgotten = await Promise.allSettled([
      this.forgetIndex(),
      monitor.gone(this.#host.ctx.id.toString()),
    ]);
    for (const each of forgotten) if (each.status === 'rejected') throw each.reason;
  }

  /** Forgets what memory holds: the rows are gone. */
  reset(): void {
    this.#presence = null;
  }

  get #known(): Presence {
    this.#presence ??= loadPresence(this.#host.ctx.storage.sql);
    return this.#presence;
  }

  #standing(): Standing | null {
    const { ctx, transcript, record: current, isSeatLive } = this.#host;
    const record = current();
    if (!record) return null;
    const { state } = record;
    return {
      conversation: ctx.id.toString(),
      record,
      summary: transcript.summary(),
      online: this.#known.online,
      away: state.phase === 'human' && !isSeatLive(state.seat.id),
      attended: openSockets(ctx, 'agent').length > 0,
    };
  }

  #heard(watched: boolean, asOf: Millis): void {
    if (asOf < this.#asOf) return;
    this.#asOf = asOf;
    if (watched !== this.#known.watched) this.#save({ watched });
  }

  #hasVisitor(): boolean {
    return openSockets(this.#host.ctx, 'visitor').length > 0;
  }

  #save(change: Partial<Presence>): void {
    this.#presence = { ...this.#known, ...change };
    savePresence(this.#host.ctx.storage.sql, this.#presence);
  }

  /** By the direct way first: nobody waits for it, and a failure is made good by the outbox. */
  #tell(): void {
    this.#told(this.#reporter.tell());
  }

  #told(report: Promise<void>): void {
    const { ctx, remind, record } = this.#host;
    ctx.waitUntil(
      report.catch(() => {
        if (record()) remind();
      }),
    );
  }

  /** Waits for a write to D1, and has an erasure wait for it too. Rejects if it fails. */
  async written(write: Promise<unknown>): Promise<void> {
    this.#writes.add(write);
    try {
      await write;
    } finally {
      this.#writes.delete(write);
    }
  }

  /** Removes what D1 knows. */
  async forgetIndex(): Promise<void> {
    // What lands after the rows are gone would stay for good, also if all we hear of it is an error.
    await Promise.allSettled(this.#writes);
    const { forgetStatements } = await import('../site/conversation-index.ts');
    await this.#env.DB.batch(forgetStatements(this.#env.DB, this.#host.ctx.id.toString()));
  }

  #monitor(report: Report): Promise<ReportAnswer> {
    const record = this.#host.record();
    if (!record) return Promise.resolve({ watched: false, asOf: 0 });
    return monitorOf(this.#env, record.settings.site).report(report);
  }

  async #answered(answer: ReportAnswer): Promise<void> {
    const record = this.#host.record();
    if (!record) return;
    this.#heard(answer.watched, answer.asOf);
    // What was said or told while it was not known that anybody watches was not worth a report.
    const isSaid = this.#host.transcript.last().seq > this.#reportedSeq;
    if (isSaid || record.about !== this.#reportedAbout) this.changed();
    await this.#host.answered(answer);
  }

  async #index(): Promise<void> {
    const { ctx, transcript } = this.#host;
    const record = this.#host.record();
    if (!record) return;
    const { seq } = transcript.last();
    const [{ indexEntryOf, unansweredIn }, { indexStatements }, { unansweredStatements }] =
      await Promise.all([
        import('./indexing.ts'),
        import('../site/conversation-index.ts'),
        import('../site/unanswered.ts'),
      ]);
    if (!this.#host.record()) return;
    const conversation = ctx.id.toString();
    const { indexed } = this.#known;
    const events = transcript.events();
    const summary = transcript.summary();
    const visitor = transcript.saidBy('visitor');
    const messages = transcript.messages(INDEXED_MESSAGES);
    const entry = indexEntryOf({ conversation, record, summary, events, visitor });
    const questions = unansweredIn(messages).filter((question) => question.seq > indexed);
    const text = messages.map((message) => message.text).join('\n');
    const { DB } = this.#env;
    const { site } = record.settings;
    await this.written(
      DB.batch([
        ...indexStatements(DB, entry, text),
        ...unansweredStatements(DB, site, conversation, questions),
      ]),
    );
    if (!this.#host.record()) return;
    if (seq > this.#known.indexed) this.#save({ indexed: seq });
  }
}
