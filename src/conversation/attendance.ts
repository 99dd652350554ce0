/** Who of the team is there: whoever took over, those who look on, and those who are let go. */
import type { Dismissed } from '../monitor/report.ts';
import type { Millis } from '../protocol/entry.ts';
import { holdsSeat } from './escalation-moves.ts';
import type { Escalation, Input } from './escalation-state.ts';
import { Lease } from './lease.ts';
import { memberSeat } from './seat.ts';
import * as sockets from './sockets.ts';
import { roleOf } from './view.ts';

interface AttendanceHost {
  ctx: DurableObjectState;
  state(): Escalation | undefined;
  act(input: Input): void;
  /** Tells everybody how things stand. */
  publishState(): void;
  /** Tells the website's monitor. */
  report(): void;
  /** Something may fall due sooner. */
  arm(): void;
}

export class Attendance {
  readonly #host: AttendanceHost;
  readonly #lease: Lease;

  constructor(host: AttendanceHost) {
    this.#host = host;
    this.#lease = new Lease(host.ctx);
  }

  /** Somebody came or went. */
  changed(who: sockets.Attachment): void {
    const { state, publishState, report, arm } = this.#host;
    const now = state();
    if (!now) return;
    if (roleOf(who, now) === 'agent') {
      this.look();
      // The visitor sees whether whoever took over is there.
      publishState();
      arm();
    }
    report();
  }

  /** A socket has closed. */
  left(who: sockets.Attachment): void {
    const state = this.#host.state();
    if (who.side === 'agent' && state && roleOf(who, state) === 'agent')
      sockets.leaveAlone(this.#host.ctx, who.id, Date.now());
    this.changed(who);
  }

  /** Lets go of a member, at once. A conversation that a removed one had is the assistant's again. */
  dismiss(who: Dismissed): void {
    const { ctx, act, publishState, report, arm } = this.#host;
    const state = this.#host.state();
    if (!state) return;
    const hungUp = sockets.dismiss(ctx, who);
    const id = memberSeat(who.member);
    // Whoever was let go and came back may have it again, and keeps it.
    const isTheirs = holdsSeat(state, id) && (hungUp || state.since <= who.at);
    if (who.isRemoved && isTheirs) act({ type: 'handed_back', id, note: '' });
    if (who.isRemoved) act({ type: 'seat_forgotten', id });
    if (!hungUp) return;
    this.look();
    publishState();
    report();
    arm();
  }

  /** Looks whether whoever took over is there, and notes since when they are not. */
  look(): void {
    const state = this.#host.state();
    if (state?.phase === 'human') this.#lease.look(state.seat.id, Date.now());
    else this.#lease.close();
  }

  /** When to {@link see} after whoever took over; null where they would say goodbye. */
  get dueAt(): Millis | null {
    const state = this.#host.state();
    return state?.phase === 'human' ? this.#lease.dueAt(state.seat.id) : null;
  }

  /** The lease may have run out. Whoever went without a word is let go of. */
  see(now: Millis): void {
    this.look();
    const state = this.#host.state();
    if (state?.phase !== 'human' || !this.#lease.isOver(now)) return;
    for (const socket of sockets.seatSockets(this.#host.ctx, state.seat.id)) {
      socket.close(1000, 'no sign of life');
    }
    this.#host.act({ type: 'seat_lost' });
  }
}
