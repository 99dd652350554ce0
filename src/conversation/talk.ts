/**
 * The inside of a conversation: what happens next is decided in escalation.ts, written down at once, then
 * told to everybody. Everything that can happen to a conversation comes through {@link Talk.act}.
 */
import type { Assistant } from '../assistant/assistant.ts';
import type { Env } from '../env.ts';
import { hasLeft } from '../limits/doorkeeper.ts';
import { logEvent } from '../log.ts';
import type { ReportAnswer } from '../monitor/report.ts';
import type { Entry } from '../protocol/entry.ts';
import type { StateView } from '../protocol/state.ts';
import { identified } from '../site/identity.ts';
import type { SiteSettings } from '../site/settings.ts';
import { secretsOf } from '../takeover/secrets.ts';
import { Acquaintance } from './acquaintance.ts';
import type { Admission } from './admission.ts';
import { Attendance } from './attendance.ts';
import { Courier } from './courier.ts';
import { Dispatch } from './dispatch.ts';
import { Eraser } from './eraser.ts';
import { holdsSeat } from './escalation-moves.ts';
import { begin, type Input } from './escalation-state.ts';
import { step } from './escalation.ts';
import { Liaison } from './liaison.ts';
import { OutboxStore } from './outbox-store.ts';
import { type StepContext, perform } from './perform.ts';
import { closeDeadLinks, publish, publishEntries, publishState } from './publish.ts';
import { QUESTION_LINES } from './question.ts';
import {
  aboutAfter,
  aboutHearing,
  type ConversationRecord,
  loadRecord,
  saveRecord,
  tongueFor,
} from './record.ts';
import { rulesOf } from './rules.ts';
import { create, isCreated, migrate } from './schema.ts';
import * as sockets from './sockets.ts';
import { SecondOpinion } from './second-opinion.ts';
import { Summaries } from './summaries.ts';
import { Transcript } from './transcript.ts';
import { Timekeeper } from './timekeeper.ts';
import { turnHost } from './turn-host.ts';
import { Turns } from './turn.ts';
import { loadUnderstanding } from './understanding.ts';
import { isSameView, viewOf } from './view.ts';
import { webhookJobs } from './webhook-jobs.ts';
import { aboutOf } from './welcome.ts';

export class Talk {
  readonly ctx: DurableObjectState;
  readonly transcript: Transcript;
  readonly liaison: Liaison;
  readonly attendance: Attendance;
  readonly acquaintance: Acquaintance;
  readonly dispatch: Dispatch;
  readonly turns: Turns;
  readonly summaries: Summaries;
  /** Absent where there is no model to ask. */
  readonly opinion: SecondOpinion | undefined;
  readonly #env: Env;
  readonly #outbox: OutboxStore;
  readonly #timekeeper: Timekeeper;
  readonly #eraser: Eraser;
  #record: ConversationRecord | undefined;

