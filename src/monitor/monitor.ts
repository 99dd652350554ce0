/**
 * The object that watches over one website's conversations: it keeps their cards, shows them to whoever
 * watches, and takes to all of them what concerns all. docs/decisions/0006-one-monitor-per-website.md
 */
import { DurableObject } from 'cloudflare:workers';
import { AlarmClock } from '../objects/alarm-clock.ts';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { assertNever } from '../protocol/assert-never.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import { PROTOCOL } from '../protocol/limits.ts';
import type { Millis } from '../protocol/entry.ts';
import { parseMonitorFrame } from '../protocol/parse.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { MailKey } from '../site/team-mails.ts';
import { readWatcher } from './admission.ts';
import { Board } from './board.ts';
import { Budget } from './budget.ts';
import { CardStore } from './card-store.ts';
import { Deletion } from './deletion.ts';
import { Digest } from './digest.ts';
import { DismissalStore } from './dismissal-store.ts';
import { concerns } from './dismissals.ts';
import { endedAmong } from './ended-sessions.ts';
import { type Due, type Round, SWEEP_EVERY_MS, WATCH_GRACE_MS } from './errand.ts';
import { ErrandStore } from './errand-store.ts';
import { Post } from './post.ts';
import { Retention } from './retention.ts';
import type { Dismissal, Dismissed, Report, ReportAnswer, MailAnswer } from './report.ts';
import { Rounds } from './rounds.ts';
import { migrate } from './schema.ts';
import { SiteStore } from './site-store.ts';
import type { Reach } from './watched.ts';
import * as watchers from './watchers.ts';

/** The close code of a connection that broke off: there is nobody to shake hands with. */
const NO_HANDSHAKE = 1006;

export class Monitor extends DurableObject<Env> {
  readonly #cards: CardStore;
  readonly #board: Board;
  readonly #site: SiteStore;
  readonly #errands: ErrandStore;
  readonly #rounds: Rounds;
  readonly #clock: AlarmClock;
  readonly #dismissals: DismissalStore;
  readonly #deletion: Deletion;
  readonly #retention: Retention;
  readonly #post: Post;
  readonly #digest: Digest;
  readonly #reach: Reach;
  /** When it last said whether anybody watches. */
  #saidAt: Millis = 0;

