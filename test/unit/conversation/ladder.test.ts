import { describe, expect, it } from 'vitest';
import {
  begin,
  type Escalation,
  type Input,
  isLinkOpen,
  type Rules,
  type Rung,
} from '../../../src/conversation/escalation-state.ts';
import { nextRungAt } from '../../../src/conversation/ladder.ts';
import { rulesOf } from '../../../src/conversation/rules.ts';
import { viewOf } from '../../../src/conversation/view.ts';
import { SETTINGS } from '../assistant/settings.ts';
import {
  after,
  alex,
  asks,
  cancels,
  events,
  goesOn,
  mailed,
  play,
  robin,
  START,
  switchesOff,
  switchesOn,
  takesOver,
  types,
  yes,
} from './play.ts';
import { awayUntil, RULES } from './rules.ts';

const { remindMs, askMs, closeMs } = RULES;
const pending = after(asks, yes);
const sent = after(asks, yes, mailed(true));
const failed = after(asks, yes, mailed(false));
const leaves: Input = { type: 'contact_left', email: 'eva@visitor.example' };

const rungOf = (state: Escalation) => (state.phase === 'waiting' ? state.rung : null);

/** What a wait does after that long. */
const wait = (state: Escalation, waitedMs: number, rules: Rules = RULES) =>
  play(state, [goesOn], START + waitedMs, rules);

const reminded = wait(sent, remindMs).state;
const asked = wait(reminded, askMs).state;

describe('a wait that goes on', () => {
  it.each<[Rung, Escalation, number]>([
    ['reminded', sent, remindMs],
    ['asked', reminded, askMs],
  ])('is %s at its minute and not a millisecond before', (rung, state, dueMs) => {
    expect(wait(state, dueMs - 1)).toEqual({ state, effects: [] });
    expect(rungOf(wait(state, dueMs).state)).toBe(rung);
    expect(wait(state, dueMs).effects).toHaveLength(1);
  });

  it('is over at its minute and not a millisecond before', () => {
    expect(wait(asked, closeMs - 1)).toEqual({ state: asked, effects: [] });
    expect(wait(asked, closeMs).state.phase).toBe('assistant');
  });

  it('takes no rung twice', () => {
    expect(wait(reminded, remindMs)).toEqual({ state: reminded, effects: [] });
    expect(wait(asked, askMs)).toEqual({ state: asked, effects: [] });
  });

  it('takes several at once where it is late, in their order', () => {
    const { state, effects } = wait(sent, askMs);
    expect(types(effects)).toEqual(['remind', 'say']);
    expect(rungOf(state)).toBe('asked');
  });

  it('that is far too late only ends: nobody is reminded of what is over', () => {
    expect(events(wait(sent, closeMs).effects)).toEqual(['escalation.expired']);
    expect(types(wait(sent, closeMs).effects)).toEqual(['record']);
  });

  it('is nothing to those who do not wait', () => {
    const idle = begin(true, START);
    expect(wait(idle, closeMs)).toEqual({ state: idle, effects: [] });
    const offered = after(asks);
    expect(wait(offered, closeMs)).toEqual({ state: offered, effects: [] });
  });
});

describe('the reminder', () => {
  it('is mailed where the team was reached', () => {
    expect(wait(sent, remindMs).effects).toEqual([{ type: 'remind', escalation: 1 }]);
  });

  it('is another call where it was not, which has a receipt of its own', () => {
    const { state, effects } = wait(failed, remindMs);
    expect(effects).toEqual([{ type: 'notify', escalation: 1 }]);
    expect(state).toMatchObject({ rung: 'reminded', notified: 'pending' });
    expect(events(play(state, [mailed(true)]).effects)).toEqual(['notification.sent']);
    expect(events(play(state, [mailed(false)]).effects)).toEqual(['notification.failed']);
  });

  it('is not needed while the call is still on its way', () => {
    const { state, effects } = wait(pending, remindMs);
    expect(effects).toEqual([]);
    expect(state).toMatchObject({ rung: 'reminded', notified: 'pending' });
  });

  it('is recorded with its receipt alone, and once', () => {
    expect(events(wait(sent, remindMs).effects)).toEqual([]);
    const first = play(reminded, [{ type: 'reminded', escalation: 1 }]);
    expect(first.effects).toEqual([
      { type: 'record', event: { event: 'escalation.reminded', escalation: 1 } },
    ]);
    expect(play(first.state, [{ type: 'reminded', escalation: 1 }])).toEqual({
      state: first.state,
      effects: [],
    });
  });

  it('that arrives when nobody waits for that person any more is no news', () => {
    const receipt: Input = { type: 'reminded', escalation: 1 };
    for (const state of [
      play(reminded, [cancels]).state,
      play(reminded, [cancels, asks, yes]).state,
      play(reminded, [takesOver(alex)]).state,
      play(reminded, [{ type: 'visitor_ended' }]).state,
    ]) {
      expect(play(state, [receipt])).toEqual({ state, effects: [] });
    }
  });
});

