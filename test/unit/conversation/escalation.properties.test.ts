import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../src/conversation/deadlines.ts';
import {
  begin,
  type Effect,
  type Escalation,
  type Input,
  isLinkOpen,
  readEscalation,
  type Rules,
} from '../../../src/conversation/escalation-state.ts';
import { MAX_CONTACTS, step } from '../../../src/conversation/escalation.ts';
import { viewOf } from '../../../src/conversation/view.ts';

const START = 1_000;
const MINUTE_MS = 60_000;
const names = fc.constantFrom('a', 'b', 'c');

const labels = fc.constantFrom('ask_human', 'frustrated', 'confirm', 'decline', 'other');

/** Ends are rare, so that a walk visits every phase before one. */
const ends: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ type: fc.constant('agent_ended' as const), id: names }),
  fc.constant({ type: 'visitor_ended' } as const),
  fc.constant({ type: 'went_idle' } as const),
);

const continues: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    type: fc.constant('visitor_said' as const),
    label: fc.option(labels),
  }),
  fc.record({
    type: fc.constant('understood' as const),
    generation: fc.integer({ min: 1, max: 8 }),
    label: labels,
  }),
  fc.constant({ type: 'human_asked' } as const),
  fc.record({ type: fc.constant('offer_answered' as const), accept: fc.boolean() }),
  fc.constant({ type: 'wait_cancelled' } as const),
  fc.constant({ type: 'contact_left', email: 'visitor@example.com' } as const),
  fc.record({
    type: fc.constant('assistant_answered' as const),
    generation: fc.integer({ min: 1, max: 8 }),
    answered: fc.boolean(),
    isLast: fc.boolean(),
    isSpent: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('took_over' as const),
    seat: names.chain((id) =>
      fc.record({
        id: fc.constant(id),
        isLasting: fc.boolean(),
        name: fc.constant(id),
        escalation: fc.option(fc.integer({ min: 1, max: 3 })),
      }),
    ),
    force: fc.boolean(),
  }),
  fc.record({ type: fc.constant('agent_said' as const), id: names }),
  fc.record({
    type: fc.constant('handed_back' as const),
    id: names,
    note: fc.constantFrom('', 'note'),
  }),
  fc.record({
    type: fc.constant('mail_settled' as const),
    escalation: fc.integer({ min: 1, max: 3 }),
    accepted: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('notify_again' as const),
    escalation: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ type: fc.constant('reminded' as const), escalation: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    type: fc.constant('contact_settled' as const),
    contact: fc.integer({ min: 1, max: MAX_CONTACTS }),
    accepted: fc.boolean(),
  }),
  fc.constant({ type: 'wait_went_on' } as const),
  fc.constant({ type: 'seat_lost' } as const),
  fc.record({
    type: fc.constant('seat_resumed' as const),
    seat: names.map((id) => ({ id, isLasting: true, name: id, escalation: null })),
  }),
  fc.record({ type: fc.constant('seat_forgotten' as const), id: names }),
  fc.record({ type: fc.constant('settings_changed' as const), enabled: fc.boolean() }),
);

/** What leads to a wait and on through it comes in a row, or few walks would get there. */
const waits: fc.Arbitrary<Input[]> = fc
  .tuple(fc.boolean(), fc.nat({ max: 3 }))
  .map(([accepted, rungs]) => waitOf(accepted, rungs));

function waitOf(accepted: boolean, rungs: number): Input[] {
  const begins: Input[] = [
    { type: 'human_asked' },
    { type: 'offer_answered', accept: true },
    { type: 'mail_settled', escalation: 1, accepted },
  ];
  return begins.concat(Array.from({ length: rungs }, () => ({ type: 'wait_went_on' })));
}

const inputs: fc.Arbitrary<Input[]> = fc.oneof(
  { weight: 30, arbitrary: continues.map((input) => [input]) },
  { weight: 3, arbitrary: waits },
  { weight: 1, arbitrary: ends.map((input) => [input]) },
);

const walks = fc.array(fc.tuple(inputs, fc.integer({ min: 0, max: 20 * MINUTE_MS })), {
  maxLength: 40,
});

/** Any ladder that an owner may set up, and a team that may be away for the first while. */
const anyRules: fc.Arbitrary<Rules> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 3 }),
    fc.option(fc.integer({ min: START + 1, max: START + 300 * MINUTE_MS })),
  )
  .map(([minutes, back]) => {
    const [remind = 1, ask = 2, close = 3] = minutes.sort((one, other) => one - other);
    return {
      remindMs: remind * MINUTE_MS,
      askMs: ask * MINUTE_MS,
      closeMs: close * MINUTE_MS,
      backAt: (now) => (back !== null && now < back ? back : null),
    };
  });

type Check = (before: Escalation, input: Input, now: number, rules: Rules) => void;

