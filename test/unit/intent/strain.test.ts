import { describe, expect, it } from 'vitest';
import { signsOf, STRAINED_FROM, strainOf, type Turn } from '../../../src/intent/strain.ts';

const visitor = (text: string): Turn => ({ role: 'visitor', text });
const assistant = (text: string): Turn => ({ role: 'assistant', text });
const agent = (text: string): Turn => ({ role: 'agent', text });
const noAnswer = (text = 'Sorry, I could not find that.'): Turn => ({
  ...assistant(text),
  isUnanswered: true,
});

const QUESTION = 'Where is my parcel?';
const REPLY = 'You can follow your parcel with the tracking link.';
const OTHER_REPLY = 'Tents ship within two days of an order.';

describe('the signs', () => {
  it('are none before the assistant has said anything', () => {
    expect(signsOf([], QUESTION)).toBeNull();
    expect(signsOf([visitor(QUESTION)], QUESTION)).toBeNull();
    expect(strainOf([visitor(QUESTION)], `${QUESTION}!!`, 1)).toBe(0);
  });

  it('are all absent where a question was answered and another follows', () => {
    expect(signsOf([visitor(QUESTION), assistant(REPLY)], 'Do you repair zips?')).toEqual({
      sameAnswer: 0,
      unanswered: 0,
      unansweredTwice: 0,
      askedAgain: 0,
      louder: 0,
    });
  });
});

describe('the same answer', () => {
  const sign = (one: string, other: string): number =>
    signsOf([assistant(one), visitor('hm'), assistant(other)], 'hello')?.sameAnswer ?? NaN;

  it('was given twice', () => {
    expect(sign(REPLY, REPLY)).toBe(1);
  });

  it('was given in nearly the same words', () => {
    const again = sign(REPLY, 'With the tracking link you can follow your parcel, as I said.');
    expect(again).toBeGreaterThan(0.5);
    expect(again).toBeLessThan(1);
  });

  it('was not, if it was another', () => {
    expect(sign(REPLY, OTHER_REPLY)).toBe(0);
  });

  it('is no sign where it is a greeting, which may well come twice', () => {
    expect(sign('Hello there, friend!', 'Hello there, friend!')).toBe(0);
    expect(sign('Hello there, dear friend!', 'Hello there, dear friend!')).toBe(1);
  });

  it('is told of the last two answers, whatever the visitor said in between', () => {
    const turns = [assistant(REPLY), assistant(OTHER_REPLY), visitor('a'), visitor('b')];
    expect(signsOf([...turns, assistant(REPLY)], 'hello')?.sameAnswer).toBe(0);
  });

  it('is told in scripts without spaces', () => {
    const reply = '您可以通过物流链接查询包裹。';
    expect(sign(reply, reply)).toBe(1);
    expect(sign(reply, '我们的帐篷两天内发货哦。')).toBe(0);
  });
});

describe('no answer', () => {
  const signs = (...turns: readonly Turn[]) => signsOf(turns, 'hello');

  it('came last, or did not', () => {
    expect(signs(assistant(REPLY), noAnswer())).toMatchObject({
      unanswered: 1,
      unansweredTwice: 0,
    });
    expect(signs(noAnswer(), assistant(REPLY))).toMatchObject({
      unanswered: 0,
      unansweredTwice: 0,
    });
  });

  it('came twice in a row', () => {
    expect(signs(noAnswer(), visitor('hm'), noAnswer())).toMatchObject({
      unanswered: 1,
      unansweredTwice: 1,
    });
    expect(signs(noAnswer(), assistant(REPLY), noAnswer())).toMatchObject({ unansweredTwice: 0 });
  });
});

describe('what was asked before', () => {
  const sign = (text: string, ...turns: readonly Turn[]): number =>
    signsOf([...turns, assistant(REPLY)], text)?.askedAgain ?? NaN;

  it('is asked again, in the same words or in fewer', () => {
    expect(sign(QUESTION, visitor(QUESTION))).toBe(1);
    expect(sign('my parcel', visitor(QUESTION))).toBe(1);
    expect(sign('PARCELS?', visitor(QUESTION))).toBe(1);
  });

  it('is asked again in part', () => {
    const part = sign('Where is my parcel, and who delivers it?', visitor(QUESTION));
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(1);
  });

  it('counts by its long words: short ones only hold a sentence together', () => {
    const long = sign('the parcel', visitor('a parcel'));
    const short = sign('the parcel', visitor('the shop'));
    expect(long).toBeGreaterThan(0.5);
    expect(short).toBeLessThan(0.5);
    expect(short).toBeGreaterThan(0);
  });

  it('is remembered for three messages, and forgotten after a fourth', () => {
    const others = ['Do you repair zips?', 'Do you sell boots?', 'Do you rent tents?'].map(visitor);
    expect(sign(QUESTION, visitor(QUESTION), ...others.slice(1))).toBe(1);
    expect(sign(QUESTION, visitor(QUESTION), ...others)).toBeLessThan(1);
  });

  it('is not what was said since the last answer: that was not answered yet', () => {
    const turns = [assistant(REPLY), visitor(QUESTION)];
    expect(signsOf(turns, QUESTION)?.askedAgain).toBe(0);
  });

  it('is not a message that has no words', () => {
    expect(sign('👍', visitor('👍'))).toBe(0);
    expect(sign('', visitor(QUESTION))).toBe(0);
  });

  it('is recognised in scripts without spaces', () => {
    expect(sign('我的包裹', visitor('我的包裹在哪里'))).toBe(1);
    expect(sign('营业时间', visitor('我的包裹在哪里'))).toBe(0);
  });
});

