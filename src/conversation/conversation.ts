/**
 * The object that is one conversation. It wires sockets, storage and time to the modules beside it
 * and holds no rule of its own: what happens next is decided in escalation.ts.
 */
import { DurableObject } from 'cloudflare:workers';
import { createAnswerer } from '../assistant/answer.ts';
import type { Answerer } from '../assistant/answerer.ts';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { assertNever } from '../protocol/assert-never.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import type { Millis } from '../protocol/entry.ts';
import { parseAgentFrame, parseVisitorFrame, refIn } from '../protocol/parse.ts';
import type { StateView } from '../protocol/state.ts';
import { findArticles } from '../site/knowledge.ts';
import type { SiteSettings } from '../site/settings.ts';
import { type Admission, readAdmission } from './admission.ts';
import { AlarmClock } from './alarm-clock.ts';
import { Courier } from './courier.ts';
import { nextDeadline } from './deadlines.ts';
import { begin, type Escalation, type Input } from './escalation-state.ts';
import { step } from './escalation.ts';
import { type FrameHost, onAgentFrame, onVisitorFrame } from './frame-handlers.ts';
import { admitFrame } from './gate.ts';
import { NO_ANSWER } from './lines.ts';
import type { Job } from './outbox.ts';
import { OutboxStore } from './outbox-store.ts';
import { type Doing, perform } from './perform.ts';
import { closeDeadLinks, publish, publishEntries, publishState } from './publish.ts';
import { QUESTION_LINES, questionFrom } from './question.ts';
import { type ConversationRecord, loadRecord, saveRecord } from './record.ts';
import { isCreated, migrate } from './schema.ts';
import * as sockets from './sockets.ts';
import type { Attachment } from './sockets.ts';
import { Transcript } from './transcript.ts';
import { type Answer, type TurnHost, Turns } from './turn.ts';
import { isSameView, roleOf, viewOf } from './view.ts';
import { welcomeFor } from './welcome.ts';

/** The close code of a connection that broke off: there is nobody to shake hands with. */
const NO_HANDSHAKE = 1006;

export class Conversation extends DurableObject<Env> {
  readonly #transcript: Transcript;
  readonly #outbox: OutboxStore;
  readonly #courier: Courier;
  readonly #turns: Turns;
  readonly #clock: AlarmClock;
  readonly #host: FrameHost;
  #record: ConversationRecord | undefined;

