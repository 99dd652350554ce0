import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../src/conversation/deadlines.ts';
import {
  begin,
  type Escalation,
  type Input,
  isLinkOpen,
} from '../../../src/conversation/escalation-state.ts';
import { step } from '../../../src/conversation/escalation.ts';
import { RULES } from './rules.ts';

const START = 1_000;
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
  fc.record({ type: fc.constant('settings_changed' as const), enabled: fc.boolean() }),
);

const inputs = fc.oneof({ weight: 30, arbitrary: continues }, { weight: 1, arbitrary: ends });

const walks = fc.array(inputs, { maxLength: 40 });

/** Calls `check` for every step of a random walk. */
function forEachStep(check: (before: Escalation, input: Input, now: number) => void): void {
  fc.assert(
    fc.property(walks, fc.boolean(), (walk, enabled) => {
      let state = begin(enabled, START);
      for (const [index, input] of walk.entries()) {
        const now = START + index;
        check(state, input, now);
        state = step(state, input, now, RULES).state;
      }
    }),
    { numRuns: 2_000 },
  );
}

describe('whatever happens, in whatever order', () => {
  it('is answered, the same way each time', () => {
    forEachStep((before, input, now) => {
      expect(step(before, input, now, RULES)).toEqual(step(structuredClone(before), input, now, RULES));
    });
  });

  it('the assistant never speaks nor is asked to while a person has the conversation, or after its end', () => {
    forEachStep((before, input, now) => {
      if (before.phase !== 'human' && before.phase !== 'ended') return;
      for (const effect of step(before, input, now, RULES).effects) {
        expect(['utter', 'say', 'answer']).not.toContain(effect.type);
      }
    });
  });

  it('an answer for an older generation changes nothing', () => {
    forEachStep((before, input, now) => {
      if (input.type !== 'assistant_answered' || input.generation === before.generation) return;
      expect(step(before, input, now, RULES)).toEqual({ state: before, effects: [] });
    });
  });

  it('what words meant changes nothing in another generation, among people or after the end', () => {
    forEachStep((before, input, now) => {
      if (input.type !== 'understood') return;
      const isLate =
        input.generation !== before.generation || ['human', 'ended'].includes(before.phase);
      if (!isLate) return;
      expect(step(before, input, now, RULES)).toEqual({ state: before, effects: [] });
    });
  });

  it('words that are understood later lead to where they would have led at once, but for the fence', () => {
    forEachStep((before, input, now) => {
      if (input.type !== 'visitor_said' || input.label === null) return;
      const { label } = input;
      const unsure = step(before, { type: 'visitor_said', label: null }, now, RULES).state;
      // Where nobody is asked what they mean, nobody will tell.
      if (unsure !== before || !['assistant', 'offered'].includes(before.phase)) return;
      const { generation } = before;
      const { state, effects } = step(before, { type: 'understood', generation, label }, now, RULES);
      const atOnce = step(before, input, now, RULES);
      expect({ ...state, generation }).toEqual({ ...atOnce.state, generation });
      const isAnswered = !effects.some(({ type }) => type === 'settle');
      expect(isAnswered).toBe(atOnce.effects.some(({ type }) => type === 'answer'));
    });
  });

  it('the generation never goes back, and rises whenever somebody is silenced or takes over', () => {
    forEachStep((before, input, now) => {
      const { state, effects } = step(before, input, now, RULES);
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
    forEachStep((before, input, now) => {
      const { state, effects } = step(before, input, now, RULES);
      if (!state.enabled) {
        expect(['offered', 'waiting']).not.toContain(state.phase);
        expect(effects.map((effect) => effect.type)).not.toContain('notify');
      }
    });
  });

  it('one confirmation mails the team once, and only a link that is open lets somebody in', () => {
    forEachStep((before, input, now) => {
      const { state, effects } = step(before, input, now, RULES);
      const mails = effects.filter((effect) => effect.type === 'notify').length;
      expect(mails).toBe(state.escalations - before.escalations);
      const takesSeat = state.phase === 'human' && before.phase !== 'human';
      if (takesSeat && state.seat.escalation !== null) {
        expect(isLinkOpen(before, state.seat.escalation, state.seat.id)).toBe(true);
      }
    });
  });

  it('the team counts as told by a receipt alone', () => {
    forEachStep((before, input, now) => {
      const told = step(before, input, now, RULES).effects.some(
        (effect) => effect.type === 'record' && effect.event.event === 'notification.sent',
      );
      if (told) {
        expect(input).toMatchObject({ type: 'mail_settled', accepted: true });
        expect(before).toMatchObject({ phase: 'waiting', notified: 'pending' });
      }
    });
  });

  it('a refusal changes nothing', () => {
    forEachStep((before, input, now) => {
      const { state, effects } = step(before, input, now, RULES);
      if (!effects.some((effect) => effect.type === 'refuse')) return;
      expect(effects).toHaveLength(1);
      expect(state).toEqual(before);
    });
  });

  it('there is always a next deadline, and passing the last ones ends every wait', () => {
    forEachStep((before) => {
      const silence = { lastAt: START, isWorthKeeping: true, retentionDays: 90, leftAt: null };
      const { at, due } = nextDeadline(before, silence, RULES);
      expect(at).toBeGreaterThan(START);
      if (before.phase === 'ended') expect(due).toBe('erase');
      else expect(step(before, { type: 'went_idle' }, at, RULES).state.phase).toBe('ended');
    });
  });
});
