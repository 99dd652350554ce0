import { describe, expect, it } from 'vitest';
import { begin, type Input } from '../../../src/conversation/escalation-state.ts';
import { MAX_CONTACTS } from '../../../src/conversation/escalation.ts';
import { viewOf } from '../../../src/conversation/view.ts';
import {
  after,
  alex,
  asks,
  cancels,
  events,
  goesOn,
  mailed,
  play,
  START,
  switchesOff,
  switchesOn,
  takesOver,
  yes,
} from './play.ts';
import { RULES } from './rules.ts';

const leaves = (email = 'eva@visitor.example'): Input => ({ type: 'contact_left', email });
const settled = (contact: number, accepted: boolean): Input => ({
  type: 'contact_settled',
  contact,
  accepted,
});

describe('a visitor', () => {
  it('is asked for an address once the team could not be reached', () => {
    expect(viewOf(after(asks, yes), false).asksContact).toBeUndefined();
    expect(viewOf(after(asks, yes, mailed(true)), false).asksContact).toBeUndefined();
    expect(viewOf(after(asks, yes, mailed(false)), false).asksContact).toBe(true);
  });

  it('is not asked any more once they have left one, called it off, or the chat has ended', () => {
    const asked = after(asks, yes, mailed(false));
    for (const input of [
      leaves(),
      cancels,
      switchesOff,
      takesOver(alex),
      { type: 'visitor_ended' },
      { type: 'went_idle' },
    ] as const) {
      expect(viewOf(play(asked, [input]).state, false).asksContact).toBeUndefined();
    }
  });

  it('is not asked again after they have left one', () => {
    const left = after(leaves(), asks, yes, mailed(false));
    expect(left.contact).toBe('left');
    expect(play(left, [goesOn], START + RULES.closeMs).state.contact).toBe('left');
  });
});

describe('an address', () => {
  it('may be left unasked, and is mailed to the team', () => {
    const { state, effects } = play(begin(true, START), [leaves()]);
    expect(state).toMatchObject({ phase: 'assistant', contact: 'left', contacts: 1 });
    expect(effects).toEqual([
      { type: 'record', event: { event: 'contact.captured', email: 'eva@visitor.example' } },
      { type: 'pass_on', contact: 1 },
    ]);
  });

  it('may be corrected until there are three, and not a fourth time', () => {
    const left = Array.from({ length: MAX_CONTACTS }, (_, at) => leaves(`v${at}@visitor.example`));
    expect(play(begin(true, START), left).effects).toContainEqual({
      type: 'pass_on',
      contact: MAX_CONTACTS,
    });
    const full = play(begin(true, START), left).state;
    expect(play(full, [leaves()])).toMatchObject({
      state: full,
      effects: [{ type: 'refuse', code: 'budget_spent' }],
    });
  });

  it('is refused where nobody can be called, unless it was asked for', () => {
    const off = begin(false, START);
    expect(play(off, [leaves()])).toMatchObject({
      state: off,
      effects: [{ type: 'refuse', code: 'escalation_off' }],
    });
  });

  it('that was asked for is kept where escalation was switched off meanwhile, and mailed to nobody', () => {
    const over = play(after(asks, yes), [goesOn], START + RULES.closeMs).state;
    const { state, effects } = play(over, [switchesOff, leaves()]);
    expect(events(effects)).toEqual(['contact.captured']);
    expect(effects).toHaveLength(1);
    expect(play(state, [leaves()]).effects).toMatchObject([{ code: 'escalation_off' }]);
  });

  it('is refused once the chat has ended', () => {
    const ended = after({ type: 'visitor_ended' });
    expect(play(ended, [leaves()])).toMatchObject({ state: ended, effects: [{ code: 'ended' }] });
  });
});

describe('that the team has it', () => {
  const left = after(leaves());

  it('is recorded once the provider has accepted the mail', () => {
    const { state, effects } = play(left, [settled(1, true)]);
    expect(events(effects)).toEqual(['contact.passed_on']);
    expect(state.passedOn).toBe(1);
  });

  it('is recorded once, however often the receipt comes', () => {
    const passed = play(left, [settled(1, true)]).state;
    for (const accepted of [true, false]) {
      expect(play(passed, [settled(1, accepted)])).toEqual({ state: passed, effects: [] });
    }
  });

  it('is recorded of each address, and not of an older one after a newer', () => {
    const two = play(left, [leaves('ada@visitor.example')]).state;
    const first = play(two, [settled(1, true)]);
    expect(events(play(first.state, [settled(2, true)]).effects)).toEqual(['contact.passed_on']);
    const second = play(two, [settled(2, true)]).state;
    expect(play(second, [settled(1, true)])).toEqual({ state: second, effects: [] });
  });

  it('may still come true after a failure, when somebody had it tried again', () => {
    const failed = play(left, [settled(1, false)]);
    expect(events(failed.effects)).toEqual(['contact.failed']);
    expect(events(play(failed.state, [settled(1, true)]).effects)).toEqual(['contact.passed_on']);
  });

  it('is recorded in a chat that has ended meanwhile, too, and once', () => {
    const ended = play(left, [{ type: 'visitor_ended' }]).state;
    const passed = play(ended, [settled(1, true)]);
    expect(events(passed.effects)).toEqual(['contact.passed_on']);
    expect(passed.state).toEqual({ ...ended, passedOn: 1 });
    expect(play(passed.state, [settled(1, true)])).toEqual({ state: passed.state, effects: [] });
    expect(events(play(ended, [settled(1, false)]).effects)).toEqual(['contact.failed']);
  });
});

describe('an address that is still on its way when escalation is switched off', () => {
  /** The events of all that happens, one after the other. */
  const story = (...inputs: Input[]) =>
    inputs.flatMap((input, at) => events(play(after(...inputs.slice(0, at)), [input]).effects));
  const misses = (all: string[]) => all.filter((event) => event === 'contact.failed').length;

  it('is said not to have reached the team, once', () => {
    expect(misses(story(leaves(), switchesOff))).toBe(1);
    expect(misses(story(leaves(), settled(1, false), switchesOff))).toBe(1);
    expect(misses(story(leaves(), switchesOff, settled(1, false), switchesOn, switchesOff))).toBe(
      1,
    );
  });

  it('is said so in a chat that has ended, too', () => {
    expect(misses(story(leaves(), { type: 'visitor_ended' }, switchesOff))).toBe(1);
  });

  it('may be sent all the same once it is on again, and is said to have been', () => {
    expect(story(leaves(), switchesOff, switchesOn, settled(1, true))).toContain(
      'contact.passed_on',
    );
  });

  it('is not spoken of if the team has it', () => {
    expect(misses(story(leaves(), settled(1, true), switchesOff))).toBe(0);
  });
});
