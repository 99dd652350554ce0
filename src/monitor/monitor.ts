/**
 * The object that watches over one website's conversations: it keeps their cards, shows them to whoever
 * watches, and takes to all of them what concerns all. docs/decisions/0006-one-monitor-per-website.md
 */
import { DurableObject } from 'cloudflare:workers';
import { AlarmClock } from '../conversation/alarm-clock.ts';
import type { Env } from '../env.ts';
import { assertNever } from '../protocol/assert-never.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import { PROTOCOL } from '../protocol/limits.ts';
import type { MonitorFrame } from '../protocol/monitor.ts';
import { parseMonitorFrame } from '../protocol/parse.ts';
import type { SiteSettings } from '../site/settings.ts';
import { readWatcher } from './admission.ts';
import { CardStore } from './card-store.ts';
import { goneFrame, weigh } from './cards.ts';
import { Dismissals } from './dismissals.ts';
import { type Due, type Purge, purgePause, type Round, SWEEP_EVERY_MS } from './errand.ts';
import { ErrandStore } from './errand-store.ts';
import { isCreatedSince, purgeSome } from './purge.ts';
import type { Dismissal, Report, ReportAnswer } from './report.ts';
import { Rounds } from './rounds.ts';
import { migrate } from './schema.ts';
import { SiteStore } from './site-store.ts';
import type { Reach } from './watched.ts';
import * as watchers from './watchers.ts';

/** The close code of a connection that broke off: there is nobody to shake hands with. */
const NO_HANDSHAKE = 1006;

export class Monitor extends DurableObject<Env> {
  readonly #cards: CardStore;
  readonly #site: SiteStore;
  readonly #errands: ErrandStore;
  readonly #rounds: Rounds;
  readonly #clock: AlarmClock;
  readonly #dismissals = new Dismissals();
  readonly #reach: Reach;

