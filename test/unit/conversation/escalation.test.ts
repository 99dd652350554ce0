import { describe, expect, it } from 'vitest';
import {
  type Answered,
  begin,
  type Effect,
  type Escalation,
  type Input,
  isLinkOpen,
  type Seat,
} from '../../../src/conversation/escalation-state.ts';
import { step } from '../../../src/conversation/escalation.ts';
import { RULES } from './rules.ts';
import { OFFER_LAPSES_AFTER_MESSAGES } from '../../../src/conversation/escalation-words.ts';

const NOW = 1_000_000;
const alex: Seat = { id: 'key:alex', isLasting: true, name: 'Alex', escalation: 1 };
const robin: Seat = { id: 'key:robin', isLasting: true, name: 'Robin', escalation: 1 };

/** Plays inputs from a fresh conversation and returns where they lead and what the last one caused. */
function play(...inputs: Input[]): { state: Escalation; effects: Effect[] } {
  return playFrom(begin(true, NOW), ...inputs);
}

function playFrom(start: Escalation, ...inputs: Input[]): { state: Escalation; effects: Effect[] } {
  let result: { state: Escalation; effects: Effect[] } = { state: start, effects: [] };
  for (const input of inputs) result = step(result.state, input, NOW, RULES);
  return result;
}

function events(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'record' ? [effect.event.event] : []));
}

function types(effects: readonly Effect[]): string[] {
  return effects.map((effect) => effect.type);
}

const says = (label: 'ask_human' | 'frustrated' | 'confirm' | 'decline' | 'other'): Input => ({
  type: 'visitor_said',
  label,
});
const asks = says('ask_human');
const yes: Input = { type: 'offer_answered', accept: true };
const no: Input = { type: 'offer_answered', accept: false };
const answered = (generation: number, isAnswer = true, isLast = true): Answered => ({
  type: 'assistant_answered',
  generation,
  answered: isAnswer,
  isLast,
  isSpent: false,
});
const takesOver = (seat: Seat, force = false): Input => ({ type: 'took_over', seat, force });
const anAnswer = (state: Escalation) => answered(state.generation);

