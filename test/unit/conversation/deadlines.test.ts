import { describe, expect, it } from 'vitest';
import {
  IDLE_END_MS,
  LEAVE_MS,
  nextDeadline,
  type Silence,
} from '../../../src/conversation/deadlines.ts';
import { after, alex, asks, goesOn, mailed, play, START, takesOver, yes } from './play.ts';
import { awayUntil, RULES } from './rules.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const silence: Silence = {
  lastAt: START,
  isWorthKeeping: true,
  retentionDays: 90,
  leftAt: null,
  seatDueAt: null,
};

describe('what falls due next', () => {
  const waiting = after(asks, yes, mailed(true));
  const human = after(asks, yes, takesOver(alex));

  it('is the end of a silent conversation, or its erasure if nothing came of it', () => {
    for (const state of [after(), after(asks)]) {
      expect(nextDeadline(state, silence, RULES)).toEqual({
        at: START + IDLE_END_MS,
        due: 'idle_end',
      });
      const empty = { ...silence, isWorthKeeping: false };
      expect(nextDeadline(state, empty, RULES).due).toBe('erase');
    }
  });

  it('is the erasure of one that has ended, as late as its website keeps it', () => {
    const ended = after({ type: 'visitor_ended' });
    expect(nextDeadline(ended, silence, RULES)).toEqual({ at: START + 90 * DAY_MS, due: 'erase' });
  });

  it('is the next rung of a wait, whenever somebody spoke last', () => {
    const rung = { at: START + RULES.remindMs, due: 'rung' };
    expect(nextDeadline(waiting, silence, RULES)).toEqual(rung);
    expect(nextDeadline(waiting, { ...silence, lastAt: START + 1 }, RULES)).toEqual(rung);
    const reminded = play(waiting, [goesOn], START + RULES.remindMs).state;
    expect(nextDeadline(reminded, silence, RULES)).toEqual({
      at: START + RULES.askMs,
      due: 'rung',
    });
  });

  it('is a rung after the team is back, where that is later than a silent conversation would end', () => {
    const back = START + 3 * DAY_MS;
    const rules = awayUntil(back);
    const { state } = play(after(), [asks, yes], START, rules);
    expect(nextDeadline(state, silence, rules)).toEqual({ at: back + RULES.remindMs, due: 'rung' });
  });

  it('is a look at the seat of whoever took over, if that comes before the end', () => {
    const idleAt = START + IDLE_END_MS;
    const seen = (seatDueAt: number | null) =>
      nextDeadline(human, { ...silence, seatDueAt }, RULES);
    expect(seen(START + 1)).toEqual({ at: START + 1, due: 'seat' });
    expect(seen(idleAt - 1).due).toBe('seat');
    expect(seen(idleAt)).toEqual({ at: idleAt, due: 'idle_end' });
    expect(seen(null)).toEqual({ at: idleAt, due: 'idle_end' });
  });

  it('is the visitor’s leaving, if nothing comes before it', () => {
    const leftAt = START + RULES.remindMs - LEAVE_MS;
    const left = (at: number) => nextDeadline(waiting, { ...silence, leftAt: at }, RULES).due;
    expect(left(leftAt - 1)).toBe('visitor_left');
    expect(left(leftAt)).toBe('rung');
  });
});