describe('the news that nobody has come', () => {
  it.each([
    ['sent', sent],
    ['pending', pending],
  ] as const)('says how far the mail got: %s', (notified, state) => {
    const { effects } = wait(state, askMs);
    expect(effects.at(-1)).toEqual({
      type: 'say',
      line: { line: 'nobody_yet', waitedMs: askMs, notified, hasContact: false },
    });
  });

  it('says so where the second call has failed as well', () => {
    const state = play(wait(failed, remindMs).state, [mailed(false)]).state;
    expect(wait(state, askMs).effects).toMatchObject([{ line: { notified: 'failed' } }]);
  });

  it('asks for an email address, but nobody who has left one', () => {
    expect(reminded.contact).toBe('unasked');
    expect(asked.contact).toBe('asked');
    const left = wait(play(reminded, [leaves]).state, askMs);
    expect(left.effects).toMatchObject([{ line: { hasContact: true } }]);
    expect(left.state.contact).toBe('left');
  });
});

describe('a wait that is over', () => {
  const over = wait(asked, closeMs).state;

  it('has no link any more', () => {
    expect(isLinkOpen(over, 1, alex.id)).toBe(false);
    expect(play(over, [takesOver(alex)]).effects).toMatchObject([{ code: 'expired' }]);
    expect(play(over, [takesOver(robin)]).state.phase).toBe('human');
  });

  it('goes on asking for an address, until there is one or somebody comes', () => {
    expect(viewOf(over, false).asksContact).toBe(true);
    expect(play(over, [leaves]).state.contact).toBe('left');
    expect(viewOf(play(over, [takesOver(robin)]).state, false).asksContact).toBeUndefined();
    const left = wait(play(asked, [leaves]).state, closeMs).state;
    expect(viewOf(left, false).asksContact).toBeUndefined();
  });

  it('is followed by no offer that nobody asked for, and by any that somebody did', () => {
    expect(play(over, [{ type: 'visitor_said', label: 'frustrated' }]).state).toBe(over);
    expect(play(over, [asks]).state.phase).toBe('offered');
  });

  it('leaves the next one all its rungs', () => {
    const later = START + closeMs;
    const { state } = play(over, [asks, yes], later);
    expect(state).toMatchObject({ escalation: 2, rung: 'called', isReminded: false, from: later });
    expect(play(state, [goesOn], later + remindMs - 1).state).toBe(state);
  });
});

describe('the ladder', () => {
  it.each<[string, Input]>([
    ['a takeover', takesOver(alex)],
    ['a cancelled wait', cancels],
    ['escalation switched off', switchesOff],
    ['the visitor’s end', { type: 'visitor_ended' }],
    ['the end of a silent conversation', { type: 'went_idle' }],
  ])('stops with %s, from every rung', (_, input) => {
    for (const state of [pending, sent, failed, reminded, asked]) {
      const stopped = play(state, [input]).state;
      expect(stopped.contact).toBe('unasked');
      for (const waitedMs of [remindMs, askMs, closeMs]) {
        expect(wait(stopped, waitedMs)).toEqual({ state: stopped, effects: [] });
      }
    }
  });

  it('does not begin again where escalation is switched on again', () => {
    const back = play(sent, [switchesOff, switchesOn]).state;
    expect(wait(back, askMs)).toEqual({ state: back, effects: [] });
  });

  it('is as the settings have it, from the moment they are saved', () => {
    const escalation = { ...SETTINGS.escalation, ladder: { remind: 10, ask: 20, close: 40 } };
    const slow = rulesOf({ escalation });
    expect(slow).toMatchObject({ remindMs: 600_000, askMs: 1_200_000, closeMs: 2_400_000 });
    expect(wait(sent, askMs, slow)).toEqual({ state: sent, effects: [] });
    // What was reached is not taken back, and what is due by the new minutes is done at once.
    expect(wait(asked, closeMs, slow)).toEqual({ state: asked, effects: [] });
    expect(events(wait(asked, slow.closeMs, slow).effects)).toEqual(['escalation.expired']);
    expect(types(wait(wait(sent, askMs, slow).state, askMs, RULES).effects)).toEqual([
      'remind',
      'say',
    ]);
  });

  it.each([
    [sent, remindMs],
    [reminded, askMs],
    [asked, closeMs],
  ])('knows its next rung (%#)', (state, dueMs) => {
    expect(state.phase === 'waiting' && nextRungAt(state, RULES)).toBe(START + dueMs);
  });
});