  constructor(
    ctx: DurableObjectState,
    env: Env,
    reach: Reach = (id) => env.CONVERSATION.get(env.CONVERSATION.idFromString(id)),
  ) {
    super(ctx, env);
    migrate(ctx.storage);
    const { sql } = ctx.storage;
    this.#cards = new CardStore(sql);
    this.#board = new Board(this.#cards, (frame) => watchers.broadcast(ctx, frame));
    this.#site = new SiteStore(sql);
    this.#errands = new ErrandStore(sql);
    this.#rounds = new Rounds(this.#errands, (round, conversation) =>
      this.#tell(round, conversation),
    );
    this.#clock = new AlarmClock(ctx);
    this.#dismissals = new DismissalStore(sql);
    this.#reach = reach;
    this.#deletion = new Deletion({
      db: env.DB,
      name: () => this.#name,
      site: this.#site,
      errands: this.#errands,
      letGoOfAll: (budget) => this.#letGoOfAll(budget),
      erase: (conversation) => this.#reach(conversation).erase(),
    });
    this.#retention = new Retention({
      db: env.DB,
      name: () => this.#name,
      settings: () => this.#site.settings,
      errands: this.#errands,
      reach,
    });
    this.#post = new Post(sql);
    this.#digest = new Digest({
      env,
      name: () => this.#name,
      settings: () => this.#site.settings,
      post: this.#post,
      errands: this.#errands,
      reach,
    });
    // The ping must not wake a sleeping monitor.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** Accepts the sockets that the Worker introduces, and nothing else. */
  override async fetch(request: Request): Promise<Response> {
    const admission = readWatcher(request);
    if (!admission) return new Response(null, { status: 400 });
    const isGone = await this.#deletion.isDone();
    const now = Date.now();
    const { 0: client, 1: server } = new WebSocketPair();
    if (isGone) {
      server.accept();
      server.close(CLOSE.gone, 'gone');
    } else if (this.#dismissals.recent(now).some((one) => concerns(one, admission))) {
      server.accept();
      server.close(CLOSE.dismissed, 'signed out');
    } else {
      watchers.accept(this.ctx, server, admission, now);
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer): void {
    // We have hung up, and this was on its way already.
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!watchers.admitFrame(socket, parseMonitorFrame(raw), Date.now())) return;
    watchers.send(socket, { type: 'snapshot', protocol: PROTOCOL, cards: this.#cards.shown() });
    if (!this.#isWatched) this.#beginWatching();
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // The platform completes the handshake of hibernating sockets only if it is told to.
    if (code !== NO_HANDSHAKE) socket.close(1000);
    this.#left(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#left(socket);
  }

  /** Does what is due. It may ring twice, or early, or for nothing: every part looks for itself. */
  override alarm(): void {
    this.#clock.rang();
    const budget = new Budget();
    for (const due of this.#errands.takeDue(Date.now())) {
      // Not awaited: a conversation that takes its time must not keep the alarm from ringing again.
      this.ctx.waitUntil(this.#attend(due, budget).finally(() => this.#arm()));
    }
    this.#arm();
  }

  /** How a conversation stands now. Costs one row, or none when it says nothing new. */
  async report(report: Report): Promise<ReportAnswer> {
    if (await this.#deletion.isDone())
      return { watched: false, asOf: this.#asOf(), isRetired: true };
    this.#board.take(report);
    const dismissed = this.#dismissals.recent(Date.now());
    const { settings } = this.#site;
    const isBehind = settings !== null && settings.version > report.settingsVersion;
    return {
      watched: this.#isWatched,
      asOf: this.#asOf(),
      ...(dismissed.length > 0 && { dismissed }),
      ...(isBehind && { settings }),
    };
  }

  /** A conversation was erased. */
  gone(conversation: string): void {
    this.#post.forget(conversation);
    this.#board.erase(conversation);
  }

  /**
   * Whether the team was mailed so often lately that this mail is told later, together with others: then
   * the conversation learns from here how it ended. With it come settings that are newer than those it
   * goes by: a mail goes where the owner wants it now.
   */
  holdsMail(mail: MailKey, origin: string, settingsVersion: number): MailAnswer {
    const now = Date.now();
    const { settings } = this.#site;
    const isBehind = settings !== null && settings.version > settingsVersion;
    const isHeld = this.#post.holds(mail, now);
    if (isHeld) {
      this.#digest.plan(origin, now);
      this.#arm();
    }
    return { isHeld, ...(isBehind && { settings }) };
  }

  /**
   * Takes saved settings to every conversation known. Answers how many of those shown took them up now;
   * whoever could not be reached is tried again, and learns them from its next report at the latest.
   */
  async applySettings(settings: SiteSettings): Promise<{ applied: number }> {
    if (!(await this.#deletion.stands())) return { applied: 0 };
    const known = this.#site.settings;
    if (settings.version < (known?.version ?? 0)) return { applied: 0 };
    if (settings.version > (known?.version ?? 0)) this.#site.keep(settings);
    if (settings.retentionDays !== known?.retentionDays) this.#retention.begin(Date.now());
    const applied = await this.#begin({ type: 'settings' }, this.#cards.behind(settings.version));
    return { applied };
  }

  /** Lets go of a member, or of one of their sessions, here and in every conversation. */
  async dismiss(who: Dismissal): Promise<void> {
    await this.#letGo({ ...who, at: Date.now() });
  }

  /**
   * Says that somebody sets about deleting the website, or has done so: as soon as D1 has no such
   * website any more, every conversation it ever had is erased, those under way at once and the others
   * by and by. Said before the deletion it survives a crash between the two; if the website is still
   * there a minute later, nothing was said. What stays of a deleted website is a mark, so that a
   * straggler's report is answered accordingly.
   */
  async retire(): Promise<void> {
    const announced = this.#deletion.announce(Date.now());
    this.#arm();
    await announced.finally(() => this.#arm());
  }

  /** Tells one conversation what a round is about. Answers whether a card that is shown took it up. */
  async #tell(round: Round, id: string): Promise<boolean> {
    const conversation = this.#reach(id);
    switch (round.type) {
      case 'settings':
        return this.#handSettings(id);
      case 'watch': {
        const report = await conversation.watch(this.#isWatched, this.#asOf());
        if (!report) this.#board.erase(id);
        else this.#board.take(report);
        if (report) await this.#handSettings(id);
        return report !== null;
      }
      case 'dismiss':
        await conversation.dismiss(round.who);
        return true;
      case 'erase':
        await conversation.erase();
        return true;
      default:
        return assertNever(round);
    }
  }

  /** Hands a conversation the settings, if it is behind. */
  async #handSettings(id: string): Promise<boolean> {
    const { settings } = this.#site;
    const known = this.#cards.find(id);
    if (!settings || !known || known.settingsVersion >= settings.version) return false;
    const { applied } = await this.#reach(id).applySettings(settings);
    this.#cards.tookUp(id, settings.version);
    return applied && this.#cards.isShown(id);
  }

  async #attend({ id, errand }: Due, budget: Budget): Promise<void> {
    switch (errand.type) {
      case 'sweep':
        return this.#sweep(id, budget);
      case 'retire':
        return this.#deletion.look(id, errand.since, budget);
      case 'purge':
        return this.#deletion.purge(id, errand, budget);
      case 'retention':
        return this.#retention.go(id, errand, budget);
      case 'digest':
        return this.#digest.go(id, errand);
      case 'receipts':
        return this.#digest.handOut(id, errand);
      default:
        await this.#rounds.go(id, budget);
    }
  }

  /** Sees who is still there: those who watch, the website, conversations that crashed without a word. */
  async #sweep(id: number, budget: Budget): Promise<void> {
    const now = Date.now();
    watchers.hangUpOnSilent(this.ctx, now);
    if (!watchers.isWatched(this.ctx)) return this.#endWatching(budget);
    this.#errands.update(id, { type: 'sweep' }, now + SWEEP_EVERY_MS);
    try {
      if (!(await this.#deletion.stands(budget))) return;
      await this.#dismissEnded(now, budget);
    } catch (error) {
      logEvent('sweep.failed', { reason: error instanceof Error ? error.message : 'unknown' });
    }
    if (this.#errands.hasType('watch')) return;
    await this.#begin({ type: 'watch' }, this.#cards.quiet(now - SWEEP_EVERY_MS), budget);
  }

  /** Lets go of those who watch on, although their session has ended: nobody said so. */
  async #dismissEnded(now: Millis, budget: Budget): Promise<void> {
    const watching = watchers.sessions(this.ctx);
    const ended = await endedAmong(this.env.DB, this.#name, watching, now);
    await Promise.all(ended.map((who) => this.#letGo({ ...who, at: now }, budget)));
  }

  async #letGo(who: Dismissed, budget?: Budget): Promise<void> {
    const wasWatched = watchers.isWatched(this.ctx);
    this.#dismissals.note(who);
    watchers.hangUpOn(this.ctx, who);
    if (wasWatched && !watchers.isWatched(this.ctx)) this.#lastLeft();
    await this.#begin({ type: 'dismiss', who }, this.#cards.all(), budget);
  }

  #letGoOfAll(budget?: Budget): void {
    const now = Date.now();
    const known = this.#cards.all();
    this.ctx.storage.transactionSync(() => {
      this.#site.retire(now);
      this.#cards.clear();
      this.#post.clear();
      this.#errands.clear();
      this.#errands.add({ type: 'purge', failures: 0 }, now);
    });
    watchers.hangUpOnAll(this.ctx, CLOSE.gone, 'gone');
    this.ctx.waitUntil(this.#begin({ type: 'erase' }, known, budget));
  }

  /** The website's id: a monitor is reached by that name alone. */
  get #name(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error('A monitor without a website.');
    return name;
  }

  /** Whether somebody watches, or did a moment ago: what the conversations are told. */
  get #isWatched(): boolean {
    return this.#errands.hasType('sweep');
  }

  /** Now, and later than anything said before: of what is said in the same millisecond, the last counts. */
  #asOf(): Millis {
    this.#saidAt = Math.max(Date.now(), this.#saidAt + 1);
    return this.#saidAt;
  }

  #left(socket: WebSocket): void {
    if (watchers.wasWatching(socket) && !watchers.isWatched(this.ctx)) this.#lastLeft();
  }

  /** Whoever only loads the page anew is back before the sweep sees that nobody is there. */
  #lastLeft(): void {
    this.#errands.reschedule('sweep', Date.now() + WATCH_GRACE_MS);
    this.#arm();
  }

  #beginWatching(): void {
    this.#errands.add({ type: 'sweep' }, Date.now() + SWEEP_EVERY_MS);
    this.ctx.waitUntil(this.#begin({ type: 'watch' }, this.#cards.all()));
  }

  async #endWatching(budget: Budget): Promise<void> {
    this.#errands.removeType('sweep');
    await this.#begin({ type: 'watch' }, this.#cards.all(), budget);
  }

  async #begin(round: Round, conversations: string[], budget = new Budget()): Promise<number> {
    const going = this.#rounds.begin(round, conversations, budget, Date.now());
    this.#arm();
    try {
      return await going;
    } finally {
      this.#arm();
    }
  }

  /** The one place where the alarm is set: for the earliest errand. */
  #arm(): void {
    this.#clock.arm([this.#errands.nextDue()]);
  }
}
