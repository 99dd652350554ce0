/**
 * The inside of a conversation: what happens next is decided in escalation.ts, written down at once, then
 * told to everybody. Everything that can happen to a conversation comes through {@link Talk.act}.
 */
import type { Assistant } from '../assistant/assistant.ts';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import type { ReportAnswer } from '../monitor/report.ts';
import { loadDetector } from '../intent/detector.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry, Millis } from '../protocol/entry.ts';
import type { StateView } from '../protocol/state.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Admission } from './admission.ts';
import { Attendance } from './attendance.ts';
import { AlarmClock } from '../objects/alarm-clock.ts';
import { Courier } from './courier.ts';
import { nextDeadline } from './deadlines.ts';
import { Dispatch } from './dispatch.ts';
import { Eraser } from './eraser.ts';
import { holdsSeat } from './escalation-moves.ts';
import { begin, type Escalation, type Input } from './escalation-state.ts';
import { step } from './escalation.ts';
import { Liaison } from './liaison.ts';
import { OutboxStore } from './outbox-store.ts';
import { type Doing, perform } from './perform.ts';
import { closeDeadLinks, publishEntries, publishState } from './publish.ts';
import { QUESTION_LINES } from './question.ts';
import { aboutAfter, type ConversationRecord, loadRecord, saveRecord } from './record.ts';
import { rulesOf } from './rules.ts';
import { isCreated, migrate } from './schema.ts';
import * as sockets from './sockets.ts';
import { SecondOpinion } from './second-opinion.ts';
import { Summaries } from './summaries.ts';
import { Transcript } from './transcript.ts';
import { turnHost } from './turn-host.ts';
import { Turns } from './turn.ts';
import { isSameView, viewOf } from './view.ts';
import { webhookJobs } from './webhook-jobs.ts';

export class Talk {
  readonly ctx: DurableObjectState;
  readonly transcript: Transcript;
  readonly liaison: Liaison;
  readonly attendance: Attendance;
  readonly dispatch: Dispatch;
  readonly turns: Turns;
  readonly summaries: Summaries;
  /** Absent where there is no model to ask. */
  readonly opinion: SecondOpinion | undefined;
  readonly #outbox: OutboxStore;
  readonly #courier: Courier;
  readonly #clock: AlarmClock;
  readonly #eraser: Eraser;
  #record: ConversationRecord | undefined;