describe('outside the team’s hours', () => {
  const BACK = START + 40 * 3_600_000;
  const away = awayUntil(BACK);
  const offered = play(begin(true, START), [asks], START, away);
  const requested = play(offered.state, [yes], START, away);
  const waiting = play(requested.state, [mailed(true)], START, away).state;

  it('an offer says when they are back, and asks for an address with it', () => {
    expect(offered.state).toMatchObject({ phase: 'offered', backAt: BACK, contact: 'asked' });
    expect(offered.effects).toContainEqual({
      type: 'record',
      event: { event: 'escalation.offered', reason: 'button', backAt: BACK },
    });
  });

  it('a wait is called for at once all the same', () => {
    expect(requested.effects).toEqual([
      { type: 'record', event: { event: 'escalation.requested', reason: 'button', backAt: BACK } },
      { type: 'notify', escalation: 1 },
    ]);
    expect(viewOf(waiting, false).waiting).toEqual({
      since: START,
      notified: 'sent',
      backAt: BACK,
    });
  });

  it('counts from when they are back', () => {
    expect(play(waiting, [goesOn], BACK + remindMs - 1, away)).toEqual({
      state: waiting,
      effects: [],
    });
    expect(types(play(waiting, [goesOn], BACK + remindMs, away).effects)).toEqual(['remind']);
    expect(play(waiting, [goesOn], BACK + closeMs - 1, away).state.phase).toBe('waiting');
    expect(play(waiting, [goesOn], BACK + closeMs, away).state.phase).toBe('assistant');
  });

  it('tells whoever asks again how long they have waited, and when the team is back', () => {
    const line = (now: number) => play(waiting, [asks], now, away).effects;
    expect(line(BACK - 1)).toMatchObject([
      { line: { waitedMs: BACK - 1 - START, notified: 'sent', backAt: BACK } },
    ]);
    expect(line(BACK)).toMatchObject([{ line: { backAt: null } }]);
  });

  it('is over for whoever says yes when they are back', () => {
    const { state, effects } = play(offered.state, [yes], BACK, away);
    expect(state).toMatchObject({ phase: 'waiting', from: BACK, since: BACK });
    expect(effects).toContainEqual({
      type: 'record',
      event: { event: 'escalation.requested', reason: 'button' },
    });
    expect(viewOf(state, false).waiting).toEqual({ since: BACK, notified: 'pending' });
  });

  it('asks for nothing any more once the visitor has said no', () => {
    const { state } = play(offered.state, [{ type: 'offer_answered', accept: false }], START, away);
    expect(state).toMatchObject({ phase: 'assistant', contact: 'unasked' });
  });

  it('that the owner changes count at once, for a wait that has yet to begin counting', () => {
    const later = BACK + 3_600_000;
    const moved = play(waiting, [switchesOn], START + 1, awayUntil(later)).state;
    expect(moved).toMatchObject({ from: later });
    const opened = play(waiting, [switchesOn], START + 1, RULES).state;
    expect(opened).toMatchObject({ from: START + 1 });
    const counting = play(waiting, [switchesOn], BACK, awayUntil(later)).state;
    expect(counting).toBe(waiting);
  });

  it('may be taken over by somebody who is there nevertheless', () => {
    expect(play(waiting, [takesOver(alex)], START, away).state.phase).toBe('human');
  });
});
