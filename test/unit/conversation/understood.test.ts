import { describe, expect, it } from 'vitest';
import { contextOf, decide } from '../../../src/conversation/decide.ts';
import {
  begin,
  type Effect,
  type Escalation,
  type Input,
} from '../../../src/conversation/escalation-state.ts';
import { step } from '../../../src/conversation/escalation.ts';
import { RULES } from './rules.ts';
import { OFFER_LAPSES_AFTER_MESSAGES } from '../../../src/conversation/escalation-words.ts';
import { type Detect, NOTHING_KNOWN, type Verdict } from '../../../src/intent/verdict.ts';
import type { Label, MessageEntry } from '../../../src/protocol/entry.ts';

const NOW = 1_000_000;
const LATER = NOW + 1_500;
const LABELS: readonly Label[] = ['ask_human', 'frustrated', 'confirm', 'decline', 'other'];

type Result = { state: Escalation; effects: Effect[] };

function playFrom(start: Escalation, ...inputs: Input[]): Result {
  let result: Result = { state: start, effects: [] };
  for (const input of inputs) result = step(result.state, input, NOW, RULES);
  return result;
}

const play = (...inputs: Input[]): Result => playFrom(begin(true, NOW), ...inputs);

const says = (label: Label | null): Input => ({ type: 'visitor_said', label });
const unsure = says(null);
const asks = says('ask_human');
const yes: Input = { type: 'offer_answered', accept: true };
const no: Input = { type: 'offer_answered', accept: false };
const answered = ({ generation }: Escalation): Input => ({
  type: 'assistant_answered',
  generation,
  answered: true,
  isLast: true,
  isSpent: false,
});
const takesOver: Input = {
  type: 'took_over',
  seat: { id: 'key:alex', isLasting: true, name: 'Alex', escalation: null },
  force: false,
};

/** What follows once it is known what the last words meant. */
function understood(state: Escalation, label: Label, generation = state.generation): Result {
  return step(state, { type: 'understood', generation, label }, LATER, RULES);
}

function events(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'record' ? [effect.event.event] : []));
}

const types = (effects: readonly Effect[]): string[] => effects.map(({ type }) => type);

/** The answer to words that meant something else is stopped, and they want none any more, before all else. */
function expectSettled(effects: readonly Effect[]): void {
  expect(types(effects).slice(0, 2)).toEqual(['silence', 'settle']);
  expect(types(effects)).not.toContain('answer');
}

const offered = play(asks).state;
const spokenSince = playFrom(offered, says('other'), answered(offered)).state;
const waiting = playFrom(offered, yes).state;
const declined = playFrom(offered, no).state;
const human = play(takesOver).state;
const ended = play({ type: 'visitor_ended' }).state;
const off = begin(false, NOW);

describe('words of unsure meaning', () => {
  it.each([
    ['with nothing offered', begin(true, NOW)],
    ['after a no', declined],
    ['with an open offer', offered],
    ['with escalation off', off],
  ])('are answered meanwhile, and change nothing: %s', (_, state) => {
    expect(playFrom(state, unsure)).toEqual({ state, effects: [{ type: 'answer' }] });
  });

  it.each([
    ['during a wait', waiting],
    ['to a person', human],
    ['after an offer that the assistant has spoken since', spokenSince],
    ['after the end', ended],
  ])('count as any other where nobody is asked what they mean: %s', (_, state) => {
    expect(playFrom(state, unsure)).toEqual(playFrom(state, says('other')));
  });
});