describe('an offer', () => {
  it('follows a request for a person, before any answer', () => {
    const { state, effects } = play(asks);
    expect(state.phase).toBe('offered');
    expect(events(effects)).toEqual(['escalation.offered']);
    expect(types(effects)).not.toContain('answer');
  });

  it('follows frustration once, and never again after a no', () => {
    expect(play(says('frustrated')).state.phase).toBe('offered');
    const { state, effects } = play(says('frustrated'), no, says('frustrated'));
    expect(state.phase).toBe('assistant');
    expect(types(effects)).toEqual(['answer']);
  });

  it('follows an explicit request even after a no', () => {
    expect(play(asks, no, asks).state.phase).toBe('offered');
  });

  it('follows the second answer in a row that the assistant did not have, and not the first', () => {
    const first = play(answered(1, false));
    expect(first.state.phase).toBe('assistant');
    const second = playFrom(first.state, answered(1, false));
    expect(second.state.phase).toBe('offered');
    expect(types(second.effects)[0]).toBe('utter');
  });

  it('does not come between the visitor and a question that still waits for its answer', () => {
    const { state } = play(answered(1, false), answered(1, false, false));
    expect(state).toMatchObject({ phase: 'assistant', unanswered: 2 });
    expect(playFrom(state, answered(1, false)).state.phase).toBe('offered');
  });

  it('does not follow two unanswered questions with an answer in between', () => {
    expect(play(answered(1, false), answered(1), answered(1, false)).state.phase).toBe('assistant');
  });

  it('follows an answer that no model was asked for any more, but not after a no', () => {
    const spent: Input = { ...answered(1), isSpent: true };
    const { state, effects } = play(spent);
    expect(state).toMatchObject({ phase: 'offered', reason: 'unanswered' });
    expect(types(effects)[0]).toBe('utter');
    const declined = playFrom(state, no).state;
    expect(playFrom(declined, { ...spent, generation: declined.generation }).state.phase).toBe(
      'assistant',
    );
    expect(playFrom(begin(false, NOW), spent).state.phase).toBe('assistant');
  });

  it('is never made while escalation is off', () => {
    const off = begin(false, NOW);
    expect(playFrom(off, asks).effects).toEqual([
      { type: 'say', line: { line: 'no_person_here' } },
    ]);
    expect(playFrom(off, says('frustrated')).state.phase).toBe('assistant');
    expect(playFrom(off, answered(1, false), answered(1, false)).state.phase).toBe('assistant');
    expect(playFrom(off, { type: 'human_asked' }).effects[0]).toMatchObject({
      code: 'escalation_off',
    });
  });

  it('cuts the answer under way, which may not be said any more', () => {
    const { state, effects } = play(asks);
    expect(types(effects)[0]).toBe('silence');
    expect(playFrom(state, answered(1)).effects).toEqual([]);
  });

  it.each([
    ['a typed yes', says('confirm')],
    ['a repeated request', asks],
    ['a tap', yes],
  ])('is accepted by %s', (_, input) => {
    const { state, effects } = play(asks, input);
    expect(state).toMatchObject({ phase: 'waiting', escalation: 1, notified: 'pending' });
    expect(effects.at(-1)).toEqual({ type: 'notify', escalation: 1 });
  });

  it.each([
    ['a typed no', says('decline')],
    ['a tap', no],
  ])('is declined by %s', (_, input) => {
    const { state, effects } = play(asks, input);
    expect(state.phase).toBe('assistant');
    expect(events(effects)).toEqual(['escalation.declined']);
    expect(effects.at(-1)).toEqual({ type: 'pick_up' });
  });

  it('is not answered by a typed yes once the assistant has spoken again', () => {
    const offered = play(asks, says('other')).state;
    const spoken = playFrom(offered, anAnswer(offered)).state;
    expect(playFrom(spoken, says('confirm')).effects).toEqual([{ type: 'answer' }]);
    expect(playFrom(spoken, yes).state.phase).toBe('waiting');
  });

  it('is renewed by a request that comes after the assistant has spoken again', () => {
    const offered = play(asks, says('other')).state;
    const spoken = playFrom(offered, anAnswer(offered)).state;
    const renewed = playFrom(spoken, asks);
    expect(events(renewed.effects)).toEqual(['escalation.offered']);
    expect(playFrom(renewed.state, says('confirm')).state.phase).toBe('waiting');
  });

  it('lapses with the third message that does not answer it, not with the second', () => {
    const ignore = Array.from({ length: OFFER_LAPSES_AFTER_MESSAGES - 1 }, () => says('other'));
    const open = play(asks, ...ignore);
    expect(open.state.phase).toBe('offered');
    const lapsed = playFrom(open.state, says('other'));
    expect(lapsed.state.phase).toBe('assistant');
    expect(events(lapsed.effects)).toEqual(['escalation.lapsed']);
    expect(types(lapsed.effects)).toContain('answer');
  });

  it('is not accepted by a second press of the button that made it', () => {
    const { state, effects } = play({ type: 'human_asked' }, { type: 'human_asked' });
    expect(state.phase).toBe('offered');
    expect(effects[0]).toMatchObject({ type: 'refuse', code: 'not_allowed' });
  });

  it('is withdrawn at once when the owner switches escalation off', () => {
    const { state, effects } = play(asks, { type: 'settings_changed', enabled: false });
    expect(state.phase).toBe('assistant');
    expect(events(effects)).toEqual(['settings.changed']);
    expect(playFrom(state, yes).effects[0]).toMatchObject({ code: 'escalation_off' });
  });
});

describe('a wait', () => {
  const waiting = play(asks, yes).state;

  it('goes on being answered by the assistant', () => {
    expect(playFrom(waiting, says('other')).effects).toEqual([{ type: 'answer' }]);
    expect(playFrom(waiting, anAnswer(waiting)).effects).toEqual([{ type: 'utter' }]);
  });

  it('answers another request with how long it has been, and mails nobody twice', () => {
    const { effects } = step(waiting, asks, NOW + 180_000, RULES);
    expect(effects).toEqual([
      {
        type: 'say',
        line: { line: 'still_waiting', waitedMs: 180_000, notified: 'pending', backAt: null },
      },
    ]);
  });

  it('tells the visitor that the team knows only from the provider’s acceptance', () => {
    const sent = playFrom(waiting, { type: 'mail_settled', escalation: 1, accepted: true });
    expect(events(sent.effects)).toEqual(['notification.sent']);
    const failed = playFrom(waiting, { type: 'mail_settled', escalation: 1, accepted: false });
    expect(events(failed.effects)).toEqual(['notification.failed']);
    expect(failed.state).toMatchObject({ phase: 'waiting', notified: 'failed' });
  });

  it('takes no receipt twice, and none of an escalation that is over', () => {
    const receipt: Input = { type: 'mail_settled', escalation: 1, accepted: true };
    const sent = playFrom(waiting, receipt).state;
    expect(playFrom(sent, receipt).effects).toEqual([]);
    const again = playFrom(waiting, { type: 'wait_cancelled' }, asks, yes).state;
    expect(playFrom(again, receipt)).toEqual({ state: again, effects: [] });
  });

  it('ends when the visitor cancels it, and its link with it', () => {
    const { state, effects } = playFrom(waiting, { type: 'wait_cancelled' });
    expect(state.phase).toBe('assistant');
    expect(events(effects)).toEqual(['escalation.cancelled']);
    expect(isLinkOpen(state, 1, alex.id)).toBe(false);
  });

  it('ends when the owner switches escalation off, and its link with it', () => {
    const { state, effects } = playFrom(waiting, { type: 'settings_changed', enabled: false });
    expect(events(effects)).toEqual(['settings.changed', 'escalation.cancelled']);
    expect(isLinkOpen(state, 1, alex.id)).toBe(false);
    expect(playFrom(state, takesOver(alex)).effects[0]).toMatchObject({ code: 'expired' });
  });
});