/** Calls `check` for every step of a random walk, in the middle of which the settings may change. */
function forEachStep(check: Check): void {
  fc.assert(
    fc.property(walks, fc.boolean(), anyRules, anyRules, (walk, enabled, first, second) => {
      let state = begin(enabled, START);
      let now = START;
      for (const [index, [moves, passed]] of walk.entries()) {
        now += passed;
        const rules = index < 20 ? first : second;
        for (const input of moves) {
          check(state, input, now, rules);
          state = step(state, input, now, rules).state;
        }
      }
    }),
    { numRuns: 2_000 },
  );
}

/** Whether that event is recorded. */
function records(effects: readonly Effect[], name: string): boolean {
  return effects.some((effect) => effect.type === 'record' && effect.event.event === name);
}

describe('whatever happens, in whatever order', () => {
  it('is answered, the same way each time', () => {
    forEachStep((before, input, now, rules) => {
      expect(step(before, input, now, rules)).toEqual(
        step(structuredClone(before), input, now, rules),
      );
    });
  });

  it('the assistant never speaks nor is asked to while a person has the conversation, or after its end', () => {
    forEachStep((before, input, now, rules) => {
      if (before.phase !== 'human' && before.phase !== 'ended') return;
      for (const effect of step(before, input, now, rules).effects) {
        expect(['utter', 'say', 'answer']).not.toContain(effect.type);
      }
    });
  });

  it('an answer for an older generation changes nothing', () => {
    forEachStep((before, input, now, rules) => {
      if (input.type !== 'assistant_answered' || input.generation === before.generation) return;
      expect(step(before, input, now, rules)).toEqual({ state: before, effects: [] });
    });
  });

  it('what words meant changes nothing in another generation, among people or after the end', () => {
    forEachStep((before, input, now, rules) => {
      if (input.type !== 'understood') return;
      const isLate =
        input.generation !== before.generation || ['human', 'ended'].includes(before.phase);
      if (!isLate) return;
      expect(step(before, input, now, rules)).toEqual({ state: before, effects: [] });
    });
  });

  it('words that are understood later lead to where they would have led at once, but for the fence', () => {
    forEachStep((before, input, now, rules) => {
      if (input.type !== 'visitor_said' || input.label === null) return;
      const { label } = input;
      const unsure = step(before, { type: 'visitor_said', label: null }, now, rules).state;
      // Where nobody is asked what they mean, nobody will tell.
      if (unsure !== before || !['assistant', 'offered'].includes(before.phase)) return;
      const { generation } = before;
      const { state, effects } = step(
        before,
        { type: 'understood', generation, label },
        now,
        rules,
      );
      const atOnce = step(before, input, now, rules);
      expect({ ...state, generation }).toEqual({ ...atOnce.state, generation });
      const isAnswered = !effects.some(({ type }) => type === 'settle');
      expect(isAnswered).toBe(atOnce.effects.some(({ type }) => type === 'answer'));
    });
  });

  it('the generation never goes back, and rises whenever somebody is silenced or takes over', () => {
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      const cuts = effects.some(
        (effect) =>
          effect.type === 'silence' ||
          (effect.type === 'record' && effect.event.event === 'takeover.started'),
      );
      if (cuts) expect(state.generation).toBeGreaterThan(before.generation);
      else expect(state.generation).toBeGreaterThanOrEqual(before.generation);
    });
  });

  it('nobody is offered, waited for or mailed while escalation is off', () => {
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      if (!state.enabled) {
        expect(['offered', 'waiting']).not.toContain(state.phase);
        for (const { type } of effects) expect(['notify', 'remind', 'pass_on']).not.toContain(type);
      }
    });
  });

  it('one confirmation calls the team once, and once more only after a call that failed', () => {
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      const isConfirmed = state.escalations > before.escalations;
      const isTriedAgain =
        notifiedIn(before) === 'failed' && notifiedIn(state) === 'pending' && !isConfirmed;
      const calls = effects.filter((effect) => effect.type === 'notify');
      expect(calls).toHaveLength(isConfirmed || isTriedAgain ? 1 : 0);
      if (isConfirmed) expect(state.escalations).toBe(before.escalations + 1);
      if (isTriedAgain) expect(['notify_again', 'wait_went_on']).toContain(input.type);
    });
  });

  it('only a link that is open lets somebody in, or the person whose seat was lost', () => {
    forEachStep((before, input, now, rules) => {
      const { state } = step(before, input, now, rules);
      if (state.phase !== 'human' || before.phase === 'human') return;
      const { id, escalation } = state.seat;
      const isBack = input.type === 'seat_resumed' && before.lost?.id === id;
      expect(isBack || escalation === null || isLinkOpen(before, escalation, id)).toBe(true);
    });
  });

  it('the team counts as told, reminded or given an address by a receipt alone', () => {
    forEachStep((before, input, now, rules) => {
      const { effects } = step(before, input, now, rules);
      if (records(effects, 'notification.sent')) {
        expect(input).toMatchObject({ type: 'mail_settled', accepted: true });
        expect(before).toMatchObject({ phase: 'waiting', notified: 'pending' });
      }
      if (records(effects, 'escalation.reminded')) {
        expect(input.type).toBe('reminded');
        expect(before).toMatchObject({ phase: 'waiting', isReminded: false });
      }
      if (records(effects, 'contact.passed_on')) {
        expect(input).toMatchObject({ type: 'contact_settled', accepted: true });
      }
    });
  });

  it('every receipt counts once', () => {
    forEachStep((before, input, now, rules) => {
      const isReceipt =
        input.type === 'reminded' ||
        (['mail_settled', 'contact_settled'].includes(input.type) &&
          'accepted' in input &&
          input.accepted);
      if (!isReceipt) return;
      const { state } = step(before, input, now, rules);
      expect(step(state, input, now, rules)).toEqual({ state, effects: [] });
    });
  });

  it('a wait goes up its ladder, never down, and reminds a team that was reached at most once', () => {
    const rungs = ['called', 'reminded', 'asked'];
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      const reminders = effects.filter(({ type }) => type === 'remind');
      if (reminders.length > 0) {
        expect(reminders).toHaveLength(1);
        expect(before).toMatchObject({ phase: 'waiting', rung: 'called', notified: 'sent' });
      }
      if (before.phase !== 'waiting' || state.phase !== 'waiting') return;
      expect(rungs.indexOf(state.rung)).toBeGreaterThanOrEqual(rungs.indexOf(before.rung));
      expect(state).toMatchObject({ escalation: before.escalation, from: before.from });
      expect(state.from).toBeGreaterThanOrEqual(state.since);
    });
  });

  it('time alone does nothing before the next rung is due, nor to those who do not wait', () => {
    forEachStep((before, _, now, rules) => {
      const { at, due } = nextDeadline(before, silent(now), rules);
      const went = step(before, { type: 'wait_went_on' }, now, rules);
      if (due !== 'rung' || now < at) expect(went).toEqual({ state: before, effects: [] });
      else expect(went.state).not.toEqual(before);
    });
  });

  it('a visitor is asked for an address only while it helps, and leaves three at the most', () => {
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      const asks = viewOf(state, false).asksContact === true;
      if (asks) expect(['human', 'ended']).not.toContain(state.phase);
      if (before.contact === 'left') expect(state.contact).toBe('left');
      expect(state.contacts).toBeLessThanOrEqual(MAX_CONTACTS);
      const captured = records(effects, 'contact.captured');
      expect(state.contacts).toBe(before.contacts + (captured ? 1 : 0));
      expect(state.passedOn).toBeGreaterThanOrEqual(before.passedOn);
    });
  });

  it('whoever was lost is forgotten once somebody has the conversation, or it has ended', () => {
    forEachStep((before, input, now, rules) => {
      const { state } = step(before, input, now, rules);
      const isOver = state.phase === 'human' || state.phase === 'ended';
      const mayBeLost = before.lost !== null || input.type === 'seat_lost';
      expect(state.lost === null || (!isOver && mayBeLost)).toBe(true);
    });
  });

  it('every state is read from storage as it was written', () => {
    forEachStep((before) => {
      expect(readEscalation(JSON.stringify(before))).toEqual(before);
    });
  });

  it('a refusal changes nothing', () => {
    forEachStep((before, input, now, rules) => {
      const { state, effects } = step(before, input, now, rules);
      if (!effects.some((effect) => effect.type === 'refuse')) return;
      expect(effects).toHaveLength(1);
      expect(state).toEqual(before);
    });
  });

  it('there is always a next deadline, and passing the last ones ends every conversation', () => {
    forEachStep((before, _, now, rules) => {
      const { at, due } = nextDeadline(before, silent(now), rules);
      if (before.phase === 'ended') expect(due).toBe('erase');
      else if (before.phase === 'waiting') expect(due).toBe('rung');
      else expect(step(before, { type: 'went_idle' }, at, rules).state.phase).toBe('ended');
    });
  });

  it('every wait ends by the passing of time, one deadline after the other', () => {
    forEachStep((before, _, now, rules) => {
      if (before.phase !== 'waiting') return;
      let state: Escalation = before;
      let time = now;
      const effects: Effect[] = [];
      for (let rungs = 0; state.phase === 'waiting'; rungs += 1) {
        expect(rungs).toBeLessThan(3);
        time = Math.max(time, nextDeadline(state, silent(time), rules).at);
        const next = step(state, { type: 'wait_went_on' }, time, rules);
        effects.push(...next.effects);
        state = next.state;
      }
      expect(state).toMatchObject({ phase: 'assistant', link: null });
      expect(time).toBe(Math.max(now, before.from + rules.closeMs));
      expect(effects.filter((effect) => effect.type === 'record')).toHaveLength(1);
      expect(records(effects, 'escalation.expired')).toBe(true);
    });
  });
});

/** How far the call got that somebody waits for. */
function notifiedIn(state: Escalation) {
  return state.phase === 'waiting' ? state.notified : null;
}

/** Nobody has said anything since, and nobody comes or goes. */
function silent(lastAt: number) {
  return { lastAt, isWorthKeeping: true, retentionDays: 90, leftAt: null, seatDueAt: null };
}
