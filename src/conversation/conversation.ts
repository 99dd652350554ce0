/**
 * The object that is one conversation, as the platform sees it: sockets, time, and what the Worker and the
 * website's monitor may ask. What happens inside is in talk.ts.
 */
import type { Card } from '../protocol/monitor.ts';
import { DurableObject } from 'cloudflare:workers';
import type { Assistant } from '../assistant/assistant.ts';
import type { Env } from '../env.ts';
import { shutOut } from '../limits/doorkeeper.ts';
import type { Dismissed, Report } from '../monitor/report.ts';
import { attach } from '../objects/attachments.ts';
import type { Millis } from '../protocol/entry.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import { parseAgentFrame, parseVisitorFrame, refIn } from '../protocol/parse.ts';
import type { SiteSettings } from '../site/settings.ts';
import { type Admission, readAdmission } from './admission.ts';
import { assistantOf } from './assistant.ts';
import { onAgentFrame, onVisitorFrame } from './frame-handlers.ts';
import { admitFrame, isFlooding, rememberFlood } from './gate.ts';
import type { End } from './outbox.ts';
import { READ_OUT_ENTRIES, type ReadOut } from './read-out.ts';
import * as sockets from './sockets.ts';
import { Talk } from './talk.ts';
import { isMailWanted, type TeamMailJob } from './team-mail-job.ts';
import type { Page } from './transcript.ts';
import { loadUnderstanding, understandingIfReady } from './understanding.ts';
import type { WebhookJob } from './webhook-jobs.ts';
import { aboutOf } from './welcome.ts';

/** The close code of a connection that broke off: there is nobody to shake hands with. */
const NO_HANDSHAKE = 1006;

/** How long whoever floods gets no further socket. */
const SHUT_OUT_MS = 60_000;

export class Conversation extends DurableObject<Env> {
  readonly #talk: Talk;