  constructor(ctx: DurableObjectState, env: Env, assistant: Assistant) {
    const { sql } = ctx.storage;
    this.ctx = ctx;
    this.transcript = new Transcript(sql);
    this.#outbox = new OutboxStore(sql, (job, end) => this.dispatch.settled(job, end));
    this.dispatch = new Dispatch({
      outbox: this.#outbox,
      record: () => this.#record,
      act: (input) => this.act(input),
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
    const { transcript } = this;
    const host = { sql, transcript, record: () => this.#record };
    this.summaries = new Summaries(host, assistant.remote);
    this.opinion = assistant.remote
      ? new SecondOpinion(
          {
            ...host,
            detect: loadDetector,
            act: (input, doing) => this.act(input, doing),
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
      remind: () => this.#remind(),
    });
    this.#courier = new Courier(env, this.#outbox, {
      conversation: ctx.id.toString(),
      record: () => this.#record,
      messages: () => this.transcript.messages(QUESTION_LINES),
      entry: (seq) => this.transcript.page({ after: seq - 1 }, 1)[0],
      summary: () => this.summaries.handoff(),
      isHeld: (mail) => this.liaison.isHeld(mail),
      makeKnown: () => this.liaison.makeKnown(),
      forget: () => this.liaison.forgetIndex(),
      written: (write) => this.liaison.written(write),
    });
    this.turns = new Turns(sql, turnHost(this, this.#outbox, assistant), assistant.answer);
    this.#clock = new AlarmClock(ctx);
    this.#eraser = new Eraser({
      ctx,
      close: () => this.#close(),
      forget: (site) => this.liaison.forget(site),
      erased: () => this.liaison.reset(),
      arm: () => this.arm(),
    });
    if (isCreated(sql)) {
      migrate(ctx.storage);
      this.#eraser.load();
      if (this.#eraser.due === null) this.#record = loadRecord(sql);
    }
    if (!this.#record) return;
    ctx.waitUntil(this.turns.recover());
    // A runtime that died said no goodbyes, and may have taken an alarm along.
    this.attendance.look();
    if (this.liaison.woke(Date.now()) || this.#record.state.phase === 'human') this.arm();
  }

  /** Whose conversation this is and how things stand; undefined while there is none, or none any more. */
  get record(): ConversationRecord | undefined {
    return this.#record;
  }

  /** Begins a conversation with a new visitor, or brings a known one's settings up to date. */
  receive(admission: Admission & { side: 'visitor' }): void {
    const { settings, origin, network, country, device } = admission;
    if (this.#record) {
      if (network !== this.#record.network) this.save({ ...this.#record, network });
      return void this.applySettings(settings);
    }
    if (admission.resumes || this.#eraser.due !== null) return;
    migrate(this.ctx.storage);
    const now = Date.now();
    const about = { device, ...(country && { country }) };
    this.save({ origin, settings, about, network, state: begin(settings.escalation.enabled, now) });
    const draft = { kind: 'event', event: 'conversation.started' } as const;
    const started = this.transcript.append(draft, now, 'event');
    const jobs = webhookJobs([started], settings.webhooks, () => crypto.randomUUID());
    for (const job of jobs) this.#outbox.add(job, now);
    this.arm();
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
  act(input: Input, doing: Doing = {}, socket?: WebSocket): void {
    const record = this.#record;
    if (!record) return;
    const now = Date.now();
    const { settings } = record;
    const { state, effects } = step(record.state, input, now, rulesOf(settings));
    const change = this.ctx.storage.transactionSync(() => {
      const parts = { transcript: this.transcript, turns: this.turns, outbox: this.#outbox };
      const isOfNote = (entries: readonly Entry[]) => this.liaison.isOfNote(entries);
      const done = perform({ ...parts, settings, isOfNote }, effects, doing, now);
      const about = aboutAfter(record.about, done.entries);
      if (state !== record.state || about !== record.about)
        saveRecord(this.ctx.storage.sql, { ...record, about, state });
      return { ...done, about };
    });
    this.#record = { ...record, about: change.about, state };
    if (state !== record.state) this.attendance.look();
    if (change.refusal && socket) sockets.send(socket, change.refusal);
    publishEntries(this.ctx, change.entries);
    if (state !== record.state) {
      // Two of one name look the same to everybody but each other.
      const isHanded = state.phase === 'human' && !holdsSeat(record.state, state.seat.id);
      if (isHanded || !isSameView(this.view(state), this.view(record.state))) this.publishState();
      if (isHanded || state.link !== record.state.link || state.phase !== record.state.phase) {
        closeDeadLinks(this.ctx, state);
      }
    }
    if (change.entries.length > 0 || state !== record.state) this.liaison.changed();
    if (state !== record.state) this.ctx.waitUntil(this.turns.reconsider());
    if (change.entries.some(isOffer)) this.ctx.waitUntil(this.summaries.prepareHandoff());
    if (change.owesAnswer !== null) {
      this.ctx.waitUntil(this.turns.ask(change.owesAnswer, state.generation));
    }
    // Words alone only put the next deadline off, and the alarm may ring early.
    const isDue = change.isOfNote || state !== record.state || change.owesAnswer !== null;
    if (isDue || !this.#clock.isSet) this.arm();
  }

  /** Does what is due. It may be asked twice, or early, or for nothing: every part looks for itself. */
  async rang(): Promise<void> {
    this.#clock.rang();
    const { due } = this.#eraser;
    if (due !== null && due <= Date.now()) await this.erase();
    if (!this.#record) return this.arm();
    try {
      this.ctx.waitUntil(this.turns.expire(Date.now()));
      // Not awaited: a mail server that takes its time must not keep the alarm from ringing again.
      this.ctx.waitUntil(this.#courier.run().finally(() => this.arm()));
      await this.#passTime(Date.now());
    } finally {
      this.arm();
    }
  }

  /** Leaves nothing behind. False if that could not be finished: it goes on by itself. */
  erase(): Promise<boolean> {
    return this.#eraser.erase();
  }

  /** Tells everybody how things stand. */
  publishState(): void {
    if (this.#record) publishState(this.ctx, this.#record.state, this.view(this.#record.state));
  }

  /** How things stand, as clients see it. */
  view(state: Escalation): StateView {
    const isAway = (seat: string) => !sockets.isSeatLive(this.ctx, seat, Date.now());
    return viewOf(state, state.phase === 'human' && isAway(state.seat.id));
  }

  /** Notes what happened, never what was said. */
  log(event: string, facts: Record<string, string> = {}): void {
    logEvent(event, { conversation: this.ctx.id.toString(), ...facts });
  }

  /** Writes whose conversation this is and how things stand. */
  save(record: ConversationRecord): void {
    this.#record = record;
    saveRecord(this.ctx.storage.sql, record);
  }

  /** The one place where the alarm is set: for the earliest of everything that falls due. */
  arm(): void {
    if (this.#eraser.due !== null) return this.#clock.arm([this.#eraser.due]);
    const deadline = this.#deadline();
    if (!deadline) return;
    const job = this.#outbox.nextDue(this.#courier.underWay, Date.now());
    this.#clock.arm([deadline.at, this.turns.deadline(), job]);
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

  /** What could not be told directly is told by the outbox. */
  #remind(): void {
    this.#outbox.add({ kind: 'milestone' }, Date.now());
    this.arm();
  }

  async #passTime(now: Millis): Promise<void> {
    const deadline = this.#deadline();
    if (!deadline || now < deadline.at) return;
    switch (deadline.due) {
      case 'erase':
        await this.erase();
        return;
      case 'visitor_left':
        return this.liaison.visitorGone() ? this.#remind() : undefined;
      case 'rung':
        return this.act({ type: 'wait_went_on' });
      case 'seat':
        return this.attendance.see(now);
      case 'idle_end':
        return this.act({ type: 'went_idle' });
      default:
        return assertNever(deadline.due);
    }
  }

  #deadline() {
    if (!this.#record) return null;
    const { state, settings } = this.#record;
    const silence = {
      lastAt: this.transcript.last().at,
      isWorthKeeping: state.escalations > 0 || this.transcript.hasMessages(),
      retentionDays: settings.retentionDays,
      leftAt: this.liaison.leftAt,
      seatDueAt: this.attendance.dueAt,
    };
    return nextDeadline(state, silence, rulesOf(settings));
  }
}

function isOffer(entry: Entry): boolean {
  return entry.kind === 'event' && entry.event === 'escalation.offered';
}
