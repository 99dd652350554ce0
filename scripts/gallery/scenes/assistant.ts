/** The assistant alone with a visitor. */
import type { Entry } from '../../../src/protocol/entry.ts';
import { answered, empty, questioned, type Scene, until } from '../scene.ts';
import { NOW, says, talkOf } from '../talk.ts';

export const ASSISTANT: readonly Scene[] = [
  {
    file: 'empty',
    title: 'An empty chat',
    remark: 'The site’s greeting, and a place to write in.',
    talk: empty,
    act: (shop) => shop.openChat(),
  },
  {
    file: 'thinking',
    title: 'Before the first word',
    remark: 'Three dots, until the answer begins.',
    talk: empty,
    async act(shop) {
      await shop.openChat();
      const { question: text } = shop.texts;
      const author = { role: 'visitor' } as const;
      const entry: Entry = { kind: 'message', seq: 2, at: NOW, author, text, ref: 'ref-1' };
      shop.tell({ type: 'entry', entry });
      await shop.page.locator('.typing').waitFor();
    },
  },
  {
    file: 'streaming',
    title: 'An answer being written',
    remark: 'Word by word, as it comes.',
    talk: questioned,
    async act(shop) {
      await until((texts) => texts.question)(shop);
      shop.tell({ type: 'draft', turn: 1, text: shop.texts.draft });
      await shop.reads(shop.texts.draft);
    },
  },
  {
    file: 'answer',
    title: 'An answer',
    remark: 'Emphasis and lists, and what the answer rests on.',
    talk: answered,
    act: until((texts) => texts.source),
  },
  {
    file: 'code',
    title: 'Links, numbers, code, and a word without end',
    remark: 'They wrap; nothing has to be scrolled sideways.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        says('visitor', texts.codeQuestion),
        says('assistant', texts.codeAnswer),
      ]),
    act: until((texts) => texts.codeEnd),
  },
  {
    file: 'missed',
    title: 'What came meanwhile',
    remark: 'Where days change, a line; another above what is new.',
    talk(texts) {
      const talk = answered(texts);
      const yesterday = NOW - 86_400_000;
      const entries = talk.entries.map((entry) =>
        entry.seq < 3 ? { ...entry, at: yesterday } : entry,
      );
      return { ...talk, entries };
    },
    hasMissed: true,
    act: until((texts) => texts.source),
  },
  {
    file: 'jump',
    title: 'More, further down',
    remark: 'For those who read further up: a button leads there.',
    talk: (texts) =>
      talkOf({ phase: 'assistant' }, texts, [
        says('visitor', texts.question),
        says('assistant', texts.answer),
        says('visitor', texts.codeQuestion),
        says('assistant', texts.codeAnswer),
      ]),
    async act(shop) {
      await until((texts) => texts.codeEnd)(shop);
      await shop.page.locator('.log').evaluate((log) => log.scrollTo(0, 0));
      const author = { role: 'assistant' } as const;
      const entry = { kind: 'message', seq: 6, at: NOW, author, text: shop.texts.draft } as const;
      // A box tells that it was scrolled only with the next picture.
      await shop.page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 100)));
      shop.tell({ type: 'entry', entry });
      await shop.page.locator('.jump button').waitFor();
    },
  },
];
