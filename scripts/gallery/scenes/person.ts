/** A person in the chat, and what becomes of them. */
import { called, joined, type Scene, untilLines } from '../scene.ts';
import { happens, says, talkOf } from '../talk.ts';
import type { Texts } from '../texts.ts';

const withAgent = (texts: Texts, away = false) =>
  ({ phase: 'human', agent: { name: texts.agent, away } }) as const;

export const PERSON: readonly Scene[] = [
  {
    file: 'human',
    title: 'A person is there',
    remark: 'In the header and in every line.',
    talk: (texts) => talkOf(withAgent(texts), texts, joined(texts)),
    act: untilLines(3),
  },
  {
    file: 'typing',
    title: 'A person is typing',
    remark: 'By name, and three dots.',
    talk: (texts) => talkOf(withAgent(texts), texts, joined(texts)),
    async act(shop) {
      await untilLines(3)(shop);
      shop.tell({ type: 'typing', role: 'agent', name: shop.texts.agent });
      await shop.page.locator('.typing').waitFor();
    },
  },
  {
    file: 'interrupted',
    title: 'An answer that was cut off',
    remark: 'By a person who took over; it says so.',
    talk: (texts) =>
      talkOf(withAgent(texts), texts, [
        says('visitor', texts.question),
        says('assistant', texts.draft, { interrupted: true }),
        happens({ event: 'takeover.started', name: texts.agent }),
        says('agent', texts.reply),
      ]),
    act: untilLines(1),
  },
  {
    file: 'away',
    title: 'A person is away',
    remark: 'For less than a minute: the header alone says so.',
    talk: (texts) => talkOf(withAgent(texts, true), texts, joined(texts)),
    act: untilLines(3),
  },
  {
    file: 'lost',
    title: 'A person has lost the connection',
    remark: 'The assistant is back, and answers.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        ...joined(texts),
        happens({ event: 'takeover.lost', name: texts.agent }),
        says('visitor', texts.late),
        says('assistant', texts.meanwhile),
      ]),
    act: untilLines(4),
  },
  {
    file: 'handed-back',
    title: 'Handed back',
    remark: 'Whoever answers from here on is the assistant.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        ...joined(texts),
        says('agent', texts.more),
        happens({ event: 'takeover.ended', name: texts.agent }),
      ]),
    act: untilLines(4),
  },
  {
    file: 'ended',
    title: 'The end',
    remark: 'And how to start again.',
    talk: (texts) =>
      talkOf({ phase: 'ended' }, texts, [
        ...called(texts),
        happens({ event: 'takeover.started', name: texts.agent }),
        says('agent', texts.more),
        happens({ event: 'conversation.ended', by: 'agent' }),
      ]),
    act: untilLines(4),
  },
];