describe('a louder message', () => {
  const sign = (text: string, said = 'hello'): number =>
    signsOf([visitor(said), assistant(REPLY)], text)?.louder ?? NaN;

  it.each([
    ['marks in a row', 'hello??', 'hello?'],
    ['marks in a row, full-width', '你好？！', '你好？'],
    ['capitals only, of six letters', 'PARCEL', 'WHERE'],
    ['two words in capitals', 'I said MONDAY not FRIDAY', 'I said MONDAY not Friday'],
    ['words of three capitals', 'NOT the RED one', 'NO the RE one'],
    ['capitals of another script', 'ГДЕ ЗАКАЗ', 'Где заказ'],
  ])('has %s', (_, loud, calm) => {
    expect(sign(loud)).toBe(1);
    expect(sign(calm)).toBe(0);
  });

  it('is none in a script that has no capitals', () => {
    expect(sign('我的包裹在哪里')).toBe(0);
  });

  it('is none where somebody has been loud all along', () => {
    expect(sign('WHERE IS MY PARCEL', 'HELLO THERE')).toBe(0);
  });
});

describe('the strain', () => {
  const calm: readonly Turn[] = [visitor('hi'), assistant(OTHER_REPLY)];
  const asked = [visitor(QUESTION), assistant(REPLY)];
  const sameAnswer = [...asked, visitor('that does not say much'), assistant(REPLY)];
  const unanswered = [visitor(QUESTION), noAnswer()];
  const unansweredTwice = [...unanswered, visitor('so what now'), noAnswer('I do not know.')];

  it.each([
    ['the same answer', sameAnswer, 'do you sell boots'],
    ['no answer', unanswered, 'do you sell boots'],
    ['no answer, twice', unansweredTwice, 'do you sell boots'],
    ['a question asked again', asked, QUESTION],
    ['a louder message', asked, 'DO YOU SELL BOOTS'],
  ])(
    'is more with %s than without, and that alone is no reason to offer a person',
    (_, turns, text) => {
      const strain = strainOf(turns, text);
      expect(strain).toBeGreaterThan(strainOf(calm, 'do you sell boots'));
      expect(strain).toBeLessThan(STRAINED_FROM);
    },
  );

  it.each([
    ['asks again after the same answer', sameAnswer, QUESTION],
    ['raises their voice after the same answer', sameAnswer, 'THAT SAYS NOTHING'],
    ['asks again when twice there was no answer', unansweredTwice, QUESTION],
    ['asks again, louder, when there was no answer', unanswered, QUESTION.toUpperCase()],
  ])('is a reason to offer a person to somebody who %s', (_, turns, text) => {
    expect(strainOf(turns, text)).toBeGreaterThanOrEqual(STRAINED_FROM);
  });

  it('is more for a message that sounds impatient, and the more it does', () => {
    const strains = [0, 0.1, 0.39].map((sound) => strainOf(unanswered, 'hm', sound));
    expect(strains).toEqual(strains.toSorted((a, b) => a - b));
    expect(new Set(strains).size).toBe(3);
  });

  it('is a share', () => {
    const worst = [...unansweredTwice, visitor(QUESTION), noAnswer('I do not know.')];
    for (const [turns, text, sound] of [
      [calm, 'hm', 0],
      [worst, QUESTION.toUpperCase(), 1],
    ] as const) {
      expect(strainOf(turns, text, sound)).toBeGreaterThan(0);
      expect(strainOf(turns, text, sound)).toBeLessThan(1);
    }
  });

  it('is over once somebody of the team has spoken', () => {
    expect(strainOf([...sameAnswer, agent('Hello, I am Ana.')], QUESTION)).toBe(0);
    const since = [agent('Hello, I am Ana.'), ...asked];
    expect(strainOf([...sameAnswer, ...since], 'hm')).toBe(strainOf(asked, 'hm'));
  });

  it('comes back if it goes wrong again after that', () => {
    const turns = [...sameAnswer, agent('Hello, I am Ana.'), ...sameAnswer];
    expect(strainOf(turns, QUESTION)).toBe(strainOf(sameAnswer, QUESTION));
  });
});