describe('understood as a request for a person', () => {
  it('has one offered instead of the answer', () => {
    const { state, effects } = understood(play(unsure).state, 'ask_human');
    expect(state).toMatchObject({ phase: 'offered', reason: 'asked', latest: true, since: LATER });
    expect(events(effects)).toEqual(['escalation.offered']);
    expectSettled(effects);
  });

  it('has the answer that was begun fenced off', () => {
    const before = play(unsure).state;
    const { state } = understood(before, 'ask_human');
    expect(playFrom(state, answered(before))).toEqual({ state, effects: [] });
  });

  it('has one offered even after a no', () => {
    expect(understood(playFrom(declined, unsure).state, 'ask_human').state.phase).toBe('offered');
  });

  it('has the honest line said where nobody can be called, once', () => {
    const { state, effects } = understood(playFrom(off, unsure).state, 'ask_human');
    expect(state.phase).toBe('assistant');
    expectSettled(effects);
    expect(effects.slice(2)).toEqual([
      { type: 'say', line: { line: 'no_person_here' } },
      { type: 'pick_up' },
    ]);
  });

  it('answers an open offer with yes', () => {
    const { state, effects } = understood(playFrom(offered, unsure).state, 'ask_human');
    expect(state).toMatchObject({ phase: 'waiting', escalation: 1 });
    expect(events(effects)).toEqual(['escalation.requested']);
  });
});

describe('understood as frustration', () => {
  it('has a person offered', () => {
    const { state, effects } = understood(play(unsure).state, 'frustrated');
    expect(state).toMatchObject({ phase: 'offered', reason: 'frustrated' });
    expectSettled(effects);
  });

  it.each([
    ['after a no', declined],
    ['where nobody can be called', off],
  ])('leaves the answer alone %s', (_, before) => {
    const { state } = playFrom(before, unsure);
    expect(understood(state, 'frustrated')).toEqual({ state, effects: [] });
  });
});

describe('understood as an answer to an open offer', () => {
  const asked = playFrom(offered, unsure).state;

  it('calls the team once if it is a yes', () => {
    const { state, effects } = understood(asked, 'confirm');
    expect(state).toMatchObject({ phase: 'waiting', escalation: 1, notified: 'pending' });
    expect(events(effects)).toEqual(['escalation.requested']);
    expectSettled(effects);
    expect(effects.filter(({ type }) => type === 'notify')).toEqual([
      { type: 'notify', escalation: 1 },
    ]);
    expect(understood(state, 'confirm', asked.generation)).toEqual({ state, effects: [] });
  });

  it('declines it if it is a no, and what the offer cut short is owed again', () => {
    const { state, effects } = understood(asked, 'decline');
    expect(state).toMatchObject({ phase: 'assistant', declined: true });
    expect(events(effects)).toEqual(['escalation.declined']);
    expectSettled(effects);
    expect(effects.at(-1)).toEqual({ type: 'pick_up' });
  });

  it.each(['other', 'frustrated'] as const)('counts as none if it is neither: %s', (label) => {
    const { state, effects } = understood(asked, label);
    expect(state).toEqual({ ...offered, ignored: 1 });
    expect(effects).toEqual([]);
  });
});

describe('an offer that is not answered', () => {
  const ignore = (state: Escalation): Escalation =>
    understood(playFrom(state, unsure).state, 'other').state;
  const almost = Array.from({ length: OFFER_LAPSES_AFTER_MESSAGES - 1 }).reduce<Escalation>(
    ignore,
    offered,
  );

  it('does not lapse with words before they are understood', () => {
    expect(almost).toMatchObject({ phase: 'offered', ignored: OFFER_LAPSES_AFTER_MESSAGES - 1 });
    expect(playFrom(almost, unsure, unsure).state).toEqual(almost);
  });

  it('lapses once the last of them are, and their answer goes on', () => {
    const { state, effects } = understood(playFrom(almost, unsure).state, 'other');
    expect(state).toMatchObject({ phase: 'assistant', declined: true });
    expect(effects).toEqual([{ type: 'record', event: { event: 'escalation.lapsed' } }]);
  });

  it('counts words of sure and of unsure meaning alike', () => {
    const mixed = [says('other'), unsure].reduce<Escalation>(
      (state, input) => (input === unsure ? ignore(state) : playFrom(state, input).state),
      offered,
    );
    expect(mixed).toEqual(almost);
    expect(playFrom(mixed, says('other')).state.phase).toBe('assistant');
  });
});

