import { describe, expect, it } from 'vitest';
import {
  ANSWER_FROM,
  ASKING_FROM,
  decide,
  FRUSTRATED_FROM,
  isUnsure,
  UNSURE_FROM,
  UNSURE_TO,
} from '../../../src/intent/decide.ts';
import type { Scores } from '../../../src/intent/scores.ts';

/** Next to nothing. */
const A_LITTLE = 1e-6;

function scores(some: Partial<Scores>): Scores {
  const told = { ask_human: 0, frustrated: 0, confirm: 0, decline: 0, ...some };
  const { ask_human, frustrated, confirm, decline } = told;
  return { other: 1 - ask_human - frustrated - confirm - decline, ...told };
}

describe('the label', () => {
  it.each([
    ['a wish for a person', 'ask_human', ASKING_FROM],
    ['impatience', 'frustrated', FRUSTRATED_FROM],
    ['a yes', 'confirm', ANSWER_FROM],
    ['a no', 'decline', ANSWER_FROM],
  ] as const)('is that of %s from a score on, and not below', (_, label, from) => {
    expect(decide(scores({ [label]: from }))).toEqual({ label, score: from });
    expect(decide(scores({ [label]: from - A_LITTLE })).label).toBe('other');
  });

  it('is other, as likely as that is, where nothing is likely enough', () => {
    expect(decide(scores({ confirm: 0.25, decline: 0.25 }))).toEqual({
      label: 'other',
      score: 0.5,
    });
  });

  it('is one of the two for which a person is offered if both together are likely enough', () => {
    const half = ASKING_FROM / 2;
    expect(decide(scores({ ask_human: half, frustrated: half }))).toEqual({
      label: 'ask_human',
      score: ASKING_FROM,
    });
  });

  it('is asking where somebody asks in anger', () => {
    expect(decide(scores({ ask_human: 0.3, frustrated: 0.7 })).label).toBe('ask_human');
    expect(decide(scores({ ask_human: 0.3 - A_LITTLE, frustrated: 0.7 })).label).toBe('frustrated');
  });

  it('takes less of a wish for a person than of impatience, which asks for nothing', () => {
    expect(ASKING_FROM).toBeLessThan(FRUSTRATED_FROM);
    expect(decide(scores({ ask_human: ASKING_FROM })).label).toBe('ask_human');
    expect(decide(scores({ frustrated: ASKING_FROM })).label).toBe('other');
  });

  it('is a person rather than an answer, once that is likely enough', () => {
    const confirm = 1 - ASKING_FROM;
    expect(decide(scores({ ask_human: ASKING_FROM, confirm })).label).toBe('ask_human');
    expect(decide(scores({ ask_human: ASKING_FROM - A_LITTLE, confirm })).label).toBe('confirm');
  });

  it('is the likelier answer', () => {
    expect(decide(scores({ confirm: 0.5, decline: 0.4 })).label).toBe('confirm');
    expect(decide(scores({ confirm: 0.4, decline: 0.5 })).label).toBe('decline');
  });
});

describe('a second opinion', () => {
  it.each(['ask_human', 'frustrated'] as const)('is worth asking for about %s', (label) => {
    expect(isUnsure(scores({ [label]: UNSURE_FROM - A_LITTLE }), false)).toBe(false);
    expect(isUnsure(scores({ [label]: UNSURE_FROM }), false)).toBe(true);
    expect(isUnsure(scores({ [label]: UNSURE_TO - A_LITTLE }), false)).toBe(true);
    expect(isUnsure(scores({ [label]: UNSURE_TO }), false)).toBe(false);
  });

  it('is worth asking for about the two together', () => {
    const half = UNSURE_FROM / 2;
    expect(isUnsure(scores({ ask_human: half, frustrated: half }), false)).toBe(true);
    expect(isUnsure(scores({ ask_human: UNSURE_TO / 2, frustrated: UNSURE_TO / 2 }), false)).toBe(
      false,
    );
  });

  it.each(['confirm', 'decline'] as const)(
    'is worth asking for about %s only where it answers an offer',
    (label) => {
      expect(isUnsure(scores({ [label]: UNSURE_FROM }), true)).toBe(true);
      expect(isUnsure(scores({ [label]: UNSURE_FROM - A_LITTLE }), true)).toBe(false);
      expect(isUnsure(scores({ [label]: UNSURE_TO }), true)).toBe(false);
      expect(isUnsure(scores({ [label]: UNSURE_FROM }), false)).toBe(false);
    },
  );

  it('is worth asking for wherever the label is close to another', () => {
    for (const from of [ASKING_FROM, FRUSTRATED_FROM, ANSWER_FROM]) {
      expect(UNSURE_FROM).toBeLessThan(from);
      expect(UNSURE_TO).toBeGreaterThan(from);
    }
  });
});
