/** The time of a conversation: one alarm, for whatever falls due first, and what happens when it rings. */
import { AlarmClock } from '../objects/alarm-clock.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Courier } from './courier.ts';
import { nextDeadline } from './deadlines.ts';
import type { Eraser } from './eraser.ts';
import type { OutboxStore } from './outbox-store.ts';
import { rulesOf } from './rules.ts';
import type { Talk } from './talk.ts';
import { loadUnderstanding } from './understanding.ts';

/** What has a time of its own, besides the talk itself. */
interface Timed {
  readonly outbox: OutboxStore;
  readonly courier: Courier;
  readonly eraser: Eraser;
}

export class Timekeeper {
  readonly #talk: Talk;
  readonly #outbox: OutboxStore;
  readonly #courier: Courier;
  readonly #eraser: Eraser;
  readonly #clock: AlarmClock;

  constructor(talk: Talk, { outbox, courier, eraser }: Timed) {
    this.#talk = talk;
    this.#outbox = outbox;
    this.#courier = courier;
    this.#eraser = eraser;
    this.#clock = new AlarmClock(talk.ctx);
  }

  /** Whether no alarm is set, as far as is known. */
  get isOff(): boolean {
    return this.#clock.isOff;
  }

  /** The object is awake again: sees to it that the alarm is set, whatever an earlier instance left. */
  async wake(): Promise<void> {
    await this.#clock.look();
    this.arm();
  }

  /** The one place where the alarm is set: for the earliest of everything that falls due. */
  arm(): void {
    if (this.#eraser.due !== null) return this.#clock.arm([this.#eraser.due]);
    const deadline = this.#deadline();
    if (!deadline) return;
    const job = this.#outbox.nextDue((lane) => this.#courier.isBusy(lane), Date.now());
    this.#clock.arm([deadline.at, this.#talk.turns.deadline(), job]);
  }

  /** Does what is due. It may be asked twice, or early, or for nothing: every part looks for itself. */
  async rang(): Promise<void> {
    const talk = this.#talk;
    this.#clock.rang();
    talk.seeWhoIsMissing();
    const { due } = this.#eraser;
    if (due !== null && due <= Date.now()) await talk.erase();
    if (!talk.record) return this.arm();
    await loadUnderstanding();
    try {
      talk.ctx.waitUntil(talk.turns.expire(Date.now()));
      // Not awaited: a mail server that takes its time must not keep the alarm from ringing again.
      talk.ctx.waitUntil(this.#courier.run());
      await this.#passTime(Date.now());
    } finally {
      this.arm();
    }
  }

  async #passTime(now: Millis): Promise<void> {
    const talk = this.#talk;
    const deadline = this.#deadline();
    if (!deadline || now < deadline.at) return;
    switch (deadline.due) {
      case 'erase':
        await talk.erase();
        return;
      case 'visitor_left':
        return talk.liaison.visitorGone() ? talk.remind() : undefined;
      case 'rung':
        return talk.act({ type: 'wait_went_on' });
      case 'seat':
        return talk.attendance.see(now);
      case 'idle_end':
        return talk.act({ type: 'went_idle' });
      default:
        return assertNever(deadline.due);
    }
  }

  #deadline() {
    const { record, transcript, liaison, attendance } = this.#talk;
    if (!record) return null;
    const { state, settings } = record;
    const silence = {
      lastAt: transcript.last().at,
      isWorthKeeping: state.escalations > 0 || transcript.hasMessages(),
      retentionDays: settings.retentionDays,
      leftAt: liaison.leftAt,
      seatDueAt: attendance.dueAt,
    };
    return nextDeadline(state, silence, rulesOf(settings));
  }
}
