import { describe, expect, it } from 'vitest';
import {
  dialoguesIn,
  judgeDialogues,
  offeredAt,
  readDialogues,
} from '../../../scripts/eval/patience.ts';
import { Complaint } from '../../../scripts/lib/complaint.ts';
import { type Detect, NOTHING_KNOWN } from '../../../src/intent/verdict.ts';

/** Takes a message for what it says. */
const literally: Detect = (text) => ({
  ...NOTHING_KNOWN,
  label: text === 'human' ? 'ask_human' : text === 'enough' ? 'frustrated' : 'other',
});

/** A dialogue in which the visitor says these lines, and the assistant answers each but the last. */
const dialogue = (kind: string, ...lines: readonly string[]): string =>
  `# ${kind} en\n${lines.map((line) => `visitor: ${line}`).join('\nassistant: hm\n')}\n\n`;

describe('a file of dialogues', () => {
  it('has a heading for each, and a line for each turn', () => {
    const text = `# impatient en

visitor: hi: there
assistant: Hello!
visitor: hello??
# patient zh
visitor: 你好
assistant (no answer): 抱歉。
`;
    expect(dialoguesIn(text)).toEqual([
      {
        isImpatient: true,
        language: 'en',
        line: 1,
        turns: [
          { role: 'visitor', text: 'hi: there' },
          { role: 'assistant', text: 'Hello!' },
          { role: 'visitor', text: 'hello??' },
        ],
      },
      {
        isImpatient: false,
        language: 'zh',
        line: 6,
        turns: [
          { role: 'visitor', text: '你好' },
          { role: 'assistant', text: '抱歉。', isUnanswered: true },
        ],
      },
    ]);
  });

  it.each([
    ['a turn before any heading', 'visitor: hi\n', 1],
    ['a heading that there is not', '# patient en\n# angry en\n', 2],
    ['a heading without a language', '# patient\n', 1],
    ['somebody else’s turn', '# patient en\n\nagent: hi\n', 3],
    ['a turn that says nothing', '# patient en\nvisitor:\n', 2],
    ['a line that is none', '# patient en\nvisitor: hi\nthere\n', 3],
  ])('is refused by its line: %s', (_, text, line) => {
    expect(() => dialoguesIn(text)).toThrow(
      new Complaint(`patience.txt, line ${line}: a turn, such as “visitor: hello”, was expected.`),
    );
  });

  it('is that of the repository: impatience is told by the visitor’s last line', async () => {
    const dialogues = await readDialogues();
    expect(dialogues.length).toBeGreaterThan(20);
    const mute = dialogues.filter(({ turns }) => !turns.some(({ role }) => role === 'assistant'));
    const open = dialogues.filter(
      ({ isImpatient, turns }) => isImpatient && turns.at(-1)?.role !== 'visitor',
    );
    expect([...mute, ...open].map(({ line }) => line)).toEqual([]);
  });
});

describe('the turn at which a person is offered', () => {
  const [first] = dialoguesIn(dialogue('impatient', 'a', 'human', 'enough'));

  it('is the first at which one was asked for, or patience was at its end', () => {
    expect(first && offeredAt(first, literally)).toBe(2);
  });

  it('is none if neither comes', () => {
    expect(first && offeredAt(first, () => NOTHING_KNOWN)).toBe(-1);
  });

  it('is the visitor’s, told by what was said before and nothing after', () => {
    const asked: unknown[] = [];
    if (first) {
      offeredAt(first, (text, context) => {
        asked.push([text, context?.turns?.length]);
        return NOTHING_KNOWN;
      });
    }
    expect(asked).toEqual([
      ['a', 0],
      ['human', 2],
      ['enough', 4],
    ]);
  });
});

describe('the judgement', () => {
  it('counts offers in time, too early and never, and patient visitors who were disturbed', () => {
    const text = [
      dialogue('impatient', 'a', 'enough'),
      dialogue('impatient', 'a', 'b', 'human'),
      dialogue('impatient', 'enough', 'a'),
      dialogue('impatient', 'a', 'b'),
      dialogue('patient', 'a', 'b'),
      dialogue('patient', 'a', 'human'),
    ].join('');
    const [part] = judgeDialogues(dialoguesIn(text), literally);
    expect(part?.lines).toEqual([
      'a person offered where patience ended: 2 of 4, too early: 1, never: 1',
      'offered in the middle of a patient dialogue: 1 of 2',
    ]);
  });
});