  constructor(
    ctx: DurableObjectState,
    env: Env,
    reach: Reach = (id) => env.CONVERSATION.get(env.CONVERSATION.idFromString(id)),
  ) {
    super(ctx, env);
    migrate(ctx.storage);
    const { sql } = ctx.storage;
    this.#cards = new CardStore(sql);
    this.#site = new SiteStore(sql);
    this.#errands = new ErrandStore(sql);
    this.#rounds = new Rounds(this.#errands, (round, conversation) =>
      this.#tell(round, conversation),
    );
    this.#clock = new AlarmClock(ctx);
    this.#reach = reach;
    // The ping must not wake a sleeping monitor.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** Accepts the sockets that the Worker introduces, and nothing else. */
  override fetch(request: Request): Response {
    const admission = readWatcher(request);
    if (!admission) return new Response(null, { status: 400 });
    const { 0: client, 1: server } = new WebSocketPair();
    if (this.#dismissals.concern(admission)) {
      server.accept();
      server.close(CLOSE.dismissed, 'signed out');
    } else {
      watchers.accept(this.ctx, server, admission, Date.now());
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer): void {
    // We have hung up, and this was on its way already.
    if (socket.readyState !== WebSocket.OPEN) return;
    const wasWatched = watchers.isWatched(this.ctx);
    if (!watchers.admitFrame(socket, parseMonitorFrame(raw), Date.now())) return;
    watchers.send(socket, { type: 'snapshot', protocol: PROTOCOL, cards: this.#cards.shown() });
    if (!wasWatched) this.#watchingChanged();
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
    for (const due of this.#errands.takeDue(Date.now())) {
      // Not awaited: a conversation that takes its time must not keep the alarm from ringing again.
      this.ctx.waitUntil(this.#attend(due).finally(() => this.#arm()));
    }
    this.#arm();
  }

  /** How a conversation stands now. Costs one row, or none when it says nothing new. */
  async report(report: Report): Promise<ReportAnswer> {
    if (await this.#isRetired()) return { watched: false, isRetired: true };
    this.#take(report);
    const { settings } = this.#site;
    const isBehind = settings !== null && settings.version > report.settingsVersion;
    return { watched: watchers.isWatched(this.ctx), ...(isBehind && { settings }) };
  }

  /** A conversation was erased. */
  gone(conversation: string): void {
    const known = this.#cards.find(conversation);
    this.#cards.erase(conversation);
    if (known) this.#broadcast(goneFrame(conversation, known));
  }

  /**
   * Takes saved settings to every conversation known. Answers how many of those shown took them up now;
   * whoever could not be reached is tried again, and learns them from its next report at the latest.
   */
  async applySettings(settings: SiteSettings): Promise<{ applied: number }> {
    if (await this.#isRetired()) return { applied: 0 };
    const known = this.#site.settings?.version ?? 0;
    if (settings.version < known) return { applied: 0 };
    if (settings.version > known) this.#site.keep(settings);
    const applied = await this.#begin({ type: 'settings' }, this.#cards.behind(settings.version));
    return { applied };
  }

  /** Lets go of a member, or of one of their sessions, here and in every conversation. */
  async dismiss(who: Dismissal): Promise<void> {
    const wasWatched = watchers.isWatched(this.ctx);
    this.#dismissals.note(who, Date.now());
    watchers.hangUpOn(this.ctx, who);
    if (wasWatched && !watchers.isWatched(this.ctx)) this.#watchingChanged();
    await this.#begin({ type: 'dismiss', who }, this.#cards.all());
  }

  /**
   * The website was deleted: every conversation it ever had is erased, those under way at once and the
   * others by and by. What stays is a mark, so that a straggler's report is answered accordingly. The
   * mark loses its meaning when a website of this id is created later.
   */
  retire(): void {
    const now = Date.now();
    const known = this.#cards.all();
    this.ctx.storage.transactionSync(() => {
      this.#site.retire(now);
      this.#cards.clear();
      this.#errands.clear();
      this.#errands.add({ type: 'purge', before: now, failures: 0 }, now);
    });
    watchers.hangUpOnAll(this.ctx, CLOSE.gone, 'gone');
    this.ctx.waitUntil(this.#begin({ type: 'erase' }, known));
  }

  /** Keeps what a report says, and tells the watchers if they would see a difference. */
  #take(report: Report): void {
    const { conversation } = report.card;
    if (this.#cards.isErased(conversation)) return;
    const change = weigh(this.#cards.find(conversation), report);
    switch (change.type) {
      case 'stale':
        return;
      case 'same':
        return this.#cards.heard(conversation, report.at);
      case 'keep':
        this.#cards.keep(conversation, change.known);
        this.#cards.heard(conversation, report.at);
        return this.#broadcast(change.tell);
      case 'drop':
        this.#cards.drop(conversation);
        return this.#broadcast(change.tell);
      default:
        return assertNever(change);
    }
  }

  /** Tells one conversation what a round is about. Answers whether a card that is shown took it up. */
  async #tell(round: Round, id: string): Promise<boolean> {
    const conversation = this.#reach(id);
    switch (round.type) {
      case 'settings':
        return this.#handSettings(id);
      case 'watch': {
        const report = await conversation.watch(watchers.isWatched(this.ctx));
        if (!report) this.gone(id);
        else this.#take(report);
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

  async #attend({ id, errand }: Due): Promise<void> {
    switch (errand.type) {
      case 'sweep':
        return this.#sweep(id);
      case 'purge':
        return this.#purge(id, errand);
      default:
        await this.#rounds.go(id);
    }
  }

  /** Sees who is still there: sockets that died without a word, conversations that crashed without one. */
  async #sweep(id: number): Promise<void> {
    const now = Date.now();
    watchers.hangUpOnSilent(this.ctx, now);
    if (!watchers.isWatched(this.ctx)) return this.#watchingChanged();
    this.#errands.update(id, { type: 'sweep' }, now + SWEEP_EVERY_MS);
    if (this.#errands.hasType('watch')) return;
    await this.#begin({ type: 'watch' }, this.#cards.quiet(now - SWEEP_EVERY_MS));
  }

  /** Erases the next conversations that D1 knows of a deleted website. */
  async #purge(id: number, { before, failures }: Purge): Promise<void> {
    const erase = (conversation: string) => this.#reach(conversation).erase();
    const outcome = await purgeSome(this.env.DB, this.#name, before, erase);
    if (outcome === 'done') return this.#errands.remove(id);
    const failed = outcome === 'stuck' ? failures + 1 : 0;
    const errand: Purge = { type: 'purge', before, failures: failed };
    this.#errands.update(id, errand, Date.now() + purgePause(failed));
  }

  /** Whether the website is no more. Only while a mark says so is it worth asking whether it came back. */
  async #isRetired(): Promise<boolean> {
    const { retiredAt } = this.#site;
    if (retiredAt === null) return false;
    if (!(await isCreatedSince(this.env.DB, this.#name, retiredAt))) return true;
    this.#site.revive();
    return false;
  }

  /** The website's id: a monitor is reached by that name alone. */
  get #name(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error('A monitor without a website.');
    return name;
  }

  #left(socket: WebSocket): void {
    if (watchers.wasWatching(socket) && !watchers.isWatched(this.ctx)) this.#watchingChanged();
  }

  /** The first watcher came, or the last one left: the conversations are told, and report. */
  #watchingChanged(): void {
    this.#errands.removeType('sweep');
    if (watchers.isWatched(this.ctx)) {
      this.#errands.add({ type: 'sweep' }, Date.now() + SWEEP_EVERY_MS);
    }
    this.ctx.waitUntil(this.#begin({ type: 'watch' }, this.#cards.all()));
  }

  async #begin(round: Round, conversations: string[]): Promise<number> {
    const going = this.#rounds.begin(round, conversations, Date.now());
    this.#arm();
    try {
      return await going;
    } finally {
      this.#arm();
    }
  }

  #broadcast(frame: MonitorFrame | null): void {
    if (frame) watchers.broadcast(this.ctx, frame);
  }

  /** The one place where the alarm is set: for the earliest errand. */
  #arm(): void {
    this.#clock.arm([this.#errands.nextDue()]);
  }
}