  constructor(ctx: DurableObjectState, env: Env, assistant: Assistant = assistantOf(env)) {
    super(ctx, env);
    this.#talk = new Talk(ctx, env, assistant);
    // The ping must not wake a sleeping conversation.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** Accepts the sockets that the Worker introduces, and nothing else. */
  override fetch(request: Request): Response {
    const admission = readAdmission(request);
    if (!admission) return new Response(null, { status: 400 });
    if (admission.side === 'visitor') this.#talk.receive(admission);
    else if (this.#isForeign(admission)) return new Response(null, { status: 403 });
    else if (admission.settings) this.#talk.applySettings(admission.settings);
    const { 0: client, 1: server } = new WebSocketPair();
    // By the time somebody speaks it is there. If that fails, it is tried again when they do.
    this.ctx.waitUntil(loadUnderstanding().catch(() => undefined));
    if (this.#talk.record) {
      sockets.makeRoom(this.ctx, admission.side);
      this.ctx.acceptWebSocket(server, [admission.side]);
      attach(server, sockets.attachmentFor(admission, Date.now()));
      // The monitor knows if they were let go of while they were on their way in.
      if (admission.side === 'agent' && admission.member) this.#talk.liaison.attendanceChanged();
    } else {
      // Whoever comes back to a conversation that is no more is told so, and leaves no trace.
      server.accept();
      server.close(CLOSE.gone, 'gone');
      if (admission.side === 'visitor') this.#talk.left(admission);
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer): void | Promise<void> {
    // We have hung up, and this was on its way already.
    if (socket.readyState !== WebSocket.OPEN) return;
    const understanding = understandingIfReady();
    // Once in an isolate's life. Frames that wait for it are handled in the order in which they came.
    if (!understanding) {
      return loadUnderstanding().then(
        () => this.webSocketMessage(socket, raw),
        (error: unknown) => this.#broke(socket, raw, error),
      );
    }
    const record = this.#talk.record;
    if (!record) return socket.close(CLOSE.gone, 'gone');
    const now = Date.now();
    const attachment = sockets.attachmentOf(socket);
    try {
      if (attachment.side === 'visitor') {
        const frame = admitFrame(socket, attachment, raw, parseVisitorFrame, now);
        if (frame) onVisitorFrame(this.#talk, record, socket, attachment, frame, understanding);
        else if (isFlooding(attachment, now)) this.#shutOut(attachment, now);
      } else {
        const frame = admitFrame(socket, attachment, raw, parseAgentFrame, now);
        if (frame) onAgentFrame(this.#talk, record, socket, attachment, frame);
      }
    } catch (error) {
      this.#broke(socket, raw, error);
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

  /** May ring twice, or early, or for nothing. */
  override alarm(): Promise<void> {
    return this.#talk.rang();
  }

  /** Takes newer settings of the site into account, at once. */
  applySettings(settings: SiteSettings): { applied: boolean } {
    return this.#talk.applySettings(settings);
  }

  /** Whether somebody watches the website's conversations; answers how this one stands, if it is still here. */
  watch(watched: boolean, asOf: Millis): Report | null {
    return this.#talk.record ? this.#talk.liaison.watch(watched, asOf) : null;
  }

  /** Lets go of a member of the team, or of one of their sessions, at once. */
  dismiss(who: Dismissed): void {
    this.#talk.attendance.dismiss(who);
  }

  /** The website whose conversation this is; null when there is no such conversation (any more). */
  siteOf(): string | null {
    return this.#talk.record?.settings.site ?? null;
  }

  /** A page of what was said and happened, for the team; null when there is no such conversation (any more). */
  transcript(page: Page): ReadOut | null {
    const { record, transcript } = this.#talk;
    if (!record) return null;
    return {
      site: record.settings.site,
      about: aboutOf(record),
      state: this.#talk.view(record),
      entries: transcript.page(page, READ_OUT_ENTRIES),
      last: transcript.last().seq,
    };
  }

  /** Tries again to send a mail to the team that failed, by the settings of whoever asks for it. */
  mailAgain(mail: TeamMailJob, settings: SiteSettings): 'again' | 'not_wanted' | 'gone' {
    this.#talk.applySettings(settings);
    return this.#talk.dispatch.mailAgain(mail);
  }

  /** Tells a webhook of an event once more. Whoever asks knows the delivery from D1. */
  deliverAgain(job: Omit<WebhookJob, 'kind'>): 'again' | 'gone' {
    return this.#talk.dispatch.deliverAgain(job);
  }

  /** How it stands, for a mail that names it in place of that one; null if nobody waits for that one any more. */
  concernOf(mail: TeamMailJob): Card | null {
    const { record, liaison } = this.#talk;
    return record && isMailWanted(record.state, mail) ? liaison.card() : null;
  }

  /** How a mail ended that the monitor had taken on. */
  mailSettled(mail: TeamMailJob, end: End): void {
    this.#talk.dispatch.mailSettled(mail, end);
  }

  /**
   * Leaves nothing behind, here, in D1 or with the monitor, and tells whoever is still connected. Unless
   * `isDone`, D1 or the monitor could not be reached: the conversation is closed, and goes on by itself.
   */
  async erase(): Promise<{ isDone: boolean }> {
    return { isDone: await this.#talk.erase() };
  }

  /** Members open the conversations of their own websites. */
  #isForeign({ member }: Admission & { side: 'agent' }): boolean {
    return member !== undefined && !member.sites.includes(this.#talk.record?.settings.site ?? '');
  }

  /** A bug of ours. The client learns that there was one, so that it does not resend the same frame for ever. */
  #broke(socket: WebSocket, raw: string | ArrayBuffer, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
    this.#talk.log('frame.failed', { reason });
    const why = { code: 'internal', message: 'Something broke on our side.' } as const;
    sockets.refuse(socket, why, refIn(raw));
  }

  /** Whoever floods gets no further socket for a while. Those of others who share their network stay. */
  #shutOut({ network }: sockets.VisitorAttachment, now: Millis): void {
    this.#talk.log('visitor.flooded');
    rememberFlood(network, now + SHUT_OUT_MS);
    this.ctx.waitUntil(shutOut(this.env.DOORKEEPER, network, SHUT_OUT_MS, now));
  }

  /** Presence changed: the visitor, or a person who took over, may have gone. */
  #onGone(socket: WebSocket): void {
    const attachment = sockets.attachmentOf(socket);
    if (attachment.side === 'visitor') {
      this.#talk.liaison.wasMissing();
      this.#talk.left(attachment);
    }
    const state = this.#talk.record?.state;
    if (!state) return;
    if (attachment.side === 'visitor') {
      if (this.#talk.liaison.visitorLeft(Date.now())) this.#talk.arm();
      return;
    }
    this.#talk.attendance.left(attachment);
  }
}
