/** When a conversation must act although nobody said anything. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Escalation, Rules } from './escalation-state.ts';
import { nextRungAt } from './ladder.ts';

/** A conversation in which nothing was said for this long has ended. */
export const IDLE_END_MS = 24 * 60 * 60 * 1000;

/** A visitor whose last page closed is taken for gone after this long: going to the next page is no leaving. */
export const LEAVE_MS = 5_000;

const DAY_MS = 24 * 60 * 60 * 1000;

type Deadline = { at: Millis; due: 'idle_end' | 'erase' | 'visitor_left' | 'rung' | 'seat' };

export interface Silence {
  /** When the last entry was made. */
  lastAt: Millis;
  /** Whether anything came of it; a chat that was only opened leaves no trace. */
  isWorthKeeping: boolean;
  retentionDays: number;
  /** Since when no page of the visitor's is open, while they still count as being here. */
  leftAt: Millis | null;
  /** When it is to be seen whether whoever took over is still there; null where they would say goodbye. */
  seatDueAt: Millis | null;
}

/** The next thing that falls due by the passing of time alone. */
export function nextDeadline(state: Escalation, silence: Silence, rules: Rules): Deadline {
  const settled = whenSettled(state, silence, rules);
  const goneAt = silence.leftAt === null ? Infinity : silence.leftAt + LEAVE_MS;
  return goneAt < settled.at ? { at: goneAt, due: 'visitor_left' } : settled;
}

function whenSettled(state: Escalation, silence: Silence, rules: Rules): Deadline {
  const { lastAt, seatDueAt } = silence;
  const idleAt = lastAt + IDLE_END_MS;
  switch (state.phase) {
    case 'ended':
      return { at: lastAt + silence.retentionDays * DAY_MS, due: 'erase' };
    case 'waiting':
      return { at: nextRungAt(state, rules), due: 'rung' };
    case 'human':
      if (seatDueAt !== null && seatDueAt < idleAt) return { at: seatDueAt, due: 'seat' };
      return { at: idleAt, due: 'idle_end' };
    case 'assistant':
    case 'offered':
      return { at: idleAt, due: silence.isWorthKeeping ? 'idle_end' : 'erase' };
    default:
      return assertNever(state);
  }
}