describe('a takeover', () => {
  const human = play(asks, yes, takesOver(alex)).state;

  it('silences the assistant before the visitor is told who joined', () => {
    const { effects } = play(asks, yes, takesOver(alex));
    expect(types(effects)).toEqual(['silence', 'record']);
    expect(events(effects)).toEqual(['takeover.started']);
  });

  it('fences off the answer that was under way', () => {
    const before = play(asks, yes).state;
    const after = playFrom(before, takesOver(alex)).state;
    expect(playFrom(after, anAnswer(before))).toEqual({ state: after, effects: [] });
    expect(playFrom(after, anAnswer(after)).effects).toEqual([]);
  });

  it('needs no escalation when a member comes on their own', () => {
    const member = { ...alex, escalation: null };
    expect(play(takesOver(member)).state.phase).toBe('human');
    expect(play(asks, takesOver(member)).state.phase).toBe('human');
  });

  it('has one owner: the second person reads who it is, and may take it knowingly', () => {
    const second = playFrom(human, takesOver(robin));
    expect(second.effects).toEqual([
      expect.objectContaining({ type: 'refuse', code: 'already_taken', agent: 'Alex' }),
    ]);
    const forced = playFrom(human, takesOver(robin, true));
    expect(forced.state).toMatchObject({ phase: 'human', seat: robin });
    expect(forced.effects).toEqual([
      { type: 'record', event: { event: 'takeover.started', name: 'Robin', from: 'Alex' } },
    ]);
  });

  it('is refused with the link of an escalation that another one has replaced', () => {
    const again = play(asks, yes, { type: 'wait_cancelled' }, asks, yes).state;
    expect(playFrom(again, takesOver(alex)).effects[0]).toMatchObject({ code: 'expired' });
    expect(playFrom(again, takesOver({ ...alex, escalation: 2 })).state.phase).toBe('human');
  });

  it('stays with its owner when escalation is switched off meanwhile', () => {
    const off = playFrom(human, { type: 'settings_changed', enabled: false }).state;
    expect(off.phase).toBe('human');
    expect(isLinkOpen(off, 1, alex.id)).toBe(true);
    const back = playFrom(off, { type: 'handed_back', id: alex.id, note: '' }).state;
    expect(isLinkOpen(back, 1, alex.id)).toBe(false);
  });

  it('ends with a hand back, whose note only the team and the assistant see', () => {
    const { state, effects } = playFrom(human, {
      type: 'handed_back',
      id: alex.id,
      note: 'Wants blue',
    });
    expect(state).toMatchObject({ phase: 'assistant', note: 'Wants blue' });
    expect(effects).toEqual([
      { type: 'record', event: { event: 'takeover.ended', name: 'Alex' } },
      { type: 'record', event: { event: 'note.left', name: 'Alex', note: 'Wants blue' } },
      { type: 'pick_up' },
    ]);
  });

  it('is its owner’s alone to hand back or to end', () => {
    for (const input of [
      { type: 'handed_back', id: robin.id, note: '' },
      { type: 'agent_ended', id: robin.id },
    ] as const) {
      expect(playFrom(human, input)).toMatchObject({
        state: human,
        effects: [{ type: 'refuse', code: 'not_allowed' }],
      });
    }
    expect(playFrom(human, { type: 'agent_ended', id: alex.id }).state.phase).toBe('ended');
  });
});

describe('an ended conversation', () => {
  const ended = play({ type: 'visitor_ended' }).state;

  it.each<Input>([asks, yes, { type: 'human_asked' }, takesOver({ ...alex, escalation: null })])(
    'refuses %o',
    (input) => {
      expect(playFrom(ended, input)).toMatchObject({
        state: ended,
        effects: [{ type: 'refuse', code: 'ended' }],
      });
    },
  );

  it('ignores what comes late', () => {
    expect(playFrom(ended, anAnswer(ended))).toEqual({ state: ended, effects: [] });
    expect(playFrom(ended, { type: 'went_idle' })).toEqual({ state: ended, effects: [] });
  });
});