describe('understood too late', () => {
  it.each(LABELS)('means nothing in another generation: %s', (label) => {
    for (const state of [begin(true, NOW), offered, declined, off]) {
      const { generation } = state;
      expect(understood(state, label, generation - 1)).toEqual({ state, effects: [] });
      expect(understood(state, label, generation + 1)).toEqual({ state, effects: [] });
    }
  });

  it.each([
    ['the team is called', waiting],
    ['somebody has taken over', human],
    ['the assistant has spoken since the offer', spokenSince],
    ['the conversation has ended', ended],
  ])('means nothing once %s', (_, state) => {
    for (const label of LABELS) expect(understood(state, label)).toEqual({ state, effects: [] });
  });

  it('means nothing once a person was offered for another reason', () => {
    const before = play(unsure).state;
    const { state } = playFrom(before, { type: 'human_asked' });
    for (const label of LABELS) {
      expect(understood(state, label, before.generation)).toEqual({ state, effects: [] });
    }
  });

  it.each(['confirm', 'decline', 'other', 'frustrated'] as const)(
    'answers no offer that was declined by a tap meanwhile: %s',
    (label) => {
      const { state } = playFrom(offered, unsure, no);
      expect(understood(state, label)).toEqual({ state, effects: [] });
    },
  );
});

describe('what is decided about a message', () => {
  const verdict = (changed: Partial<Verdict>): Verdict => ({
    ...NOTHING_KNOWN,
    label: 'ask_human',
    score: 0.5,
    evidence: 'somebody',
    ...changed,
  });
  const told = (state: Escalation, changed: Partial<Verdict>, mayAsk: boolean) =>
    decide(state, 'Is somebody there?', {
      detect: () => verdict(changed),
      earlier: () => [],
      mayAsk,
      clock: () => 7,
    });

  it('is nothing yet where the detector is unsure and a model may be asked', () => {
    for (const state of [begin(true, NOW), offered]) {
      expect(told(state, { isUnsure: true }, true)).toEqual({ input: unsure });
    }
  });

  it.each([
    ['the detector is sure', begin(true, NOW), false, true],
    ['there is no model to ask', begin(true, NOW), true, false],
    ['nothing depends on it during a wait', waiting, true, true],
    ['the assistant has spoken since the offer', spokenSince, true, true],
  ])('is the detector’s, for the team to read, where %s', (_, state, isUnsure, mayAsk) => {
    const noted = {
      event: 'intent.decided',
      label: 'ask_human',
      score: 0.5,
      tier: 'embedded',
      evidence: 'somebody',
      ms: 0,
    };
    expect(told(state, { isUnsure }, mayAsk)).toEqual({ input: asks, noted });
  });

  it('is nothing among people, where the detector is not even asked', () => {
    const detect: Detect = () => {
      throw new Error('the detector was asked');
    };
    const means = { detect, earlier: () => [], mayAsk: true, clock: () => 0 };
    for (const state of [human, ended]) {
      expect(decide(state, 'Is somebody there?', means)).toEqual({ input: says('other') });
    }
  });
});

describe('what the detector is told of the conversation', () => {
  const line = (changed: Partial<MessageEntry>): MessageEntry => ({
    seq: 1,
    at: NOW,
    kind: 'message',
    author: { role: 'assistant' },
    text: 'Hm.',
    ...changed,
  });

  it('is who said what, and which answers were none', () => {
    const lines = [
      line({ author: { role: 'visitor' }, text: 'When?' }),
      line({}),
      line({ unanswered: true }),
      line({ fallback: 'trouble' }),
      line({ author: { role: 'agent', name: 'Alex' } }),
    ];
    expect(contextOf(begin(true, NOW), lines).turns).toEqual([
      { role: 'visitor', text: 'When?' },
      { role: 'assistant', text: 'Hm.' },
      { role: 'assistant', text: 'Hm.', isUnanswered: true },
      { role: 'assistant', text: 'Hm.', isUnanswered: true },
      { role: 'agent', text: 'Hm.' },
    ]);
  });

  it('is that a person is offered, for as long as nothing else was said since', () => {
    const isOffered = [begin(true, NOW), offered, spokenSince, waiting].map(
      (state) => contextOf(state, []).offered,
    );
    expect(isOffered).toEqual([false, true, false, false]);
  });
});
