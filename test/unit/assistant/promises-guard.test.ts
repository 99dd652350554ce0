import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamStanding } from '../../../src/assistant/answerer.ts';
import { createGuard } from '../../../src/assistant/promises/guard.ts';
import type { Guarded } from '../../../src/assistant/promises/guard.ts';
import { isFalsePromise } from '../../../src/assistant/promises/promise.ts';
import { truthIn } from '../../../src/assistant/promises/truths.ts';
import { innocent, promises } from './promises/samples.ts';

/** What the guard takes for one, and what it does not: how well it tells them apart is measured elsewhere. */
const PROMISES = promises.filter(({ text }, at) => at % 3 === 0 && isFalsePromise(text));
const INNOCENT = innocent.filter(({ text }) => !isFalsePromise(text));

interface Run {
  text: string;
  /** What the visitor saw after every delta. */
  seen: string[];
  parts: Guarded[];
  caught: number;
}

function run(deltas: Iterable<string>, team: TeamStanding = 'available', locale?: string): Run {
  const guard = createGuard(team, locale);
  const result: Run = { text: '', seen: [], parts: [], caught: 0 };
  const take = (parts: Guarded[]) => {
    for (const part of parts)
      result.text = part.type === 'text' ? result.text + part.delta : part.text;
    result.parts.push(...parts);
    result.seen.push(result.text);
  };
  for (const delta of deltas) take(guard.push(delta));
  take(guard.end());
  result.caught = guard.caught;
  return result;
}

const TRUTH = truthIn('en', 'available');

describe('a guard', () => {
  it('lets innocent words pass as they come', () => {
    const deltas = ['Boots', ' run', ' small', '.'];
    expect(run(deltas).parts).toEqual(deltas.map((delta) => ({ type: 'text', delta })));
  });

  it('shows nothing of the word that makes it a promise', () => {
    const { seen, text } = run([...'I have notified our team.']);
    for (const shown of seen) expect(shown).not.toContain('notif');
    expect(text).toBe(TRUTH);
  });

  it('holds the rest of a sentence back once it sounds like a promise, and releases it once judged', () => {
    const { seen } = run(['Our team ', 'is available from 9 to 6. ', 'Anything ', 'else?']);
    expect(seen).toEqual([
      '',
      '',
      'Our team is available from 9 to 6. Anything',
      'Our team is available from 9 to 6. Anything else?',
      'Our team is available from 9 to 6. Anything else?',
    ]);
  });

  it('puts the truth in the place of a promise, rewriting what was shown of it', () => {
    const { parts, text, caught } = run(['Sure. I have', ' notified our team.', ' Bye', '.']);
    expect(text).toBe(`Sure. ${TRUTH} Bye.`);
    expect(parts.filter(({ type }) => type === 'rewritten')).toEqual([
      { type: 'rewritten', text: `Sure. ${TRUTH} Bye` },
    ]);
    expect(caught).toBe(1);
  });

  it('rewrites nothing when nothing of the promise was shown', () => {
    const { parts } = run(['Someone from our team will contact you soon.']);
    expect(parts).toEqual([{ type: 'text', delta: TRUTH }]);
  });

  it('tells the truth once, and drops what else was promised', () => {
    const { text, caught } = run(['I have passed this on. They will be with you shortly. Bye.']);
    expect(text).toBe(`${TRUTH} Bye.`);
    expect(caught).toBe(2);
  });

  it('does not repeat a truth that stands there already', () => {
    expect(run([`${TRUTH} I have notified our team.`]).text).toBe(TRUTH);
  });

  it.each(['off', 'available', 'offered', 'calling', 'called', 'unreachable'] as const)(
    'says how it really stands: %s',
    (team) => expect(run(['The team has been notified.'], team).text).toBe(truthIn('en', team)),
  );

  it('keeps the mark of a list item that it replaces', () => {
    expect(run(['Done:\n- I have notified our team.\n- Your refund is due.']).text).toBe(
      `Done:\n- ${TRUTH}\n- Your refund is due.`,
    );
  });

  it('ends no sentence inside of numbers, abbreviations, web addresses or pauses', () => {
    for (const sentence of [
      'I have told Dr. Miller and our team.',
      'I have told our team about the 3.5 mm plug.',
      'I have forwarded https://acme.example/a.b?c=d to our team.',
      'I have passed it, e.g. the photo, to our team.',
      'I have notified ... our team.',
    ])
      expect(run([`Fine. ${sentence} Bye.`]).text).toBe(`Fine. ${TRUTH} Bye.`);
  });

  it('drops nothing but the promise: a sentence ends at each of its marks', () => {
    const marks = ['.', '!', '?', '…', '."', '.**', '\n'];
    for (const mark of marks) {
      const { text } = run([`Boots are in${mark} I have notified our team.`]);
      expect(text).toBe(`Boots are in${mark} ${TRUTH}`);
    }
    expect(run(['靴があります。チームに連絡しました。はい。']).text).toMatch(
      /^靴があります。.*はい。$/,
    );
    expect(run(['हाँ जी। मैंने टीम को बता दिया है। ठीक।']).text).toMatch(/^हाँ जी। .* ठीक।$/);
  });
});

describe('however it is split', () => {
  it('a promise ends as the same text', () => {
    for (const { text } of PROMISES) {
      const whole = `Well. ${text} Boots fit.`;
      const expected = run([whole]).text;
      expect(run(whole).text).toBe(expected);
      for (let at = 1; at < whole.length; at += 1)
        expect(run([whole.slice(0, at), whole.slice(at)]).text).toBe(expected);
    }
  });

  it('a promise is never seen', () => {
    for (const { text } of PROMISES) {
      const { seen, caught } = run(text);
      expect({ text, caught }).toEqual({ text, caught: 1 });
      // The last is the truth, which may well speak of the team.
      for (const shown of seen.slice(0, -1)) expect(isFalsePromise(shown) && shown).toBe(false);
    }
  });

  it('a text becomes the same, and to the letter what it was where nothing is promised', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...INNOCENT.map(({ text }) => text)),
        fc.constantFrom(...PROMISES.map(({ text }) => text)),
        fc.constantFrom(' ', '\n', '\n\n- ', '  ', '**', '1. ', '。', '👍🏽', '\u200b'),
      ),
    );
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (list, sizes) => {
        const whole = list.join('\n');
        const deltas: string[] = [];
        for (let at = 0; at < whole.length;) {
          const size = sizes.next().value;
          deltas.push(whole.slice(at, at + size));
          at += size;
        }
        const { text, caught } = run(deltas);
        expect(text).toBe(run([whole]).text);
        if (caught === 0) expect(text).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });
});