  constructor(
    ctx: DurableObjectState,
    env: Env,
    answerer: Answerer = createAnswerer({
      findArticles: (site, question, limit) => findArticles(env.DB, site, question, limit),
    }),
  ) {
    super(ctx, env);
    const { sql } = ctx.storage;
    this.#transcript = new Transcript(sql);
    this.#outbox = new OutboxStore(sql, (job, accepted) => this.#onSettled(job, accepted));
    this.#courier = new Courier(env, this.#outbox, {
      conversation: ctx.id.toString(),
      record: () => this.#record,
      messages: () => this.#transcript.messages(QUESTION_LINES),
    });
    this.#turns = new Turns(sql, this.#turnHost(), answerer);
    this.#clock = new AlarmClock(ctx);
    this.#host = {
      ctx,
      transcript: this.#transcript,
      act: (input, doing, socket) => this.#act(input, doing, socket),
      save: (record) => this.#save(record),
      welcome: (socket, attachment, lastSeq) => this.#welcome(socket, attachment, lastSeq),
      publishState: () => this.#publishState(),
    };
    if (isCreated(sql)) {
      migrate(ctx.storage);
      this.#record = loadRecord(sql);
    }
    // The ping must not wake a sleeping conversation.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    if (this.#record) ctx.waitUntil(this.#turns.recover());
  }

  /** Accepts the sockets that the Worker introduces, and nothing else. */
  override fetch(request: Request): Response {
    const admission = readAdmission(request);
    if (!admission) return new Response(null, { status: 400 });
    if (admission.side === 'visitor') this.#receive(admission);
    const { 0: client, 1: server } = new WebSocketPair();
    if (this.#record) {
      sockets.makeRoom(this.ctx, admission.side);
      this.ctx.acceptWebSocket(server, [admission.side]);
      server.serializeAttachment(sockets.attachmentFor(admission, Date.now()));
    } else {
      // Whoever comes back to a conversation that is no more is told so, and leaves no trace.
      server.accept();
      server.close(CLOSE.gone, 'gone');
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer): void {
    const record = this.#record;
    if (!record) return socket.close(CLOSE.gone, 'gone');
    const now = Date.now();
    const attachment = sockets.attachmentOf(socket);
    try {
      if (attachment.side === 'visitor') {
        const frame = admitFrame(socket, attachment, parseVisitorFrame(raw), now);
        if (frame) onVisitorFrame(this.#host, record, socket, attachment, frame);
      } else {
        const frame = admitFrame(socket, attachment, parseAgentFrame(raw), now);
        if (frame) onAgentFrame(this.#host, record, socket, attachment, frame);
      }
    } catch (error) {
      // A bug of ours. The client learns that there was one, lest it says the same thing for ever.
      const reason = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
      this.#log('frame.failed', { reason });
      const why = { code: 'internal', message: 'Something broke on our side.' } as const;
      sockets.refuse(socket, why, refIn(raw));
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // The platform completes the handshake of hibernating sockets only if it is told to.
    if (code !== NO_HANDSHAKE) socket.close(1000);
    this.#onGone(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#onGone(socket);
  }

  /** Does what is due. It may ring twice, or early, or for nothing: every part looks for itself. */
  override async alarm(): Promise<void> {
    this.#clock.rang();
    if (!this.#record) return;
    try {
      this.ctx.waitUntil(this.#turns.expire(Date.now()));
      await this.#courier.run();
      await this.#passTime(Date.now());
    } finally {
      this.#arm();
    }
  }

  /** Takes newer settings of the site into account, at once. */
  applySettings(settings: SiteSettings): { applied: boolean } {
    const record = this.#record;
    if (!record || settings.version <= record.settings.version) return { applied: false };
    this.#save({ ...record, settings });
    this.#act({ type: 'settings_changed', enabled: settings.escalation.enabled });
    return { applied: true };
  }

  /** Begins a conversation with a new visitor, or brings a known one's settings up to date. */
  #receive(admission: Admission & { side: 'visitor' }): void {
    const { settings, origin, country, device } = admission;
    if (this.#record) return void this.applySettings(settings);
    if (admission.resumes) return;
    migrate(this.ctx.storage);
    const now = Date.now();
    const about = { device, ...(country && { country }) };
    this.#save({ origin, settings, about, state: begin(settings.escalation.enabled, now) });
    this.#transcript.append({ kind: 'event', event: 'conversation.started' }, now, 'event');
    this.#arm();
  }

  #welcome(socket: WebSocket, attachment: Attachment, lastSeq: number): void {
    const record = this.#record;
    if (!record) return;
    const state = this.#view(record.state);
    const arrival = { conversation: this.ctx.id.toString(), record, state, lastSeq };
    const frames = welcomeFor(attachment, this.#transcript, arrival);
    for (const frame of frames) sockets.send(socket, frame);
    const draft = this.#turns.draft();
    if (draft) sockets.send(socket, { type: 'draft', ...draft });
  }

  /** Has the state machine decide, writes what follows from it at once, then tells everybody. */
  #act(input: Input, doing: Doing = {}, socket?: WebSocket): void {
    const record = this.#record;
    if (!record) return;
    const now = Date.now();
    const { state, effects } = step(record.state, input, now);
    const { assistantName, contact } = record.settings;
    const change = this.ctx.storage.transactionSync(() => {
      const parts = { transcript: this.#transcript, turns: this.#turns, outbox: this.#outbox };
      const done = perform({ ...parts, assistantName, contact }, effects, doing, now);
      if (state !== record.state) saveRecord(this.ctx.storage.sql, { ...record, state });
      return done;
    });
    this.#record = { ...record, state };
    if (change.refusal && socket) sockets.send(socket, change.refusal);
    publishEntries(this.ctx, change.entries);
    if (state !== record.state) {
      if (!isSameView(this.#view(state), this.#view(record.state))) this.#publishState();
      if (state.link !== record.state.link || state.phase !== record.state.phase) {
        closeDeadLinks(this.ctx, state);
      }
    }
    if (change.owesAnswer !== null) {
      this.ctx.waitUntil(this.#turns.ask(change.owesAnswer, state.generation));
    }
    // Words alone only put the next deadline off, and the alarm may ring early.
    if (state !== record.state || change.owesAnswer !== null || !this.#clock.isSet) this.#arm();
  }

  #turnHost(): TurnHost {
    return {
      question: (askedFrom) => {
        if (!this.#record) throw new Error('A turn without a conversation.');
        const open = this.#transcript.open(askedFrom, QUESTION_LINES);
        const lines = this.#transcript.messages(QUESTION_LINES);
        const question = questionFrom(this.#record, lines, open);
        return { question, through: open.at(-1)?.seq ?? askedFrom };
      },
      draft: (turn, text) => publish(this.ctx, { type: 'draft', turn, text }),
      answered: (generation, answer, isLast) => this.#onAnswered(generation, answer, isLast),
      failure: (reason) => this.#log('answer.failed', { reason }),
      now: () => Date.now(),
    };
  }

  #onAnswered(generation: number, answer: Answer, isLast: boolean): void {
    const said = answer.outcome === 'said';
    this.#act(
      { type: 'assistant_answered', generation, answered: said && answer.answered, isLast },
      { answer: said ? answer : { text: NO_ANSWER, sources: [], through: answer.through } },
    );
  }

  #onSettled({ escalation }: Job, accepted: boolean): void {
    this.#log(accepted ? 'team.notified' : 'team.unreachable');
    this.#act({ type: 'mail_settled', escalation, accepted });
  }

  async #passTime(now: Millis): Promise<void> {
    const deadline = this.#deadline();
    if (!deadline || now < deadline.at) return;
    switch (deadline.due) {
      case 'erase':
        return this.#erase();
      case 'idle_end':
        return this.#act({ type: 'went_idle' });
      default:
        return assertNever(deadline.due);
    }
  }

  /** Presence changed: a person who took over may have gone. */
  #onGone(socket: WebSocket): void {
    const attachment = sockets.attachmentOf(socket);
    const state = this.#record?.state;
    if (state && roleOf(attachment, state) === 'agent') this.#publishState();
  }

  #publishState(): void {
    if (this.#record) publishState(this.ctx, this.#record.state, this.#view(this.#record.state));
  }

  #view(state: Escalation): StateView {
    return viewOf(state, state.phase === 'human' && !sockets.isSeatLive(this.ctx, state.seat.id));
  }

  #log(event: string, facts: Record<string, string> = {}): void {
    logEvent(event, { conversation: this.ctx.id.toString(), ...facts });
  }

  #save(record: ConversationRecord): void {
    this.#record = record;
    saveRecord(this.ctx.storage.sql, record);
  }

  /** Leaves nothing behind, and tells whoever is still connected. */
  async #erase(): Promise<void> {
    if (this.#record) this.#turns.silence();
    this.#record = undefined;
    await this.ctx.storage.deleteAll();
    for (const socket of sockets.openSockets(this.ctx)) socket.close(CLOSE.gone, 'gone');
  }

  #deadline() {
    if (!this.#record) return null;
    const { state, settings } = this.#record;
    return nextDeadline(state, {
      lastAt: this.#transcript.last().at,
      isWorthKeeping: state.escalations > 0 || this.#transcript.hasMessages(),
      retentionDays: settings.retentionDays,
    });
  }

  /** The one place where the alarm is set: for the earliest of everything that falls due. */
  #arm(): void {
    const deadline = this.#deadline();
    if (deadline) this.#clock.arm([deadline.at, this.#turns.deadline(), this.#outbox.nextDue()]);
  }
}
