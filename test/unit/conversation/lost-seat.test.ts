import { describe, expect, it } from 'vitest';
import { isLinkOpen } from '../../../src/conversation/escalation-state.ts';
import type { Input, Seat } from '../../../src/conversation/escalation-state.ts';
import {
  after,
  alex,
  asks,
  events,
  play,
  robin,
  START,
  switchesOff,
  takesOver,
  types,
  yes,
} from './play.ts';

const loses: Input = { type: 'seat_lost' };
const resumes = (seat: Seat): Input => ({ type: 'seat_resumed', seat });
const forgets = (seat: Seat): Input => ({ type: 'seat_forgotten', id: seat.id });

const human = after(asks, yes, takesOver(alex));
const lost = play(human, [loses]).state;

describe('a person who is gone for longer than a lease', () => {
  it('has given the conversation back, and the visitor is told', () => {
    const { state, effects } = play(human, [loses], START + 60_000);
    expect(state).toMatchObject({ phase: 'assistant', since: START + 60_000, lost: alex });
    expect(state.generation).toBe(human.generation + 1);
    expect(effects).toEqual([
      { type: 'record', event: { event: 'takeover.lost', name: 'Alex' } },
      { type: 'pick_up' },
    ]);
  });

  it('is lost once', () => {
    expect(play(lost, [loses])).toEqual({ state: lost, effects: [] });
  });

  it('can say nothing, hand nothing back and end nothing', () => {
    for (const input of [
      { type: 'agent_said', id: alex.id },
      { type: 'handed_back', id: alex.id, note: 'Bye' },
      { type: 'agent_ended', id: alex.id },
    ] as const) {
      expect(play(lost, [input])).toMatchObject({
        state: lost,
        effects: [{ code: 'not_allowed' }],
      });
    }
  });
});

describe('whoever was lost', () => {
  it('has the conversation again when they are back, and the assistant is silent', () => {
    const { state, effects } = play(lost, [resumes(alex)]);
    expect(state).toMatchObject({ phase: 'human', seat: alex, lost: null });
    expect(state.generation).toBeGreaterThan(lost.generation);
    expect(types(effects)).toEqual(['silence', 'record']);
    expect(effects[1]).toEqual({
      type: 'record',
      event: { event: 'takeover.started', name: 'Alex', isBack: true },
    });
  });

  it('comes back into whatever the visitor went on with: an offer, or a wait', () => {
    for (const inputs of [[asks], [asks, yes]]) {
      const { state } = play(lost, [...inputs, resumes(alex)]);
      expect(state).toMatchObject({ phase: 'human', seat: alex, contact: 'unasked' });
    }
  });

  it('is back once', () => {
    const back = play(lost, [resumes(alex)]).state;
    expect(play(back, [resumes(alex)])).toEqual({ state: back, effects: [] });
  });

  it('is back again after the next time', () => {
    expect(play(lost, [resumes(alex), loses, resumes(alex)]).state.phase).toBe('human');
  });

  it('may take over by hand as well', () => {
    const { state, effects } = play(lost, [takesOver(alex)]);
    expect(state).toMatchObject({ phase: 'human', seat: alex, lost: null });
    expect(events(effects)).toEqual(['takeover.started']);
  });

  it('takes nothing from a colleague who took over meanwhile', () => {
    const taken = play(lost, [takesOver(robin)]).state;
    expect(taken.lost).toBeNull();
    expect(play(taken, [resumes(alex)])).toEqual({ state: taken, effects: [] });
    const returned = play(taken, [{ type: 'handed_back', id: robin.id, note: '' }]).state;
    expect(play(returned, [resumes(alex)])).toEqual({ state: returned, effects: [] });
  });

  it('is nobody else', () => {
    expect(play(lost, [resumes(robin)])).toEqual({ state: lost, effects: [] });
    const never = after();
    expect(play(never, [resumes(alex)])).toEqual({ state: never, effects: [] });
  });

  it('does not come back once they have left the team, which concerns no other', () => {
    const gone = play(lost, [forgets(alex)]);
    expect(gone).toEqual({ state: { ...lost, lost: null }, effects: [] });
    expect(play(gone.state, [resumes(alex)]).state.phase).toBe('assistant');
    expect(play(lost, [forgets(robin)])).toEqual({ state: lost, effects: [] });
  });

  it('does not come back into what has ended', () => {
    const ended = play(lost, [{ type: 'visitor_ended' }]).state;
    expect(ended.lost).toBeNull();
    for (const input of [resumes(alex), loses, forgets(alex)]) {
      expect(play(ended, [input])).toEqual({ state: ended, effects: [] });
    }
  });

  it('is let in by the link they came by, which nobody else is once it is closed', () => {
    const off = play(lost, [switchesOff]).state;
    expect(isLinkOpen(off, 1, alex.id)).toBe(true);
    expect(isLinkOpen(off, 1, robin.id)).toBe(false);
  });

  it('is still known where escalation was switched off meanwhile', () => {
    expect(play(lost, [switchesOff, resumes(robin)]).state.phase).toBe('assistant');
    expect(play(lost, [switchesOff, resumes(alex)]).state.phase).toBe('human');
  });
});
