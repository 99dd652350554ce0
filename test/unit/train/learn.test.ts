import { describe, expect, it } from 'vitest';
import type { Labelled } from '../../../scripts/eval/held-out.ts';
import { sentencesOf } from '../../../scripts/train/detector/grammar.ts';
import { readHeldOut } from '../../../scripts/eval/held-out.ts';
import { learn, lessonFrom } from '../../../scripts/train/detector/learn.ts';
import { materialIn, readMaterial } from '../../../scripts/train/detector/material.ts';
import { meaningOf } from '../../../scripts/train/detector/sentences.ts';
import { moduleOf } from '../../../scripts/train/detector/weights-module.ts';
import { seeded } from '../../../scripts/train/random.ts';
import { createDetect } from '../../../src/intent/detect.ts';
import { unpack } from '../../../src/intent/table.ts';
import { DIGEST } from '../../../src/intent/weights.ts';

const TEXT = `
who = a human | an agent | a person | somebody
thing = the tent | the boots | the stove | my parcel
offer = Shall I call somebody? | Do you want that?
says = The tent is green. | We open at nine.

# ask_human
i want to talk to {who}
can i talk to {who} please
get me {who}
{who} please
please connect me to {who}

# frustrated
you are (useless | no help | a stupid bot)
this bot is (useless | stupid | no help)
you do not understand [me | anything]
that is not what i asked
i asked you that already, stupid bot

# confirm
(yes | sure | ok) [please]
yes, (do it | do that)
ok, do it
{offer} => (sure | yes | do it)

# decline
no [thanks | thank you]
no, (not now | leave it)
not now [thanks]
{offer} => (no | not now | leave it)

# near
my agent bought {thing}
is {thing} for one person
the person in the shop sold me {thing}
{thing} is useless

# other
where is {thing}
how much is {thing}
do you sell {thing}
what is {thing} made of
`;

const material = materialIn(TEXT, 'en.txt');

/** What the sentences of the material mean, whatever they answer. */
const known = material.templates.flatMap(({ section, context, sentence }) =>
  context
    ? []
    : sentencesOf(sentence, 100, seeded(1)).map((text) => ({ text, expected: meaningOf(section) })),
);
const heldOut: readonly Labelled[] = known.map((one) => ({
  ...one,
  context: [],
  language: 'en',
  source: 'test',
}));
const lesson = lessonFrom([material], heldOut);
const packed = learn(lesson);

describe('a lesson', () => {
  it('is known by its digest: the same for the same sentences, another for any others', () => {
    expect(lessonFrom([materialIn(TEXT, 'en.txt')], heldOut).digest).toBe(lesson.digest);
    for (const [from, to] of [
      ['how much is', 'how many are'],
      ['# near', '# decline'],
      ['{offer} => (sure', '{says} => (sure'],
    ] as const) {
      const other = materialIn(TEXT.replace(from, to), 'en.txt');
      expect(lessonFrom([other], heldOut).digest).not.toBe(lesson.digest);
    }
  });

  it('has every section’s sentences, look-alikes as other', () => {
    const meanings = new Set(lesson.examples.map(({ meaning }) => meaning));
    expect(meanings).toEqual(new Set(['ask_human', 'frustrated', 'confirm', 'decline', 'other']));
  });
});

describe('what is learned', () => {
  it('is the same text for the same lesson', () => {
    expect(learn(lessonFrom([materialIn(TEXT, 'en.txt')], heldOut))).toEqual(packed);
  });

  it('tells its own sentences apart', () => {
    const detect = createDetect(unpack(packed));
    const told = known.map(({ text }) => ({ text, expected: detect(text).label }));
    expect(told).toEqual(known);
  });

  it('tells what it has not seen by what it has', () => {
    const detect = createDetect(unpack(packed));
    expect(detect('please get me a person').label).toBe('ask_human');
    expect(detect('you stupid bot').label).toBe('frustrated');
    expect(detect('how much are the boots and where is my stove').label).toBe('other');
  });

  it('has no more features than there is room for', () => {
    const small = learn(lesson, 20);
    expect(small.codes).toHaveLength(20);
    expect(packed.codes.length).toBeGreaterThan(20);
  });

  it('is written as a module that holds all of it', () => {
    const text = moduleOf(packed, lesson.digest);
    for (const part of [...Object.values(packed), lesson.digest])
      expect(text).toContain(`'${part}'`);
  });
});

describe('the weights in the repository', () => {
  it('are made from the sentences in the repository', { timeout: 120_000 }, async () => {
    expect(lessonFrom(await readMaterial(), await readHeldOut()).digest).toBe(DIGEST);
  });
});