  constructor(ctx: DurableObjectState, env: Env, assistant: Assistant) {
    const { sql } = ctx.storage;
    this.ctx = ctx;
    this.#env = env;
    this.transcript = new Transcript(sql);
    this.#outbox = new OutboxStore(sql, (job, end, settle) =>
      this.dispatch.settled(job, end, settle),
    );
    this.dispatch = new Dispatch({
      outbox: this.#outbox,
      record: () => this.#record,
      act: (input, context) => this.act(input, context),
      write: (what) => this.#write(what),
      arm: () => this.arm(),
      log: (event, facts) => this.log(event, facts),
    });
    this.attendance = new Attendance({
      ctx,
      state: () => this.#record?.state,
      act: (input) => this.act(input),
      publishState: () => this.publishState(),
      report: () => this.liaison.attendanceChanged(),
      arm: () => this.arm(),
    });
    this.acquaintance = new Acquaintance({
      record: () => this.#record,
      note: (record) => {
        this.#record = record;
      },
      keep: (record) => this.save(record),
      tell: (record) => this.tellTeam(record),
      identified: (site, visitor) => identified(site, visitor, secretsOf(env)),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      waitUntil: (work) => ctx.waitUntil(work),
    });
    const { transcript } = this;
    const host = { sql, transcript, record: () => this.#record };
    this.summaries = new Summaries(host, assistant.remote);
    this.opinion = assistant.remote
      ? new SecondOpinion(
          {
            ...host,
            detect: async () => (await loadUnderstanding()).detect,
            act: (input, context) => this.act(input, context),
            now: () => Date.now(),
          },
          assistant.remote,
        )
      : undefined;
    this.liaison = new Liaison(env, {
      ctx,
      transcript: this.transcript,
      record: () => this.#record,
      isSeatLive: (seat) => sockets.isSeatLive(ctx, seat, Date.now()),
      answered: (answer) => this.#onReported(answer),
      learned: (settings) => this.applySettings(settings),
      remind: () => this.remind(),
    });
    const courier = new Courier(env, this.#outbox, {
      conversation: ctx.id.toString(),
      record: () => this.#record,
      messages: () => this.transcript.messages(QUESTION_LINES),
      entry: (seq) => this.transcript.page({ after: seq - 1 }, 1)[0],
      summary: () => this.summaries.handoff(),
      isHeld: (mail) => this.liaison.isHeld(mail),
      makeKnown: () => this.liaison.makeKnown(),
      forget: () => this.liaison.forgetIndex(),
      written: (write) => this.liaison.written(write),
      rested: () => this.arm(),
    });
    this.turns = new Turns(sql, turnHost(this, this.#outbox, assistant), assistant.answer);
    this.#eraser = new Eraser({
      ctx,
      close: () => this.#close(),
      forget: (site) => this.liaison.forget(site),
      erased: () => {
        this.liaison.reset();
        this.transcript.doubt();
        this.turns.doubt();
      },
      arm: () => this.arm(),
    });
    this.#timekeeper = new Timekeeper(this, {
      outbox: this.#outbox,
      courier,
      eraser: this.#eraser,
    });
    if (isCreated(sql)) {
      migrate(ctx.storage);
      this.#eraser.load();
      if (this.#eraser.due === null) this.#record = loadRecord(sql);
    }
    if (!this.#record) return;
    // What it may have to say is loaded by then.
    ctx.waitUntil(loadUnderstanding().then(() => this.turns.recover()));
    // A runtime that died said no goodbyes, and may have taken an alarm along.
    this.attendance.look();
    this.liaison.woke(Date.now());
    ctx.waitUntil(this.#timekeeper.wake());
  }

  /** Whose conversation this is and how things stand; undefined while there is none, or none any more. */
  get record(): ConversationRecord | undefined {
    return this.#record;
  }

  /** Begins a conversation with a new visitor, or brings a known one's settings up to date. */
  receive(admission: Admission & { side: 'visitor' }): void {
    const { settings, origin, network, country, device } = admission;
    this.seeWhoIsMissing();
    if (this.#record) {
      if (network !== this.#record.network) this.save({ ...this.#record, network });
      return void this.applySettings(settings);
    }
    if (admission.resumes || this.#eraser.due !== null) return;
    create(this.ctx.storage);
    for (const part of [this.transcript, this.#outbox, this.turns, this.liaison]) part.begin();
    const now = Date.now();
    const about = { device, ...(country && { country }) };
    this.save({ origin, settings, about, network, state: begin(settings.escalation.enabled, now) });
    const draft = { kind: 'event', event: 'conversation.started' } as const;
    const started = this.transcript.append(draft, now, 'event');
    const jobs = webhookJobs([started], settings.webhooks, () => crypto.randomUUID());
    for (const job of jobs) this.#outbox.add(job, now);
    this.arm();
  }

  /** A socket of the visitor's is not open any more. Nobody waits until its network's door knows. */
  left({ network, isCounted }: { network?: string; isCounted: boolean }): void {
    if (network === undefined || !isCounted) return;
    this.ctx.waitUntil(hasLeft(this.#env.DOORKEEPER, network, Date.now()));
  }

  /** Takes newer settings of the site into account, at once. */
  applySettings(settings: SiteSettings): { applied: boolean } {
    const record = this.#record;
    if (!record || settings.version <= record.settings.version) return { applied: false };
    this.save({ ...record, settings });
    this.act({ type: 'settings_changed', enabled: settings.escalation.enabled });
    // A wait, or what is kept of a talk, may have to end sooner than it had.
    this.arm();
    return { applied: true };
  }

  /** Has the state machine decide, writes what follows from it at once, then tells everybody. */
  act(input: Input, context: StepContext = {}, socket?: WebSocket): void {
    const record = this.#record;
    if (!record) return;
    const now = Date.now();
    const { settings } = record;
    const { state, effects } = step(record.state, input, now, rulesOf(settings));
    const change = this.#write(() => {
      context.alongside?.();
      const parts = { transcript: this.transcript, turns: this.turns, outbox: this.#outbox };
      const isOfNote = (entries: readonly Entry[]) => this.liaison.isOfNote(entries);
      // Whatever follows from a message is said in its language.
      const heard = aboutHearing(record.about, context.writtenIn);
      const tongue = tongueFor(heard);
      const done = perform({ ...parts, settings, tongue, isOfNote }, effects, context, now);
      const about = aboutAfter(heard, done.entries);
      if (state !== record.state || about !== record.about)
        saveRecord(this.ctx.storage.sql, { ...record, about, state }, record);
      return { ...done, about };
    });
    const next = { ...record, about: change.about, state };
    this.#record = next;
    if (state !== record.state) this.attendance.look();
    if (change.refusal && socket) sockets.send(socket, change.refusal);
    publishEntries(this.ctx, change.entries);
    if (state !== record.state || next.about !== record.about) {
      // Two of one name look the same to everybody but each other.
      const isHanded = state.phase === 'human' && !holdsSeat(record.state, state.seat.id);
      if (isHanded || !isSameView(this.view(next), this.view(record))) this.publishState();
      if (isHanded || state.link !== record.state.link || state.phase !== record.state.phase) {
        closeDeadLinks(this.ctx, state);
      }
    }
    if (change.entries.length > 0 || state !== record.state) {
      this.liaison.changed(state.phase !== record.state.phase);
    }
    if (state !== record.state) this.ctx.waitUntil(this.turns.reconsider());
    if (change.entries.some(isOffer)) this.ctx.waitUntil(this.summaries.prepareHandoff());
    if (change.owesAnswer !== null) {
      this.ctx.waitUntil(this.turns.ask(change.owesAnswer, state.generation));
    }
    // Words alone only put the next deadline off, and the alarm may ring early.
    const isDue = change.isOfNote || state !== record.state || change.owesAnswer !== null;
    if (isDue || this.#timekeeper.isOff) this.arm();
  }

  /** The alarm rang. It may ring twice, or early, or for nothing. */
  rang(): Promise<void> {
    return this.#timekeeper.rang();
  }

  /** Leaves nothing behind. False if that could not be finished: it goes on by itself. */
  erase(): Promise<boolean> {
    return this.#eraser.erase();
  }

  /** Tells everybody how things stand. */
  publishState(): void {
    if (this.#record) publishState(this.ctx, this.#record.state, this.view(this.#record));
  }

  /** Tells whoever looks at the conversation, or at its card, what is known of the visitor now. */
  tellTeam(record: ConversationRecord): void {
    publish(this.ctx, { type: 'about', about: aboutOf(record) }, 'agent');
    this.liaison.changed();
  }

  /** How things stand, as clients see it. */
  view({ state, about }: ConversationRecord): StateView {
    const isAway = (seat: string) => !sockets.isSeatLive(this.ctx, seat, Date.now());
    return viewOf(state, state.phase === 'human' && isAway(state.seat.id), about.language);
  }

  /** Notes what happened, never what was said. */
  log(event: string, facts: Record<string, string> = {}): void {
    logEvent(event, { conversation: this.ctx.id.toString(), ...facts });
  }

  /** Writes whose conversation this is and how things stand. */
  save(record: ConversationRecord): void {
    saveRecord(this.ctx.storage.sql, record, this.#record);
    this.#record = record;
  }

  /** Sets the alarm for whatever falls due first. */
  arm(): void {
    this.#timekeeper.arm();
  }

  /** A runtime that died said no goodbyes. A socket whose closing woke us says its own. */
  seeWhoIsMissing(): void {
    const network = this.#record?.network;
    // It is not known any more whether it was counted. One too few is better than one too many.
    if (this.liaison.wasMissing() && network) this.left({ network, isCounted: true });
  }

  /** What could not be told directly is told by the outbox. */
  remind(): void {
    this.#outbox.add({ kind: 'milestone' }, Date.now());
    this.arm();
  }

  /** All of it is written or, if anything fails, none. */
  #write<T>(what: () => T): T {
    try {
      return this.ctx.storage.transactionSync(what);
    } catch (error) {
      this.transcript.doubt();
      this.turns.doubt();
      throw error;
    }
  }

  #close(): string | undefined {
    const site = this.#record?.settings.site;
    if (this.#record) this.turns.silence();
    this.#record = undefined;
    return site;
  }

  async #onReported({ settings, isRetired, dismissed = [] }: ReportAnswer): Promise<void> {
    if (isRetired) return void (await this.erase());
    if (settings) this.applySettings(settings);
    for (const who of dismissed) this.attendance.dismiss(who);
  }
}

function isOffer(entry: Entry): boolean {
  return entry.kind === 'event' && entry.event === 'escalation.offered';
}
