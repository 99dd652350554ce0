import { describe, expect, it } from 'vitest';
import { begin, readEscalation } from '../../../src/conversation/escalation-state.ts';
import { after, alex, asks, goesOn, mailed, play, START, takesOver, yes } from './play.ts';
import { RULES } from './rules.ts';

/** A state as it was stored before there were promises. */
const old = {
  since: START,
  generation: 4,
  enabled: true,
  declined: false,
  unanswered: 1,
  escalations: 1,
  link: 1,
  note: 'Wants blue',
};

const news = { contact: 'unasked', contacts: 0, passedOn: 0, missed: 0, lost: null };

const read = (state: object) => readEscalation(JSON.stringify(state));

describe('a stored state', () => {
  it('is read as it was written, in every phase', () => {
    const waiting = after(asks, yes, mailed(true));
    for (const state of [
      begin(false, START),
      after(asks),
      waiting,
      play(waiting, [goesOn], START + RULES.askMs).state,
      after(takesOver({ ...alex, escalation: null })),
      after(takesOver({ ...alex, escalation: null }), { type: 'seat_lost' }),
      after({ type: 'visitor_ended' }),
    ]) {
      expect(read(state)).toEqual(state);
    }
  });

  it.each(['assistant', 'ended'])('of an older version, in phase %s, lacks nothing', (phase) => {
    expect(read({ ...old, phase })).toEqual({ ...old, ...news, phase });
  });

  it('of an older version whose offer is open was made while the team was there', () => {
    const offered = { ...old, phase: 'offered', reason: 'asked', latest: true, ignored: 0 };
    expect(read(offered)).toEqual({ ...offered, ...news, backAt: null });
  });

  it('of an older version that waits counts from when the wait began, and climbs the ladder', () => {
    const stored = { ...old, phase: 'waiting', reason: 'asked', escalation: 1, notified: 'sent' };
    const state = read(stored);
    expect(state).toEqual({ ...stored, ...news, rung: 'called', isReminded: false, from: START });
    const due = play(state, [goesOn], START + RULES.remindMs);
    expect(due.effects).toEqual([{ type: 'remind', escalation: 1 }]);
  });
});
